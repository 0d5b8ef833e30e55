import type { Distribution } from "../../src/random/distribution.ts";

const infinity = Number.POSITIVE_INFINITY;

/** Distributions of sizes over the whole range that a scenario may give them. */
export const wideDistributions: readonly Distribution[] = [
  { kind: "normal", mean: 0, sd: 1 },
  { kind: "normal", mean: 300_000, sd: 1e-3 },
  { kind: "normal", mean: -5, sd: 1e9 },
  ...[0.01, 0.5, 2, 5].map((sigma) => ({ kind: "lognormal" as const, median: 1e4, sigma })),
  { kind: "uniform", low: -1, high: 5 },
  { kind: "uniform", low: 0, high: 1e12 },
  { kind: "triangular", low: 0, mode: 1, high: 5 },
  { kind: "triangular", low: 2, mode: 2, high: 3 },
  { kind: "triangular", low: -1, mode: 7, high: 7 },
  ...[1e-2, 0.1, 0.5, 1, 1.5, 10, 1e3, 1e5, 1e7].map((shape) => ({
    kind: "gamma" as const,
    shape,
    scale: 40,
  })),
  ...[2.5, 4, 100].map((shape) => ({ kind: "pareto" as const, shape, scale: 1000 })),
  ...[
    [0.01, 1],
    [0.05, 3],
    [0.5, 0.5],
    [1, 1],
    [1, 40],
    [2, 5],
    [30, 0.7],
    [400, 900],
    [1e5, 2e4],
  ].map(([alpha, beta]) => ({ kind: "beta" as const, alpha, beta, low: 0, high: 1 })),
  { kind: "beta", alpha: 2, beta: 5, low: 10, high: 20 },
  { kind: "truncated", of: { kind: "normal", mean: 1, sd: 1 }, min: 0, max: infinity },
  { kind: "truncated", of: { kind: "normal", mean: 0, sd: 1 }, min: -0.1, max: 3 },
  { kind: "truncated", of: { kind: "gamma", shape: 2, scale: 1 }, min: 0.5, max: 4 },
  { kind: "truncated", of: { kind: "lognormal", median: 5, sigma: 1.5 }, min: 0, max: 20 },
];
