import type { Column } from "../plan/columns.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Results } from "../statistics/results.ts";
import type { Answer } from "./report.ts";

/** All that `makeReport` needs: the results and the facts of the run they came from. Plain data. */
export interface ReportInputs {
  readonly results: Results;
  readonly scenario: Scenario;
  /** In the order of `results.periods`. `beyond` the calendar only run-offs go on. */
  readonly periods: readonly { readonly date: string; readonly beyond: boolean }[];
  /** Calendar years met, ascending; `complete`: the calendar covers all of it. */
  readonly years: readonly { readonly year: number; readonly complete: boolean }[];
  readonly periodsPerYear: number;
  /** As at the start; the portions are of the joiners and sum to 1. Uncertain numbers by their medians. */
  readonly classes: readonly ReportClass[];
  readonly columns: readonly Column[];
  readonly engine: "exact" | "fast";
  /** Why this engine, in a sentence. */
  readonly engineReason: string;
  /** Bound on the total variation distance of a period's claim count from the exact law; null for `exact`. */
  readonly engineBound: number | null;
  readonly replicationsAsked: number;
  readonly seed: string;
  readonly digest: string;
  /** Version of fentan. */
  readonly version: string;
  /** The scenario's file as given on the command line. */
  readonly file: string;
  /** `--set` options, as given. */
  readonly overrides: readonly string[];
  /** Numbers that are drawn: per replication (`path`) or per block of replications (`shape`). */
  readonly uncertain: readonly { readonly path: string; readonly kind: "path" | "shape" }[];
  readonly answers: readonly Answer[];
}

export interface ReportClass {
  readonly name: string;
  readonly relativeRisk: number;
  readonly portionOfJoiners: number;
}
