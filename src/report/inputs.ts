import type { ExactFigures } from "../oracle/exactFigures.ts";
import type { AgeYear } from "../plan/aidByAge.ts";
import type { PlanFacts } from "../plan/planFacts.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { GoalOutcome } from "../statistics/goal.ts";
import type { GrowthCauses } from "../statistics/growthSplit.ts";
import type { Comparison } from "../statistics/published/published.ts";
import type { Results } from "../statistics/results.ts";
import type { VarianceSources } from "../statistics/varianceSplit.ts";
import type { Answer } from "./report.ts";

/** All that `makeReport` needs: the results and the facts of the run they came from. Plain data. */
export interface ReportInputs extends PlanFacts {
  /** Its periods are those of the plan, in the same order. */
  readonly results: Results;
  readonly scenario: Scenario;
  readonly digest: string;
  /** Version of fentan. */
  readonly version: string;
  /** The scenario's file as given on the command line. */
  readonly file: string;
  /** All that was laid over the file, as `PATH=VALUE`: `--set`, and what `-n`, `--seed` and `--engine` are short for. */
  readonly overrides: readonly string[];
  /** Answers to the scenario's questions, then to those of the command line. */
  readonly answers: readonly Answer[];
  /** Published numbers beside ours. */
  readonly published: readonly Comparison[];
  /** `--ask` options, as given. */
  readonly asked: readonly string[];
  /** What had to be sure before the run stopped. */
  readonly goals: readonly GoalOutcome[];
  /** The columns by which the run is judged; see `headlineColumns`. */
  readonly headlines: readonly string[];
  /** Where their variance comes from. */
  readonly variance: VarianceSources;
  /** Where the growth of the yearly share comes from. */
  readonly growth: GrowthCauses;
  /** What ages bear and can expect, pool by pool. */
  readonly ages: readonly AgeYear[];
  /** What is known without simulation. */
  readonly exact: ExactFigures;
}
