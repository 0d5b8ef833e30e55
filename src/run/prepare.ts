import { makePlan } from "../plan/makePlan.ts";
import type { Plan } from "../plan/plan.ts";
import { type Mistake, sortMistakes } from "../scenario/mistake.ts";
import { parseScenario } from "../scenario/parseScenario.ts";
import type { Published, Scenario } from "../scenario/scenario.ts";
import type { Ask } from "../statistics/ask/ask.ts";
import { columnsNeeded } from "../statistics/ask/columnsNeeded.ts";
import type { Goal } from "../statistics/goal.ts";
import type { PublishedQuestion } from "../statistics/published/published.ts";
import type { Compile } from "./compileForCheck.ts";
import { readAsks } from "./readAsks.ts";
import { defaultLimit, readGoals } from "./readGoals.ts";
import { readPublishedQuestions } from "./readPublishedQuestions.ts";
import { allSets, type ReadText, type ScenarioRequest } from "./request.ts";

/** A scenario ready to be run, or everything that is wrong with it. */
export type Prepared = Ready | { readonly ok: false; readonly mistakes: readonly Mistake[] };

export interface Ready {
  readonly ok: true;
  readonly scenario: Scenario;
  readonly plan: Plan;
  /** Those of the scenario, then those of the command line. */
  readonly asks: readonly Ask[];
  /** The scenario's published numbers, with their questions understood. */
  readonly published: readonly PublishedQuestion[];
  /** What must be sure before the run stops; none: it stops after all replications. */
  readonly goals: readonly Goal[];
  /** The merged document, as written. */
  readonly resolved: unknown;
  /** The text of every file read, by path. */
  readonly sources: Readonly<Record<string, string>>;
}

/** Reads a scenario and its questions, finds all mistakes there are, and compiles the plan. Simulates nothing. */
export function prepare(request: ScenarioRequest, read: ReadText, compile: Compile = makePlan): Prepared {
  const { precision = [] } = request;
  const parsed = parseScenario(request.file, read, { set: allSets(request) });
  if (!parsed.ok) return { ok: false, mistakes: sortMistakes(parsed.mistakes) };
  const { resolved, sources } = parsed;
  const isOpen = precision.length > 0 && request.replications === undefined;
  const scenario = isOpen ? { ...parsed.scenario, replications: defaultLimit } : parsed.scenario;
  const questions = [...scenario.ask, ...(request.ask ?? []), ...scenario.published.map(questionOf)];
  const plan = compile(scenario, { watched: columnsNeeded([...questions, ...precision].join("\n")) });
  const columns = plan.columns.map(({ name }) => name);
  const asks = readAsks(request, scenario.ask, columns, read);
  const published = readPublishedQuestions(request, scenario.published, plan, read);
  const goals = readGoals(precision, columns);
  const mistakes = [asks, published, goals].flatMap((all) => all.mistakes);
  if (mistakes.length > 0) return { ok: false, mistakes: sortMistakes(mistakes) };
  return {
    ok: true,
    scenario,
    plan,
    asks: asks.understood,
    published: published.understood,
    goals: goals.understood,
    resolved,
    sources,
  };
}

const questionOf = (published: Published) => (published.kind === "number" ? published.ask : published.figure);
