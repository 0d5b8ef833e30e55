import type { Column, ColumnSource } from "../../src/plan/columns.ts";
import {
  averagedMetrics,
  type EndingCause,
  endingCauses,
  type PeriodMetric,
  periodMetrics,
  summedMetrics,
} from "../../src/plan/metrics.ts";

/*
 * A toy of a mutual-aid plan, only good enough to give the report believable numbers that balance. It shares no code
 * with the engine, so that the report can be developed and tested without it.
 */

export interface ToyPlan {
  readonly replications: number;
  readonly from: { readonly year: number; readonly month: number };
  readonly years: number;
  readonly periodsPerYear: 1 | 12 | 24;
  readonly initial: number;
  /** Joiners in a period. */
  readonly joiners: (period: number, years: number) => number;
  readonly classes: readonly {
    readonly name: string;
    readonly relativeRisk: number;
    readonly portionOfJoiners: number;
  }[];
  /** Claims per covered member and year; 0: nobody ever claims. */
  readonly incidence: number;
  readonly meanAid: number;
  readonly fee: number;
  readonly lapse: number;
  /** Growth of the lapse of the low risks per yuan of yearly share. */
  readonly sensitivity: number;
  readonly hazard: number;
  readonly minimumMembers: number;
  /** Last period of a plan that closes by decision; Infinity: none. */
  readonly closes: number;
  /** Standard deviation of the logarithm of the unknown level. */
  readonly spread: number;
}

export interface ToyRun {
  readonly dates: readonly string[];
  readonly paths: Readonly<Record<PeriodMetric, number[][]>>;
  readonly columns: readonly { readonly column: Column; readonly values: Float64Array }[];
  readonly lastRunning: Int32Array;
  readonly endings: Uint8Array;
}

export function runToyPlan(plan: ToyPlan): ToyRun {
  const dates = toyDates(plan);
  const periods = dates.length;
  const zeros = () => Array.from({ length: periods }, () => new Array<number>(plan.replications).fill(0));
  const paths = Object.fromEntries(periodMetrics.map(({ key }) => [key, zeros()])) as ToyRun["paths"];
  const byClass = plan.classes.map(zeros);
  const lastRunning = new Int32Array(plan.replications);
  const endings = new Uint8Array(plan.replications);
  for (let r = 0; r < plan.replications; r++) {
    const { last, cause } = toyReplication(plan, periods, r, paths, byClass);
    lastRunning[r] = last;
    for (let t = last + 1; t < periods; t++) paths.surplus[t][r] = paths.surplus[last][r];
    endings[r] = endingCauses.indexOf(cause);
  }
  return {
    dates,
    paths,
    lastRunning,
    endings,
    columns: toyColumns(plan, dates, paths, byClass, lastRunning, endings),
  };
}

function toyDates({ from, years, periodsPerYear }: ToyPlan): string[] {
  const dates: string[] = [];
  for (let i = 0; i < years * periodsPerYear; i++) {
    const month = from.month - 1 + (periodsPerYear === 24 ? Math.floor(i / 2) : i * (12 / periodsPerYear));
    const day = periodsPerYear === 24 && i % 2 === 0 ? "14" : "28";
    dates.push(`${from.year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-${day}`);
  }
  return dates;
}

