import { makePlan } from "../plan/makePlan.ts";
import type { Plan } from "../plan/plan.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { columnsNeeded } from "../statistics/ask/columnsNeeded.ts";
import { compareEngines } from "../statistics/published/compareEngines.ts";
import { compareNumber } from "../statistics/published/compareNumber.ts";
import type { Comparison, EnginesQuestion } from "../statistics/published/published.ts";
import type { Sample } from "../statistics/results.ts";
import { sampleOf } from "../statistics/summarise.ts";
import { isClustered } from "./isClustered.ts";
import { onlyAsked } from "./onlyAsked.ts";
import type { Ready } from "./prepare.ts";
import { type Computing, simulate } from "./simulate.ts";

/**
 * Every published number of a scenario beside ours, in order. Where the engines are to be compared the plan is run again, by the other
 * engine and with other luck.
 *
 * @param own the replications of the run
 */
export async function comparePublished(
  { scenario, plan, published }: Pick<Ready, "scenario" | "plan" | "published">,
  own: Sample,
  computing: Computing,
): Promise<Comparison[]> {
  const figures = published.flatMap((question) => ("of" in question ? [question] : []));
  const other =
    figures.length > 0
      ? await runOtherEngine({ ...scenario, replications: own.replications }, plan, figures, computing)
      : null;
  return published.map((question) =>
    "of" in question ? compareEngines(question, own, other) : compareNumber(question, own),
  );
}

/** The same replications by the other engine, from a seed of their own. */
async function runOtherEngine(
  scenario: Scenario,
  { engine, seed }: Plan,
  figures: readonly EnginesQuestion[],
  computing: Computing,
): Promise<Sample> {
  const other = {
    ...scenario,
    engine: engine.kind === "exact" ? "fast" : "exact",
    seed: `${seed}/other engine`,
  } as const;
  const watched = columnsNeeded(figures.map(({ entry }) => entry.figure).join("\n"));
  const plan = onlyAsked(makePlan(other, { watched }), figures);
  const tally = await simulate(plan, [], computing, {});
  const columns = plan.columns.map(({ name }) => name);
  return sampleOf(tally, { columns, clustered: isClustered(plan) });
}
