# Quality figures of complete answers by psych and multilevel: Rscript quality.R answers.csv
# Takes a table of team,a,b,... in steps from 1 to 5; prints a name and a figure a line.
suppressMessages({
  library(psych)
  library(multilevel)
})
answers <- read.csv(commandArgs(TRUE)[1])
items <- answers[, -1]
say <- function(name, figures) cat(sprintf("%s,%.10f\n", name, figures), sep = "")

found <- suppressWarnings(psych::alpha(items))
say("alpha", found$total$raw_alpha)
say("item_rest", found$item.stats$r.drop)
invisible(capture.output(suppressMessages(suppressWarnings(one <- omega(items, nfactors = 1, plot = FALSE)))))
say("omega", one$omega.tot)

# The same least squares, searched for to the end.
r <- cor(items)
residuals <- function(l) sum((r - l %*% t(l))[lower.tri(r)]^2)
best <- optim(rep(.8, ncol(r)), residuals, method = "BFGS", control = list(reltol = 1e-16, maxit = 1e5))$par
say("omega_to_the_end", 1 - sum(1 - best^2) / sum(r))
say("loading", best)

say("r_wg_j", rwg.j(items, rep(1, nrow(items)), ranvar = 2)$rwg.j)
points <- 25 * (rowMeans(items) - 1)
fit <- aov(points ~ factor(answers$team))
say("icc1", ICC1(fit))
say("icc2", ICC2(fit))