/** One replication; writes its figures into the paths and says how it ended. */
function toyReplication(
  plan: ToyPlan,
  periods: number,
  r: number,
  paths: ToyRun["paths"],
  byClass: readonly number[][][],
): { last: number; cause: EndingCause } {
  const random = generator(r + 1);
  const level = Math.exp(plan.spread * normal(random));
  const members = plan.classes.map(({ portionOfJoiners }) => plan.initial * portionOfJoiners);
  const waiting: number[] = [];
  let [surplus, yearly, reported] = [0, 0, 0];
  const shares: number[] = [];
  for (let t = 0; t < periods; t++) {
    const perYear = plan.periodsPerYear;
    const put = (metric: PeriodMetric, value: number) => {
      paths[metric][t][r] = value;
    };
    const joiners = Math.round(plan.joiners(t, t / perYear));
    plan.classes.forEach(({ portionOfJoiners }, c) => {
      members[c] += joiners * portionOfJoiners;
    });
    waiting.push(joiners);
    const all = sum(members);
    const covered = all - sum(waiting.slice(-Math.ceil(perYear / 4)));
    const risk = sum(members.map((m, c) => m * plan.classes[c].relativeRisk)) / Math.max(all, 1e-9);
    const atStart = sum(plan.classes.map((c) => c.portionOfJoiners * c.relativeRisk));
    const ageIndex = 1 + 0.03 * (t / perYear);
    const durationIndex = 1 - 0.7 * Math.exp(-(t + 1) / perYear / 2);
    const expected =
      (Math.max(covered, 0) * plan.incidence * level * (risk / atStart) * ageIndex * durationIndex) / perYear;
    reported += (expected - reported) * 0.35;
    const mean = perYear === 1 ? expected : reported;
    const cases = Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
    const aid = cases * plan.meanAid * (1 - 0.04 * Math.min(t / perYear, 3));
    const fee = aid * plan.fee;
    const share = all < 1 ? 0 : Math.max(0, Math.ceil(((aid + fee - surplus) / all) * 100 - 1e-9) / 100);
    surplus += share * all - aid - fee;
    shares.push(share);
    yearly = sum(shares.slice(-perYear));
    put("sharers", all);
    put("covered", covered);
    put("joiners", joiners);
    put("cases", cases);
    put("aid", aid);
    put("fee", fee);
    put("contributions", share * all);
    put("surplus", surplus);
    put("share", share);
    put("shareRollingYear", yearly);
    put("meanAge", 33 + t / perYear / 2);
    put("ageIndex", ageIndex);
    put("selectionIndex", risk / atStart);
    put("durationIndex", durationIndex);
    let lapsed = 0;
    members.forEach((m, c) => {
      const rate = plan.lapse * (1 + (plan.sensitivity * yearly) / plan.classes[c].relativeRisk ** 2);
      const left = m * (1 - Math.exp(-rate / perYear)) * (1 + 0.1 * normal(random));
      members[c] = Math.max(0, m - left);
      lapsed += Math.min(left, m);
    });
    const others = {
      claimed: cases * 0.9,
      died: all * (0.0008 / perYear),
      defaulted: all * 0.0006,
      agedOut: all * (0.004 / perYear),
    };
    const scale = Math.max(0, 1 - sum(Object.values(others)) / Math.max(sum(members), 1e-9));
    for (const [metric, value] of Object.entries(others)) put(metric as PeriodMetric, Math.min(value, all));
    members.forEach((m, c) => {
      members[c] = m * scale;
      byClass[c][t][r] = members[c];
    });
    put("lapsed", lapsed);
    put("members", sum(members));
    if (t >= plan.closes) return { last: t, cause: "closing" };
    if (t > 3 && sum(members) < plan.minimumMembers) return { last: t, cause: "minimumMembers" };
    if (random() < 1 - Math.exp(-plan.hazard / perYear)) return { last: t, cause: "hazard" };
  }
  return { last: periods - 1, cause: "none" };
}

function toyColumns(
  plan: ToyPlan,
  dates: readonly string[],
  paths: ToyRun["paths"],
  byClass: readonly number[][][],
  lastRunning: Int32Array,
  endings: Uint8Array,
): ToyRun["columns"] {
  const n = plan.replications;
  const all = dates.map((_, t) => t);
  const years = [...new Set(dates.map(yearOf))];
  const columns: { column: Column; values: Float64Array }[] = [];
  const add = (name: string, of: ColumnSource, value: (r: number) => number) =>
    columns.push({ column: { name, of }, values: Float64Array.from({ length: n }, (_, r) => value(r)) });
  const sumOver = (metric: PeriodMetric, ts: readonly number[]) => (r: number) =>
    sum(ts.map((t) => paths[metric][t][r]));
  for (const year of years) {
    const ts = all.filter((t) => yearOf(dates[t]) === year);
    const end = ts[ts.length - 1];
    for (const metric of summedMetrics)
      add(`years.${year}.${metric}`, { kind: "yearSum", year, metric }, sumOver(metric, ts));
    for (const metric of averagedMetrics)
      add(`years.${year}.${metric}`, { kind: "yearMean", year, metric }, (r) => {
        const ran = ts.filter((t) => t <= lastRunning[r]);
        const values = ran.map((t) =>
          metric === "coveredPart" ? paths.covered[t][r] / paths.sharers[t][r] : paths[metric][t][r],
        );
        return ran.length === 0 ? 0 : sum(values) / ran.length;
      });
    add(`years.${year}.members`, { kind: "yearEnd", year, classIndex: null }, (r) => paths.members[end][r]);
    plan.classes.forEach(({ name }, classIndex) => {
      add(
        `years.${year}.members[class=${name}]`,
        { kind: "yearEnd", year, classIndex },
        (r) => byClass[classIndex][end][r],
      );
    });
  }
  for (const metric of [...summedMetrics, "joiners", "lapsed"] as const)
    add(`total.${metric}`, { kind: "total", metric }, sumOver(metric, all));
  add(
    "total.cost",
    { kind: "total", metric: "cost" },
    (r) => sumOver("aid", all)(r) + sumOver("fee", all)(r),
  );
  add("ending.year", { kind: "endingYear" }, (r) =>
    endings[r] === 0 ? Number.POSITIVE_INFINITY : Number(yearOf(dates[lastRunning[r]])),
  );
  for (const metric of ["members", "share"] as const)
    add(`peak.${metric}`, { kind: "peak", metric }, (r) => Math.max(...all.map((t) => paths[metric][t][r])));
  for (const metric of ["cost", "cases"] as const)
    add(`runOff.${metric}`, { kind: "runOff", metric }, () => 0);
  return columns;
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Mulberry32: enough for a toy. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
