# A council's quality figures and its test of teams by R: Rscript r_way.R answers.csv; prints the seconds.
suppressMessages({
  library(psych)
  library(multilevel)
})
answers <- read.csv(commandArgs(TRUE)[1])
begun <- proc.time()[["elapsed"]]
team <- factor(answers$team)
scores <- NULL
for (domain in 0:3) {
  items <- answers[, grepl(paste0("^d", domain), names(answers))]
  points <- 25 * (rowMeans(items) - 1)
  scores <- cbind(scores, points)
  invisible(capture.output(suppressMessages(suppressWarnings({
    psych::alpha(items)
    omega(items, nfactors = 1, plot = FALSE)
  }))))
  fit <- aov(points ~ team)
  ICC1(fit)
  ICC2(fit)
  rwg.j(items, rep(1, nrow(items)), ranvar = 2)
}
n <- as.vector(table(team))
people <- sum(n)
distances <- function(scores) {
  sums <- rowsum(scores, team)
  totals <- colSums(scores)
  variance <- (colSums(scores^2) - colSums(sums^2 / n)) / (people - length(n))
  gaps <- abs(sums / n - sweep(-sums, 2, totals, "+") / (people - n))
  sweep(gaps / sqrt(1 / n + 1 / (people - n)), 2, sqrt(variance), "/")
}
found <- distances(scores)
largest <- replicate(4999, max(distances(scores[sample(people), ])))
p <- sapply(found, function(each) (1 + sum(largest >= each)) / 5000)
cat(proc.time()[["elapsed"]] - begun, "\n")
