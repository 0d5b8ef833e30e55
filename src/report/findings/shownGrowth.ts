import type { CostGrowth, GrowthAccounting } from "../report.ts";

type Factor = CostGrowth["factors"][number];

/** Beyond that many times from the least to the most, the order in which causes are switched on says more than the causes. */
const mostRange = 5;

/** Whether a cause's factor is much the same in whatever order causes are switched on. */
export function isSettled({ least, most }: Factor): boolean {
  return least === undefined || most === undefined || most <= mostRange * least;
}

/** A split that can be told in a sentence or a picture, with how it was found. */
export interface ShownGrowth
  extends Pick<GrowthAccounting, "from" | "to" | "ratio" | "factors" | "replications" | "leftOut"> {
  readonly method: CostGrowth["method"];
}

/**
 * By causes; by accounting where these act through one another: without one of them so many would leave or stay that what
 * another is owed depends on the order.
 */
export function shownGrowth(costGrowth: CostGrowth): ShownGrowth {
  const { accounting, factors } = costGrowth;
  if (accounting === null || factors.every(isSettled)) return costGrowth;
  return { ...accounting, method: "accounting" };
}
