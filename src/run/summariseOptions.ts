import type { Plan } from "../plan/plan.ts";
import type { SummariseOptions } from "../statistics/summarise.ts";
import type { Tally } from "../statistics/tally.ts";
import { isClustered } from "./isClustered.ts";

/** What `summarise` and `sampleOf` have to know of a plan whose replications were tallied. */
export function summariseOptions(plan: Plan, { blockCounts }: Pick<Tally, "blockCounts">): SummariseOptions {
  return { columns: plan.columns.map(({ name }) => name), clustered: isClustered(plan, blockCounts.length) };
}
