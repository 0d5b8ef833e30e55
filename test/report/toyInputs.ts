import { headlineColumns } from "../../src/plan/headlineColumns.ts";
import { type PeriodMetric, periodMetrics } from "../../src/plan/metrics.ts";
import type { ReportInputs } from "../../src/report/inputs.ts";
import { dayOf } from "../../src/scenario/day.ts";
import type { Assumption, Observation, PoolScenario, Scenario, Stage } from "../../src/scenario/scenario.ts";
import type { Figure } from "../../src/statistics/figure.ts";
import type { ColumnResult, PeriodResult, Results, SeriesResult } from "../../src/statistics/results.ts";
import type { ToyPlan, ToySeries } from "./toyPlan.ts";
import { runToy, type ToyPoolPlan, type ToyRun } from "./toyRun.ts";

/** What a scenario's author writes beside the plan. */
export interface Words {
  readonly title: string;
  readonly purpose?: string;
  readonly currency?: string;
  readonly history?: readonly Observation[];
  readonly assumptions?: readonly Assumption[];
  readonly uncertain?: ReportInputs["uncertain"];
  readonly answers?: ReportInputs["answers"];
  readonly file?: string;
  readonly overrides?: readonly string[];
  readonly asked?: readonly string[];
  readonly replicationsAsked?: number;
  readonly goals?: ReportInputs["goals"];
  readonly variance?: ReportInputs["variance"];
  readonly growth?: ReportInputs["growth"];
}

export function observation(date: string, figure: string, value: number, source: string): Observation {
  return { day: dayOf(date) ?? 0, figure, value, source };
}

/** What a run of a toy of one pool would hand to `makeReport`. */
export function inputsOf(plan: ToyPlan, words: Words): ReportInputs {
  return poolInputsOf([{ name: "", copies: 1, plan }], words);
}

/** The same of several pools, or of one with copies. */
export function poolInputsOf(pools: readonly ToyPoolPlan[], words: Words): ReportInputs {
  const run = runToy(pools);
  const [{ plan }] = pools;
  const years = [...new Set(run.dates.map((date) => Number(date.slice(0, 4))))];
  const from = `${plan.from.year}-${String(plan.from.month).padStart(2, "0")}-01`;
  const to = run.dates[run.dates.length - 1];
  const complete = (year: number) =>
    run.dates.filter((date) => date.startsWith(`${year}`)).length === plan.periodsPerYear;
  const scenario = scenarioOf(from, to, words, pools);
  const columns = run.columns.map(({ column }) => column);
  return {
    results: resultsOf(run, plan.replications),
    scenario,
    periods: run.dates.map((date) => ({ date, beyond: false })),
    years: years.map((year) => ({ year, complete: complete(year) })),
    periodsPerYear: plan.periodsPerYear,
    classes: run.classes,
    pools: pools.map(({ name, copies, plan: { classes } }) => ({
      ...{ name, copies, classes },
      rule: { kind: "equal", increasingInTotal: "yes" },
    })),
    columns,
    engine: plan.initial > 1e6 ? "fast" : "exact",
    engineReason: plan.initial > 1e6 ? "claims are rare and the pool is large" : "the pool is small",
    engineBound: plan.initial > 1e6 ? 8.3e-5 : null,
    replicationsAsked: words.replicationsAsked ?? plan.replications,
    seed: "相互 seed",
    digest: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    version: "0.1.0",
    file: words.file ?? "scenarios/toy.yaml",
    overrides: words.overrides ?? [],
    published: [],
    asked: words.asked ?? [],
    blockSize: 128,
    uncertain: words.uncertain ?? [],
    answers: words.answers ?? [],
    goals: words.goals ?? [],
    headlines: headlineColumns(scenario, { years, columns }),
    ages: [],
    exact: { figures: [], leftOut: [] },
    variance: words.variance ?? { kind: "claims" },
    growth: words.growth ?? { kind: "leftOut" },
  };
}

const ending: Stage["ending"] = {
  minimumMembers: null,
  closing: null,
  hazard: 0,
  start: null,
  shareCeiling: null,
  operator: null,
  refund: 0,
  membersMoveTo: null,
  runOff: { claimWindowDays: 0, paidBy: "operator", remaining: 1, atOnce: false },
};

const sharing: Stage["sharing"] = {
  sharers: "members",
  rule: { kind: "equal" },
  premium: null,
  fee: 0.08,
  feePerHead: 0,
  roundUpTo: 0.01,
  caps: { perCase: null, perPeriod: null, perYear: null },
  excess: "operator",
  exempt: null,
  freeDays: 0,
  subsidyBudget: null,
};

