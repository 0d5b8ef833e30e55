import type { Distribution } from "../../src/random/distribution.ts";
import { betaTails, gammaTails, normalTails, type Tails } from "./exact.ts";

/** P(X <= x) and P(X > x) of what takes all values in a range, computed apart from src/random. */
export function exactTails(d: Distribution, x: number): Tails {
  switch (d.kind) {
    case "normal":
      return normalTails((x - d.mean) / d.sd);
    case "lognormal":
      return normalTails(Math.log(x / d.median) / d.sigma);
    case "uniform":
      return parts(x - d.low, d.high - x);
    case "triangular":
      return triangularTails(d, x);
    case "beta":
      return betaTails(d.alpha, d.beta, (x - d.low) / (d.high - d.low), (d.high - x) / (d.high - d.low));
    case "gamma":
      return gammaTails(d.shape, x / d.scale);
    case "pareto": {
      const exponent = -d.shape * Math.log1p(x / d.scale);
      return { atMost: -Math.expm1(exponent), above: Math.exp(exponent) };
    }
    case "truncated":
      return truncatedTails(d, x);
    default:
      throw new Error(`${d.kind}: single values`);
  }
}

function parts(below: number, above: number): Tails {
  return { atMost: below / (below + above), above: above / (below + above) };
}

function triangularTails(d: Extract<Distribution, { kind: "triangular" }>, x: number): Tails {
  const { low, mode, high } = d;
  if (x < mode || mode === high) {
    const atMost = (x - low) ** 2 / ((high - low) * (mode - low));
    return { atMost, above: 1 - atMost };
  }
  const above = (high - x) ** 2 / ((high - low) * (high - mode));
  return { atMost: 1 - above, above };
}

/** From whichever tail loses fewer digits. */
function truncatedTails(d: Extract<Distribution, { kind: "truncated" }>, x: number): Tails {
  const tails = (at: number): Tails => {
    if (at === Number.NEGATIVE_INFINITY) return { atMost: 0, above: 1 };
    return at === Number.POSITIVE_INFINITY ? { atMost: 1, above: 0 } : exactTails(d.of, at);
  };
  const [low, here, high] = [d.min, Math.min(Math.max(x, d.min), d.max), d.max].map(tails);
  const between = (a: Tails, b: Tails) => (a.atMost > 0.5 ? a.above - b.above : b.atMost - a.atMost);
  return parts(between(low, here), between(here, high));
}
