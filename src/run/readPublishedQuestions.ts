import { isCounted } from "../plan/chooseEngine.ts";
import type { Plan } from "../plan/plan.ts";
import type { Mistake } from "../scenario/mistake.ts";
import type { Published, SameInBothEngines } from "../scenario/scenario.ts";
import type { Ask, AskMistake } from "../statistics/ask/ask.ts";
import { isAsk, parseAsk } from "../statistics/ask/parseAsk.ts";
import { parseMean } from "../statistics/ask/parseMean.ts";
import type { PublishedQuestion } from "../statistics/published/published.ts";
import { askMistake, placeInScenario } from "./askPlace.ts";
import type { ReadText, ScenarioRequest } from "./request.ts";
import type { Understood } from "./understood.ts";

/** Reads what a scenario's `published` asks for against the columns that the plan will have. */
export function readPublishedQuestions(
  request: ScenarioRequest,
  entries: readonly Published[],
  plan: Plan,
  read: ReadText,
): Understood<PublishedQuestion> {
  const columns = plan.columns.map(({ name }) => name);
  const understood: PublishedQuestion[] = [];
  const mistakes: Mistake[] = [];
  entries.forEach((entry, index) => {
    const question = understand(entry, columns, plan);
    const key = entry.kind === "number" ? "ask" : "sameInBothEngines";
    const steps = ["published", index, key];
    if (Array.isArray(question))
      mistakes.push(...question.map((one) => askMistake(one, placeInScenario(request, read, steps))));
    else understood.push(question);
  });
  return { understood, mistakes };
}

function understand(
  entry: Published,
  columns: readonly string[],
  plan: Plan,
): PublishedQuestion | AskMistake[] {
  if (entry.kind === "sameInBothEngines") return figureOf(entry, columns, plan);
  const ask = parseAsk(entry.ask, columns);
  return isAsk(ask) ? { entry, ask } : ask;
}

/** What stands in the mean of the figure is the figure. */
function figureOf(
  entry: SameInBothEngines,
  columns: readonly string[],
  plan: Plan,
): PublishedQuestion | AskMistake[] {
  const why = whyNoOtherEngine(plan);
  if (why !== null) return [{ position: 1, ...why }];
  const ask = parseMean(entry.figure, columns);
  if (!isAsk(ask)) return ask;
  const of = insideOf(ask);
  const allowed = "a column of the run, or what is calculated from columns";
  return of === null ? [{ position: 1, found: JSON.stringify(entry.figure), allowed }] : { entry, of };
}

function insideOf({ root }: Ask) {
  return root.kind === "aggregate" && root.name === "mean" && root.given === null ? root.of : null;
}

/** The test is of independent replications, and of plans that both engines can run. */
function whyNoOtherEngine(plan: Plan): Pick<AskMistake, "found" | "allowed"> | null {
  if (plan.shapes.length > 0) {
    const found = "numbers that are drawn once per block of replications";
    return { found, allowed: "two engines are compared by independent replications only" };
  }
  if (!plan.pools.some(isCounted)) return null;
  return { found: "claims that are counted one by one", allowed: "a plan that both engines can run" };
}
