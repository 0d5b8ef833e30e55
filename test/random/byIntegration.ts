import type { Distribution } from "../../src/random/distribution.ts";
import type { Tails } from "./exact.ts";
import { exactTails } from "./exactTails.ts";

/**
 * The mean of g(X) where X <= x (of 0 elsewhere), by integrating an exact distribution function: around a middle m,
 * E[g(X)] = g(m) - integral of g' F below m + integral of g' (1 - F) above it, less what is above x. No density, no quantile.
 *
 * @param slope g'
 */
export function meanByIntegration(
  d: Distribution,
  g: (x: number) => number,
  slope: (x: number) => number,
  x = Number.POSITIVE_INFINITY,
): number {
  const { from, middle, to } = spanOf(d);
  const tails = (at: number): Tails => exactTails(d, at);
  const below = (a: number, b: number) => integral(d, (t) => slope(t) * tails(t).atMost, a, b);
  const above = (a: number, b: number) => integral(d, (t) => slope(t) * tails(t).above, a, b);
  if (x <= from) return 0;
  if (x <= middle) return g(x) * tails(x).atMost - below(from, x);
  const all = g(middle) - below(from, middle) + above(middle, to);
  return x >= to ? all : all - g(x) * tails(x).above - above(x, to);
}

/** Where a distribution has all but 1e-30 of its probability, and a place in between. */
interface Span {
  readonly from: number;
  readonly middle: number;
  readonly to: number;
}

export function spanOf(d: Distribution): Span {
  switch (d.kind) {
    case "normal":
      return { from: d.mean - 12 * d.sd, middle: d.mean, to: d.mean + 12 * d.sd };
    case "lognormal": {
      const reach = 12 * d.sigma;
      // The squares of a lognormal number have their middle 2 sigma^2 further out.
      return {
        from: d.median * Math.exp(-reach),
        middle: d.median,
        to: d.median * Math.exp(reach + 2 * d.sigma * d.sigma),
      };
    }
    case "gamma": {
      const reach = 12 * Math.sqrt(d.shape);
      const from = d.shape > 200 ? d.shape - reach : Math.min(1, d.shape) * 1e-25;
      return { from: d.scale * from, middle: d.scale * d.shape, to: d.scale * (d.shape + reach + 80) };
    }
    case "pareto":
      return { from: d.scale * 1e-25, middle: d.scale / d.shape, to: d.scale * 1e40 };
    case "triangular":
      return { from: d.low, middle: d.mode, to: d.high };
    case "truncated": {
      const { from, to } = spanOf(d.of);
      return middled(Math.max(from, d.min), Math.min(to, d.max));
    }
    case "uniform":
      return middled(d.low, d.high);
    case "beta":
      return betaSpan(d);
    default:
      throw new Error(`${d.kind}: single values`);
  }
}

function middled(from: number, to: number): Span {
  return { from, middle: (from + to) / 2, to };
}

function betaSpan({ alpha, beta, low, high }: Extract<Distribution, { kind: "beta" }>): Span {
  const mean = alpha / (alpha + beta);
  const reach = 12 * Math.sqrt((mean * (1 - mean)) / (alpha + beta + 1));
  const isNarrow = Math.min(alpha, beta) > 200;
  const at = (part: number) => low + (high - low) * part;
  return {
    from: at(isNarrow ? Math.max(0, mean - reach) : 0),
    middle: at(mean),
    to: at(isNarrow ? Math.min(1, mean + reach) : 1),
  };
}

/** By the logarithm where values lie over many powers of ten. */
function integral(d: Distribution, f: (x: number) => number, from: number, to: number): number {
  if (!(from < to)) return 0;
  const isWide = (d.kind === "gamma" && d.shape < 200) || d.kind === "lognormal" || d.kind === "pareto";
  if (!isWide) return doubleExponential(f, from, to);
  return doubleExponential((s) => f(Math.exp(s)) * Math.exp(s), Math.log(from), Math.log(to));
}

/** The tanh-sinh rule with 400 steps. */
function doubleExponential(f: (x: number) => number, from: number, to: number): number {
  const step = 1 / 50;
  let sum = 0;
  for (let i = -200; i <= 200; i++) {
    const t = i * step;
    const part = 1 / (1 + Math.exp(-Math.PI * Math.sinh(t)));
    const rest = 1 / (1 + Math.exp(Math.PI * Math.sinh(t)));
    const x = part < 0.5 ? from + (to - from) * part : to - (to - from) * rest;
    const weight = step * Math.PI * Math.cosh(t) * part * rest;
    if (weight > 0) sum += weight * f(x);
  }
  return sum * (to - from);
}
