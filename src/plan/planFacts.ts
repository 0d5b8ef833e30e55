import { coversYear } from "../scenario/coversYear.ts";
import { isoDate } from "../scenario/day.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Column } from "./columns.ts";
import { central } from "./parameters.ts";
import type { GroupRule, Plan, PoolPlan, WeightRule } from "./plan.ts";
import { increasingInTotal } from "./sharing/increasingInTotal.ts";

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
  /** The classes of all pools, each as the first pool has it. */
  readonly classes: readonly ClassFacts[];
  readonly pools: readonly PoolFacts[];
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

/** A class at the start, at the central values of uncertain numbers; the portions of a pool's classes sum to one. */
export interface ClassFacts {
  readonly name: string;
  readonly relativeRisk: number;
  readonly portionOfJoiners: number;
}

export interface PoolFacts {
  /** Empty where the plan has one pool only. */
  readonly name: string;
  readonly copies: number;
  readonly classes: readonly ClassFacts[];
  /** How the cost is divided at the start. */
  readonly rule: RuleFacts;
}

export interface RuleFacts {
  readonly kind: Exclude<WeightRule, { kind: "group" }>["kind"] | GroupRule["kind"];
  /** Whether nobody's share falls when the total grows. */
  readonly increasingInTotal: ReturnType<typeof increasingInTotal>;
}

/** The facts of a compiled scenario. */
export function factsOf(scenario: Scenario, plan: Plan): PlanFacts {
  const { kind, why, largestClaimProbability } = plan.engine;
  const pools = plan.pools.map(poolFacts);
  return {
    periods: plan.periods.map(({ date, beyond }) => ({ date: isoDate(date), beyond })),
    years: plan.years.map((year) => ({ year, complete: coversYear(scenario.calendar, year) })),
    periodsPerYear: plan.periodsPerYear,
    classes: firstOfEach(pools.flatMap(({ classes }) => classes)),
    pools,
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

function poolFacts(pool: PoolPlan): PoolFacts {
  const { name, copies, rules } = pool;
  const { weights } = rules[0].sharing;
  const kind = weights.kind === "group" ? weights.rule.kind : weights.kind;
  const rule = { kind, increasingInTotal: increasingInTotal(weights) };
  return { name, copies, classes: classFacts(pool), rule };
}

/** By the means, which the fast engine lumps with: relative risks are then the ones it used. */
function classFacts({ classes: names, rules, draws }: PoolPlan): ClassFacts[] {
  const { classes } = rules[0];
  const portions = classes.map(({ portion }) => central(portion, draws));
  const all = portions.reduce((sum, portion) => sum + portion, 0);
  return names.map((name, k) => ({
    name,
    relativeRisk: central(classes[k].relativeRisk, draws),
    portionOfJoiners: all > 0 ? portions[k] / all : 0,
  }));
}

/** In the order of `planClasses`. */
function firstOfEach(classes: readonly ClassFacts[]): ClassFacts[] {
  return classes.filter(({ name }, k) => classes.findIndex((other) => other.name === name) === k);
}

/** All numbers of a plan that are drawn, each once. */
export function uncertainNumbers({ draws, shapes }: Pick<Plan, "draws" | "shapes">): UncertainNumber[] {
  const paths = new Set(draws.map(({ path }) => path));
  return [
    ...[...paths].map((path): UncertainNumber => ({ path, kind: "perReplication" })),
    ...shapes.map(({ path }): UncertainNumber => ({ path, kind: "perBlock" })),
  ];
}
