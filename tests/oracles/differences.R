# Stepwise maxT by listing all splits, in base R alone: Rscript differences.R people.csv
# Takes a table of team,a,b,... in points, NA where missing; prints team, domain, distance and p of each step.
# Of two teams, a flagged domain is taken out and the rest tested again; of more, the first step is done alone.
people <- read.csv(commandArgs(TRUE)[1])
scores <- as.matrix(people[, -1, drop = FALSE])
domains <- ncol(scores)

splits <- function(who, sizes) {
  if (length(sizes) == 1) return(list(who))
  found <- list()
  for (chosen in combn(seq_along(who), sizes[1], simplify = FALSE)) {
    for (others in splits(who[-chosen], sizes[-1])) found[[length(found) + 1]] <- c(who[chosen], others)
  }
  found
}

distance <- function(points, team, level) {
  keep <- !is.na(points)
  points <- points[keep]
  team <- team[keep]
  inside <- team == level
  if (!any(inside) || all(inside)) return(0)
  within <- sum((points - ave(points, team))^2)
  variance <- max(within, 1e-6) / (length(points) - length(unique(team)))
  abs(mean(points[inside]) - mean(points[!inside])) / sqrt(variance * (1 / sum(inside) + 1 / sum(!inside)))
}

largest <- function(order, team, levels, live) {
  best <- c(0, 0, -1)
  for (domain in live) for (level in levels) {
    found <- distance(scores[order, domain], team, level)
    if (found > best[3] * (1 + 1e-9)) best <- c(level, domain, found)
  }
  best
}

levels <- sort(unique(people$team))
sizes <- as.vector(table(people$team))
seats <- rep(levels, sizes)
at_hand <- order(people$team)
orders <- splits(at_hand, sizes)
live <- seq_len(domains)
repeat {
  if (!length(live)) break
  top <- largest(at_hand, seats, levels, live)
  maxima <- vapply(orders, function(order) largest(order, seats, levels, live)[3], 0)
  p <- mean(maxima >= top[3] * (1 - 1e-9))
  cat(sprintf("%d,%d,%.9f,%.12f\n", top[1], top[2], top[3], p))
  if (p > .05 || length(levels) > 2) break
  live <- setdiff(live, top[2])
}
