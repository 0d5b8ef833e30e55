/** The kinds of distribution, as written. */
export const distributionKinds = [
  "normal",
  "lognormal",
  "uniform",
  "triangular",
  "beta",
  "gamma",
  "pareto",
  "discrete",
] as const;

/** How a distribution's parameters may be named: `lognormal: { median, sigma }` or `lognormal: { mean, sd }`. */
export const distributionForms = {
  lognormal: [
    ["median", "sigma"],
    ["mean", "sd"],
  ],
  beta: [
    ["alpha", "beta"],
    ["mean", "sd"],
  ],
  gamma: [
    ["mean", "sd"],
    ["shape", "scale"],
    ["shape", "rate"],
  ],
  pareto: [
    ["shape", "scale"],
    ["mean", "sd"],
  ],
} as const;
