# Makes quantiles.json: Rscript test/reference/quantiles.R > test/reference/quantiles.json
# Quantiles where R is asked for a quantile; `steps` are the two tails of a distribution function at a count.

tails <- 2^-c(2, 3, 5, 7, 10, 20, 35, 50)
lower <- c(tails, 0.3, 0.4, 0.49)
upper <- c(0.5, 0.45, 0.31, tails)

number <- function(x) sprintf("%.17g", x)
row <- function(...) paste0("[", paste(number(c(...)), collapse = ", "), "]")
block <- function(name, rows) paste0("  \"", name, "\": [\n    ", paste(rows, collapse = ",\n    "), "\n  ]")

# Rows [u, parameters..., quantile]; beyond 1/2 R is given 1 - u, which is exact.
quantiles <- function(q, parameters) {
  rows <- c()
  for (p in parameters) {
    below <- do.call(q, c(list(lower), as.list(p), list(lower.tail = TRUE)))
    above <- do.call(q, c(list(upper), as.list(p), list(lower.tail = FALSE)))
    for (i in seq_along(lower)) rows <- c(rows, row(lower[i], p, below[i]))
    for (i in seq_along(upper)) rows <- c(rows, row(1 - upper[i], p, above[i]))
  }
  rows
}

# Rows [parameters..., count, P(X <= count), P(X > count)], where the tails and the next step are well above 2^-53.
steps <- function(cdf, q, parameters) {
  rows <- c()
  for (p in parameters) {
    counts <- do.call(q, c(list(c(1e-9, 1e-4, 0.02, 0.2, 0.45, 0.55, 0.8, 0.98)), as.list(p)))
    counts <- c(counts, do.call(q, c(list(c(1e-4, 1e-9)), as.list(p), list(lower.tail = FALSE))))
    for (k in unique(counts)) {
      below <- do.call(cdf, c(list(k), as.list(p), list(lower.tail = TRUE)))
      above <- do.call(cdf, c(list(k), as.list(p), list(lower.tail = FALSE)))
      step <- above - do.call(cdf, c(list(k + 1), as.list(p), list(lower.tail = FALSE)))
      if (min(below, step) > 1e-14) rows <- c(rows, row(p, k, below, above))
    }
  }
  rows
}

means <- c(1e-6, 1e-3, 0.1, 0.5, 1, 2, 3, 3.99, 4, 4.5, 5.7, 7, 9.9, 12.3, 20, 33.3, 50, 100, 321.5, 1e3, 1e4, 123456.7, 1e6, 1e7, 1e8, 1e9)
trials <- list(
  c(1, 0.3), c(1, 0.9), c(2, 0.5), c(5, 0.72), c(7, 0.999), c(8, 0.5), c(9, 0.45), c(20, 0.2), c(20, 0.8), c(25, 0.5), c(40, 0.09), c(40, 0.11),
  c(100, 1e-6), c(100, 0.03), c(100, 0.2), c(100, 0.97), c(100, 0.95), c(1000, 0.002), c(1000, 0.004), c(1000, 0.3), c(1000, 0.998),
  c(1e4, 0.0123), c(1e4, 0.5), c(12345, 0.9), c(1e6, 1e-6), c(1e6, 5e-6), c(1e6, 0.01), c(1e6, 0.7), c(1e8, 1e-7), c(1e8, 1e-4),
  c(1e9, 1e-9), c(1e9, 1e-8), c(1e9, 1e-3), c(1e9, 0.25), c(1e9, 0.5), c(1e9, 0.999999)
)
shapes <- c(0.01, 0.1, 0.5, 0.9, 1, 1.5, 4, 16, 25.5, 100, 400, 1e4, 1e6)
betas <- list(c(0.1, 0.1), c(0.5, 0.5), c(0.5, 3), c(1, 1), c(2, 3), c(5, 1), c(20, 30), c(30, 3000), c(700, 300), c(1e5, 2e5))

cat("{\n", paste(c(
  paste0("  \"program\": \"", R.version.string, ", test/reference/quantiles.R\""),
  block("normal", quantiles(qnorm, list(c(0, 1)))),
  block("poisson", quantiles(qpois, as.list(means))),
  block("poissonSteps", steps(ppois, qpois, as.list(means))),
  block("binomial", quantiles(qbinom, trials)),
  block("binomialSteps", steps(pbinom, qbinom, trials)),
  block("gamma", quantiles(qgamma, as.list(shapes))),
  block("beta", quantiles(qbeta, betas))
), collapse = ",\n"), "\n}\n", sep = "")
