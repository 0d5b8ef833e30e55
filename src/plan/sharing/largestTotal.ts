import type { LatticeRow } from "./latticeRow.ts";
import { meanCount, type RowCount } from "./rowCount.ts";

/** From one tilt that is tried to the next: the bound is then within a few per cent of the best. */
const ratio = 1.05;
const firstTilt = 1e-5;
const lastTilt = 100;

/**
 * A total of the rows that is exceeded with a probability of at most `beyond`, or the largest possible; in steps.
 *
 * By Chernoff's bound, P(S >= s) <= E[exp(tilt S)] exp(-tilt s) for every tilt > 0: the least s over a range of tilts.
 */
export function largestTotal(rows: readonly LatticeRow[], beyond: number): number {
  const largestAmount = Math.max(0, ...rows.flatMap(({ steps }) => steps));
  let least = rows.reduce((sum, row) => sum + largestOfRow(row), 0);
  for (let tilt = firstTilt; tilt < lastTilt && least > 0; tilt *= ratio) {
    const perStep = tilt / largestAmount;
    const logMean = rows.reduce((sum, row) => sum + logOfTilted(row, perStep), 0);
    least = Math.min(least, Math.ceil((logMean - Math.log(beyond)) / perStep));
  }
  return least;
}

function largestOfRow({ count, steps }: LatticeRow): number {
  const amount = Math.max(...steps);
  if (amount === 0 || meanCount(count) === 0) return 0;
  return count.kind === "binomial" ? count.trials * amount : Number.POSITIVE_INFINITY;
}

/** ln E[exp(tilt S)] for the row's total S. */
function logOfTilted({ count, steps, probabilities }: LatticeRow, tilt: number): number {
  const above = steps.reduce((sum, step, i) => sum + probabilities[i] * Math.expm1(tilt * step), 0);
  return logOfGenerating(count, above);
}

/** ln E[(1 + above)^N], the probability generating function; Infinity beyond its pole. */
function logOfGenerating(count: RowCount, above: number): number {
  switch (count.kind) {
    case "binomial":
      return count.trials * Math.log1p(count.probability * above);
    case "poisson":
      return count.mean * above;
    case "negativeBinomial": {
      if (count.mean === 0) return 0;
      const toPole = (count.mean / count.shape) * above;
      return toPole < 1 ? -count.shape * Math.log1p(-toPole) : Number.POSITIVE_INFINITY;
    }
  }
}
