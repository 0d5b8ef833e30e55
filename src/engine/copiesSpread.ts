import { quantileSorted } from "simple-statistics";
import { type CopiesMetric, copiesMetrics } from "../plan/columns.ts";
import type { State } from "./state.ts";

/** What the copies of a pool came to, kept until all are done: by copy, then lane. */
export interface CopiesSoFar {
  readonly shares: Float64Array[];
  readonly ended: Float64Array;
  readonly cut: Float64Array;
}

export function newCopies(lanes: number): CopiesSoFar {
  return { shares: [], ended: new Float64Array(lanes), cut: new Float64Array(lanes) };
}

/** Adds a copy. `cut`: by lane, the aid it owed and did not pay. */
export function addCopy(copies: CopiesSoFar, { shares, ending, lanes }: State, cut: Float64Array): void {
  const total = new Float64Array(lanes.count);
  shares.forEach((share, i) => {
    total[i % lanes.count] += share;
  });
  copies.shares.push(total);
  for (let lane = 0; lane < lanes.count; lane++) {
    if (ending[lane] !== 0) copies.ended[lane]++;
    if (cut[lane] > 0) copies.cut[lane]++;
  }
}

/** Writes how copies differ, `into[metric * count + offset + lane]`, metrics as in `copiesMetrics`. */
export function spreadCopies(copies: CopiesSoFar, into: Float64Array, count: number, offset: number): void {
  for (let lane = 0; lane < copies.ended.length; lane++) {
    const sorted = Float64Array.from(copies.shares, (of) => of[lane]).sort();
    const spread = spreadOf(Array.from(sorted));
    const values: Readonly<Record<CopiesMetric, number>> = {
      ended: copies.ended[lane],
      cut: copies.cut[lane],
      ...spread,
    };
    copiesMetrics.forEach((metric, m) => {
      into[m * count + offset + lane] = values[metric];
    });
  }
}

function spreadOf(sorted: number[]): Omit<Record<CopiesMetric, number>, "ended" | "cut"> {
  const mean = sorted.reduce((sum, share) => sum + share, 0) / sorted.length;
  const squares = sorted.reduce((sum, share) => sum + (share - mean) * (share - mean), 0);
  return {
    shareSd: Math.sqrt(squares / Math.max(1, sorted.length - 1)),
    shareQ05: quantileSorted(sorted, 0.05),
    shareQ50: quantileSorted(sorted, 0.5),
    shareQ95: quantileSorted(sorted, 0.95),
    shareMost: sorted[sorted.length - 1],
  };
}
