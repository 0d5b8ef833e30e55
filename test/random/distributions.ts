import type { Distribution } from "../../src/random/distribution.ts";

/** One or more of every kind, for what holds for all. */
export const distributions: readonly Distribution[] = [
  { kind: "constant", value: 3 },
  { kind: "normal", mean: -2, sd: 3 },
  { kind: "normal", mean: 4, sd: 0 },
  { kind: "lognormal", median: 2, sigma: 0.5 },
  { kind: "uniform", low: -1, high: 5 },
  { kind: "triangular", low: 0, mode: 1, high: 5 },
  { kind: "triangular", low: 2, mode: 2, high: 3 },
  { kind: "beta", alpha: 2, beta: 5, low: 10, high: 20 },
  { kind: "gamma", shape: 2.5, scale: 40 },
  { kind: "pareto", shape: 8, scale: 300 },
  { kind: "discrete", values: [100, 300, 500], probabilities: [0.5, 0.3, 0.2] },
  { kind: "truncated", of: { kind: "normal", mean: 1, sd: 1 }, min: 0, max: Number.POSITIVE_INFINITY },
  { kind: "truncated", of: { kind: "gamma", shape: 2, scale: 1 }, min: 0.5, max: 4 },
  { kind: "truncated", of: { kind: "pareto", shape: 3, scale: 300 }, min: 10, max: 5000 },
  {
    kind: "truncated",
    of: { kind: "discrete", values: [1, 2, 3, 4], probabilities: [0.1, 0.2, 0.3, 0.4] },
    min: 2,
    max: 3,
  },
];
