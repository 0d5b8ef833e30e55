import { dayOf, isoDate } from "../scenario/day.ts";
import type { Calendar, Scenario } from "../scenario/scenario.ts";
import type { Column } from "./columns.ts";
import { central } from "./parameters.ts";
import type { Plan } from "./plan.ts";

/** A number that is drawn, and how often: anew per replication, or once per block because it reshapes the plan. */
export interface UncertainNumber {
  readonly path: string;
  readonly kind: "perReplication" | "perBlock";
}

/** What a report tells of a plan beside its results. */
export interface PlanFacts {
  /** `beyond` the calendar only run-offs go on. */
  readonly periods: readonly { readonly date: string; readonly beyond: boolean }[];
  /** Calendar years met, ascending; `complete`: the calendar covers all of it. */
  readonly years: readonly { readonly year: number; readonly complete: boolean }[];
  readonly periodsPerYear: number;
  /** At the start, at the central values of uncertain numbers; portions scaled to sum to one. */
  readonly classes: readonly {
    readonly name: string;
    readonly relativeRisk: number;
    readonly portionOfJoiners: number;
  }[];
  readonly columns: readonly Column[];
  readonly engine: "exact" | "fast";
  /** Why this engine, in a sentence. */
  readonly engineReason: string;
  /**
   * Bound on the total variation distance of a period's claim count from the exact law, at the central values of uncertain
   * numbers and without shocks; null for `exact`.
   */
  readonly engineBound: number | null;
  readonly uncertain: readonly UncertainNumber[];
  readonly replicationsAsked: number;
  /** Replications of a block. */
  readonly blockSize: number;
  readonly seed: string;
}

/** The facts of a compiled scenario. */
export function factsOf(scenario: Scenario, plan: Plan): PlanFacts {
  const { kind, why, largestClaimProbability } = plan.engine;
  return {
    periods: plan.periods.map(({ date, beyond }) => ({ date: isoDate(date), beyond })),
    years: plan.years.map((year) => ({ year, complete: coversYear(scenario.calendar, year) })),
    periodsPerYear: plan.periodsPerYear,
    classes: classFacts(plan),
    columns: plan.columns,
    engine: kind,
    engineReason: why,
    // A sum of Bernoulli counts is nearer to Poisson than its largest probability (Le Cam 1960; Barbour & Hall 1984).
    engineBound: kind === "fast" ? largestClaimProbability : null,
    uncertain: uncertainNumbers(plan),
    replicationsAsked: plan.replications,
    blockSize: plan.blockSize,
    seed: plan.seed,
  };
}

/** Whether all days of a calendar year are simulated. */
export function coversYear({ from, to }: Calendar, year: number): boolean {
  const first = dayOf(`${year}-01-01`);
  const last = dayOf(`${year}-12-31`);
  return first !== null && last !== null && from <= first && to >= last;
}

/** By the means, which the fast engine lumps with: relative risks are then the ones it used. */
function classFacts({ classes: names, rules, draws }: Plan): PlanFacts["classes"] {
  const { classes } = rules[0];
  const portions = classes.map(({ portion }) => central(portion, draws));
  const all = portions.reduce((sum, portion) => sum + portion, 0);
  return names.map((name, k) => ({
    name,
    relativeRisk: central(classes[k].relativeRisk, draws),
    portionOfJoiners: all > 0 ? portions[k] / all : 0,
  }));
}

/** All numbers of a plan that are drawn, each once. */
export function uncertainNumbers({ draws, shapes }: Pick<Plan, "draws" | "shapes">): UncertainNumber[] {
  const paths = new Set(draws.map(({ path }) => path));
  return [
    ...[...paths].map((path): UncertainNumber => ({ path, kind: "perReplication" })),
    ...shapes.map(({ path }): UncertainNumber => ({ path, kind: "perBlock" })),
  ];
}
