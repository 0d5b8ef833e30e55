# The fast engine's model in R, vectorised over cells and replications: Rscript fast.R RATES REPLICATIONS SEED
# Cells are a matrix for each class, replications by cohorts, so that a column is contiguous; sums over cohorts are matrix products.

BATCH <- 512 # replications side by side: the fastest of 32, 128 and 512
METRICS <- 13

args <- commandArgs(trailingOnly = TRUE)
bytes <- file.size(args[1])
x <- readBin(args[1], "double", bytes / 8, endian = "little")
stopifnot(x[1] == 1)
periods <- x[2]; classes <- x[3]; cohorts <- x[4]; entries <- x[5]; years <- x[6]; look_back <- x[7]
per_year <- x[8]; fee_rate <- x[9]; unit <- x[10]; reference <- x[11]; mu <- x[12]; sigma <- x[13]
at <- 16
take <- function(length) {
  values <- x[at + seq_len(length)]
  at <<- at + length
  values
}
year_of <- take(periods) + 1
joiners <- take(periods)
joined <- take(cohorts)
portion <- take(classes)
risk <- take(classes)
base_lapse <- take(classes)
elasticity <- take(classes)
amount <- take(2)
mix <- take(entries)
shape <- c(cohorts, classes, periods)
claim0 <- array(take(prod(shape)), shape)
claim1 <- array(take(prod(shape)), shape)
mean_age <- array(take(prod(shape)), shape)
# By period and class: a matrix of cohorts by what is summed up before, and after, claims.
before <- lapply(seq_len(periods), function(t) lapply(seq_len(classes), function(k)
  cbind(claim0[1:t, k, t], claim1[1:t, k, t])))
after <- lapply(seq_len(periods), function(t) lapply(seq_len(classes), function(k) cbind(1, mean_age[1:t, k, t])))
both <- claim0 + claim1

ln_stay <- log1p(-base_lapse) / per_year
round_up <- function(amount) pmax(0, ceiling(amount / unit * (1 - 1e-12) - 1e-9)) / round(1 / unit)

# Fills paths [replication, period, metric] and columns [replication, 6, year] of one batch.
simulate_batch <- function(n) {
  ratio <- exp(mu + sigma * rnorm(n))
  cells <- vector("list", classes)
  stay <- matrix(1, n, classes)
  of_class <- matrix(0, n, classes)
  surplus <- numeric(n)
  shares <- matrix(0, n, periods)
  paths <- array(0, c(n, periods, METRICS))
  columns <- array(0, c(n, 6, years))
  risk_at_start <- sum(portion * risk)
  for (t in seq_len(periods)) {
    lapsed <- rowSums(of_class * (1 - stay))
    claims <- matrix(0, n, 2)
    ages <- numeric(n)
    for (k in seq_len(classes)) {
      # A column per cohort: the stayers, and those who join now.
      there <- cbind(cells[[k]] * stay[, k], rep(joiners[t] * portion[k], n), deparse.level = 0)
      claims <- claims + there %*% before[[t]][[k]]
      there <- there - there * (ratio %o% both[1:t, k, t])
      counted <- there %*% after[[t]][[k]]
      of_class[, k] <- counted[, 1]
      ages <- ages + counted[, 2]
      cells[[k]] <- there
    }
    claims <- claims * ratio
    members <- rowSums(of_class)
    counts <- matrix(rpois(2 * n, claims), n)
    cases <- rowSums(counts)
    aid <- as.vector(counts %*% amount)
    fee <- fee_rate * aid
    cost <- aid + fee - surplus
    share <- ifelse(cost <= 0, 0, round_up(cost / members))
    contributions <- share * members
    surplus <- contributions - cost
    surplus[abs(surplus) <= 1e-12 * abs(cost)] <- 0
    shares[, t] <- share
    rolling <- rowSums(shares[, max(1, t - round(per_year) + 1):t, drop = FALSE])
    paths[, t, ] <- c(members, rep(joiners[t], n), lapsed, rowSums(claims), cases, aid, fee, contributions, surplus, share,
      rolling, ages / members, as.vector(of_class %*% risk) / members / risk_at_start)
    y <- year_of[t]
    columns[, 1:5, y] <- columns[, 1:5, y] + c(share, cases, aid, fee, contributions)
    columns[, 6, y] <- members
    recent <- rowMeans(shares[, max(1, t - look_back + 1):t, drop = FALSE]) * per_year
    factor <- outer(pmax(1, recent / reference), elasticity, "^")
    stay <- exp(factor * rep(ln_stay, each = n))
  }
  list(paths = paths, columns = columns)
}

# Of all replications' paths: mean, standard deviation and five quantiles of every metric and period.
simulate <- function(replications) {
  paths <- array(0, c(replications, periods, METRICS))
  columns <- array(0, c(replications, 6, years))
  for (first in seq(1, replications, BATCH)) {
    part <- first:min(replications, first + BATCH - 1)
    batch <- simulate_batch(length(part))
    paths[part, , ] <- batch$paths
    columns[part, , ] <- batch$columns
  }
  mean <- colMeans(paths)
  sd <- sqrt(colMeans((paths - rep(mean, each = replications))^2) * replications / (replications - 1))
  at <- 1 + floor(c(0.05, 0.25, 0.5, 0.75, 0.95) * (replications - 1))
  dim(paths) <- c(replications, periods * METRICS)
  quantiles <- apply(paths, 2, function(values) sort.int(values, method = "quick")[at])
  list(mean = mean, sd = sd, quantiles = quantiles, columns = columns)
}

replications <- as.integer(args[2])
set.seed(as.integer(args[3]))
invisible(simulate(min(replications, 2 * BATCH)))
computed <- function() sum(proc.time()[c("user.self", "sys.self")])
start <- computed()
result <- simulate(replications)
seconds <- computed() - start
figure <- function(name, values) sprintf('{"name":"%s","mean":%.17g,"sd":%.17g}', name, mean(values), sd(values))
figures <- c(
  sapply(seq_len(years), function(y) figure(sprintf("share of year %d", y), result$columns[, 1, y])),
  figure("members at the end", result$columns[, 6, years])
)
cat(sprintf('{"seconds":%.9g,"replications":%d,"periods":%d,"cellSteps":%.17g,"medianOfLastShare":%.17g,"figures":[%s]}\n',
  seconds, replications, periods, replications * classes * periods * (periods + 1) / 2,
  result$quantiles[3, 9 * periods + periods], paste(figures, collapse = ",")))
