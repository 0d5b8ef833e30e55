import { makePlan } from "../plan/makePlan.ts";
import type { Plan } from "../plan/plan.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { columnsNeeded } from "../statistics/ask/columnsNeeded.ts";
import { compareEngines } from "../statistics/published/compareEngines.ts";
import { compareNumber } from "../statistics/published/compareNumber.ts";
import { type Comparison, type EnginesQuestion, isOfEngines } from "../statistics/published/published.ts";
import type { Sample } from "../statistics/results.ts";
import { sampleOf } from "../statistics/summarise.ts";
import { onlyAsked } from "./onlyAsked.ts";
import type { Ready } from "./prepare.ts";
import { type Computing, simulate } from "./simulate.ts";
import { summariseOptions } from "./summariseOptions.ts";

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
  const ofEngines = published.filter(isOfEngines);
  const other =
    ofEngines.length > 0
      ? await runOtherEngine({ ...scenario, replications: own.replications }, plan, ofEngines, computing)
      : null;
  return published.map((question) =>
    isOfEngines(question) ? compareEngines(question, own, other) : compareNumber(question, own),
  );
}

/** The same replications by the other engine, from a seed of their own. */
async function runOtherEngine(
  scenario: Scenario,
  { engine, seed }: Plan,
  questions: readonly EnginesQuestion[],
  computing: Computing,
): Promise<Sample> {
  const other = {
    ...scenario,
    engine: engine.kind === "exact" ? "fast" : "exact",
    seed: `${seed}/other engine`,
  } as const;
  const watched = columnsNeeded(questions.map(({ entry }) => entry.figure).join("\n"));
  const plan = onlyAsked(makePlan(other, { watched }), questions);
  const tally = await simulate(plan, [], computing, {});
  return sampleOf(tally, summariseOptions(plan, tally));
}
