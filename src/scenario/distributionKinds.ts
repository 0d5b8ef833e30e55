/** The kinds of distribution, as written. */
export const distributionKinds = [
  "normal",
  "lognormal",
  "uniform",
  "triangular",
  "beta",
  "gamma",
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
} as const;
