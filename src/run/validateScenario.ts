import type { Comparison } from "../statistics/published/published.ts";
import { sampleOf } from "../statistics/summarise.ts";
import { comparePublished } from "./comparePublished.ts";
import { isOver } from "./control.ts";
import type { Ready } from "./prepare.ts";
import { type Computing, simulate } from "./simulate.ts";
import { summariseOptions } from "./summariseOptions.ts";

/** Simulates a scenario and puts its published numbers beside ours; writes nothing. null: it was stopped before all was done. */
export async function validateScenario(ready: Ready, computing: Computing): Promise<Comparison[] | null> {
  const { plan } = ready;
  const tally = await simulate(plan, [], computing, {});
  if (tally.count < plan.replications) return null;
  const comparisons = await comparePublished(
    ready,
    sampleOf(tally, summariseOptions(plan, tally)),
    computing,
  );
  return isOver(computing.control) ? null : comparisons;
}
