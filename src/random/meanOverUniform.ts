const STEP = 1 / 16;
/** Where the nodes come within 1e-15 of 0 and 1. */
const END = 3.0625;

type Node = { readonly u: number; readonly weight: number };

const nodes: readonly Node[] = Array.from({ length: 2 * (END / STEP) + 1 }, (_, i) => nodeAt(i * STEP - END));

/**
 * The mean of f(U) for U uniform on (0, 1), by 99 fixed nodes.
 *
 * The tanh-sinh rule: its nodes crowd towards 0 and 1, so that f may be infinite there as a quantile function is.
 * Relative error about 1e-12 for light tails; what f does within 1e-15 of 0 and 1 is not seen.
 *
 * Source: Takahasi & Mori, "Double exponential formulas for numerical integration", Publ. RIMS 9 (1974).
 *
 * @example meanOverUniform((u) => -Math.log(u)) // 1
 */
export function meanOverUniform(f: (u: number) => number): number {
  let sum = 0;
  for (const { u, weight } of nodes) sum += weight * f(u);
  return sum;
}

function nodeAt(t: number): Node {
  const u = 1 / (1 + Math.exp(-Math.PI * Math.sinh(t)));
  const rest = 1 / (1 + Math.exp(Math.PI * Math.sinh(t)));
  return { u, weight: STEP * Math.PI * Math.cosh(t) * u * rest };
}
