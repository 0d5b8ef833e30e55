import type { Param, Plan } from "../plan/plan.ts";
import { quantile } from "../random/quantileOf.ts";
import { dayOf, isoDate } from "../scenario/day.ts";
import type { Calendar, Scenario } from "../scenario/scenario.ts";

/** A number that is drawn: per replication (`path`), or per block because it reshapes the plan (`shape`). */
export interface UncertainNumber {
  readonly path: string;
  readonly kind: "path" | "shape";
}

/** What a report tells of a plan beside its results. */
export interface PlanFacts {
  readonly periods: readonly { readonly date: string; readonly beyond: boolean }[];
  /** `complete`: the calendar covers the whole year. */
  readonly years: readonly { readonly year: number; readonly complete: boolean }[];
  readonly periodsPerYear: number;
  /** At the start; uncertain numbers by their medians, portions scaled to sum to one. */
  readonly classes: readonly {
    readonly name: string;
    readonly relativeRisk: number;
    readonly portionOfJoiners: number;
  }[];
  readonly columns: Plan["columns"];
  readonly engine: "exact" | "fast";
  readonly engineReason: string;
  /** Bound on the total variation distance of a period's claim count from the exact law; null for `exact`. */
  readonly engineBound: number | null;
  readonly uncertain: readonly UncertainNumber[];
  readonly replicationsAsked: number;
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
    seed: plan.seed,
  };
}

/** Whether all days of a calendar year are simulated. */
export function coversYear({ from, to }: Calendar, year: number): boolean {
  const first = dayOf(`${year}-01-01`);
  const last = dayOf(`${year}-12-31`);
  return first !== null && last !== null && from <= first && to >= last;
}

function classFacts(plan: Plan): PlanFacts["classes"] {
  const { classes } = plan.rules[0];
  const portions = classes.map(({ portion }) => median(portion, plan));
  const all = portions.reduce((sum, portion) => sum + portion, 0);
  return plan.classes.map((name, k) => ({
    name,
    relativeRisk: median(classes[k].relativeRisk, plan),
    portionOfJoiners: all > 0 ? portions[k] / all : 0,
  }));
}

function median(param: Param, { draws }: Plan): number {
  if (typeof param === "number") return param;
  const { distribution, scale } = draws[param.draw];
  return quantile(distribution, 0.5) * scale;
}

/** All numbers of a plan that are drawn, each once. */
export function uncertainNumbers({ draws, shapes }: Plan): UncertainNumber[] {
  const paths = new Set(draws.map(({ path }) => path));
  return [
    ...[...paths].map((path): UncertainNumber => ({ path, kind: "path" })),
    ...shapes.map(({ path }): UncertainNumber => ({ path, kind: "shape" })),
  ];
}