/** A stage of rules that say nothing a toy does. */
export function stageFrom(from: number): Stage {
  return {
    from,
    members: null,
    cover: null,
    claims: { delay: { kind: "none" }, denied: 0, jury: null },
    sharing,
    collection: { failing: 0, graceDays: 0, unpaid: "nextPeriod" },
    funding: null,
    ending,
  };
}

function poolOf(name: string, copies: number, from: number): PoolScenario {
  return {
    name,
    copies,
    joining: { initial: 0, schedule: [], target: [], bass: null, rejoin: 0 },
    group: null,
    dependence: null,
    stages: [stageFrom(from)],
  };
}

/** The scenario with its pools changed. */
export function withPools(inputs: ReportInputs, change: (pool: PoolScenario) => PoolScenario): ReportInputs {
  return { ...inputs, scenario: { ...inputs.scenario, pools: inputs.scenario.pools.map(change) } };
}

/** The scenario with every stage of every pool changed. */
export function withStages(inputs: ReportInputs, change: (stage: Stage) => Stage): ReportInputs {
  return withPools(inputs, (pool) => ({ ...pool, stages: pool.stages.map(change) }));
}

/** The results with those of the whole plan changed. */
export function withPlanSeries(
  inputs: ReportInputs,
  change: (series: SeriesResult) => SeriesResult,
): ReportInputs {
  const [plan, ...pools] = inputs.results.series;
  return { ...inputs, results: { ...inputs.results, series: [change(plan), ...pools] } };
}

function scenarioOf(from: string, to: string, words: Words, pools: readonly ToyPoolPlan[]): Scenario {
  return {
    title: words.title,
    purpose: words.purpose ?? "",
    currency: words.currency ?? "yuan",
    seed: "fentan",
    replications: 1000,
    engine: "auto",
    calendar: {
      from: dayOf(from) ?? 0,
      to: dayOf(to) ?? 0,
      settle: { kind: "every", count: 1, unit: "month" },
    },
    pools: pools.map(({ name, copies }) => poolOf(name, copies, dayOf(from) ?? 0)),
    shocks: { yearly: null, events: [] },
    spiral: null,
    history: words.history ?? [],
    published: [],
    ask: (words.answers ?? []).map(({ ask }) => ask),
    without: [],
    assumptions: words.assumptions ?? [],
  };
}

function resultsOf(run: ToyRun, replications: number): Results {
  const columns = run.columns.map(({ column, values }): [string, ColumnResult] => [
    column.name,
    { values, figure: values.every(Number.isFinite) ? figureOf(Array.from(values)) : null },
  ]);
  return {
    replications,
    clustered: false,
    blockCounts: Int32Array.of(replications),
    series: run.series.map((series) => seriesOf(series, replications)),
    columns: Object.fromEntries(columns),
    maxImbalance: 3.1e-16,
    maxMemberImbalance: 5e-17,
  };
}

function seriesOf({ paths, lastRunning, endings }: ToySeries, replications: number): SeriesResult {
  const periods = paths.share.map((_, t): PeriodResult => {
    const alive = Array.from({ length: replications }, (_, r) => r).filter((r) => t <= lastRunning[r]);
    const figures = periodMetrics.map(({ key, running }) => {
      const all = paths[key][t];
      return [key, figureOf(running ? alive.map((r) => all[r]) : all)];
    });
    const value = alive.length / replications;
    return {
      running: { value, se: Math.sqrt((value * (1 - value)) / replications) },
      figures: Object.fromEntries(figures) as Record<PeriodMetric, Figure | null>,
    };
  });
  return { periods, lastRunning, endings };
}

function figureOf(values: readonly number[]): Figure | null {
  const n = values.length;
  if (n === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const mean = sorted.reduce((sum, x) => sum + x, 0) / n;
  const sd = n < 2 ? 0 : Math.sqrt(sorted.reduce((sum, x) => sum + (x - mean) ** 2, 0) / (n - 1));
  const q = (p: number) => {
    const at = p * (n - 1);
    const low = sorted[Math.floor(at)];
    return low + (sorted[Math.ceil(at)] - low) * (at - Math.floor(at));
  };
  const se = sd / Math.sqrt(n);
  return {
    mean,
    se,
    sd,
    q05: q(0.05),
    q25: q(0.25),
    q50: q(0.5),
    q75: q(0.75),
    q95: q(0.95),
    seQ05: 2.1 * se,
    seQ50: 1.25 * se,
    seQ95: 2.1 * se,
  };
}
