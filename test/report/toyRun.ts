import { type Column, type ColumnSource, copiesMetrics } from "../../src/plan/columns.ts";
import { type PeriodMetric, periodMetrics } from "../../src/plan/metrics.ts";
import { planColumns } from "../../src/plan/planColumns.ts";
import {
  runToyPool,
  sum,
  type ToyClass,
  type ToyEndMetric,
  type ToyPlan,
  type ToyPool,
  type ToySeries,
  toyDates,
  toyEndMetrics,
} from "./toyPlan.ts";

/** A pool of a toy: its name (empty where there is one only), how many are alike, and how it runs. */
export interface ToyPoolPlan {
  readonly name: string;
  readonly copies: number;
  readonly plan: ToyPlan;
}

export interface ToyRun {
  readonly dates: readonly string[];
  /** The whole plan; then, if there are several, each pool. */
  readonly series: readonly ToySeries[];
  readonly classes: ToyPlan["classes"];
  readonly columns: readonly { readonly column: Column; readonly values: Float64Array }[];
}

/** All pools of the same replications and calendar. */
export function runToy(pools: readonly ToyPoolPlan[]): ToyRun {
  const dates = toyDates(pools[0].plan);
  const runs = pools.map(({ plan }) => runToyPool(plan, dates.length));
  const series = pools.length > 1 ? [together(runs), ...runs] : [runs[0]];
  const names = [...new Set(pools.flatMap(({ plan }) => plan.classes.map(({ name }) => name)))];
  const classes = names.map((name) => classTogether(pools, runs, name));
  const columns = planColumns({
    years: [...new Set(dates.map(yearOf))],
    periods: [],
    pools: pools.map(({ name, copies, plan }) => ({ name, copies, rules: [{ funding: fundingOf(plan) }] })),
    classes: names,
    watched: [],
    spiral: null,
  });
  return {
    dates,
    series,
    classes: names.map((name) => factsOf(pools, name)),
    columns: columns.map((column) => ({
      column,
      values: Float64Array.from({ length: pools[0].plan.replications }, (_, r) =>
        valueAt(column.of, series[column.series], classes, dates, r),
      ),
    })),
  };
}

/** All that columns ask of the rules is whether there are deposits. */
function fundingOf({ deposit }: ToyPlan) {
  if (deposit === 0) return null;
  const none = { minimum: 0, topUpAmount: deposit, topUpPortion: 0, interest: 0, spent: 0.2 };
  return { deposit, credit: 0.2 * deposit, ...none, refundToLeavers: false };
}

function factsOf(pools: readonly ToyPoolPlan[], wanted: string): ToyPlan["classes"][number] {
  const [found] = pools.flatMap(({ plan }) => plan.classes.filter(({ name }) => name === wanted));
  return found;
}

/** Sums over pools, means weighted as `periodMetrics` says; it runs as long as one of them does. */
function together(runs: readonly ToyPool[]): ToySeries {
  const [first] = runs;
  const over = (of: (run: ToyPool) => number[][], weight: ((run: ToyPool) => number[][]) | null) =>
    of(first).map((row, t) =>
      row.map((_, r) => {
        if (weight === null) return sum(runs.map((run) => of(run)[t][r]));
        const weights = sum(runs.map((run) => weight(run)[t][r]));
        return weights > 0 ? sum(runs.map((run) => of(run)[t][r] * weight(run)[t][r])) / weights : 0;
      }),
    );
  const paths = Object.fromEntries(
    periodMetrics.map(({ key, over: by }) => [
      key,
      over(({ paths }) => paths[key], by === null ? null : ({ paths }) => paths[by]),
    ]),
  ) as Record<PeriodMetric, number[][]>;
  const last = (r: number) => runs.reduce((a, b) => (b.lastRunning[r] > a.lastRunning[r] ? b : a));
  return {
    paths,
    lastRunning: first.lastRunning.map((_, r) => last(r).lastRunning[r]),
    endings: first.endings.map((_, r) => (runs.some((run) => run.endings[r] === 0) ? 0 : last(r).endings[r])),
    atEnd: Object.fromEntries(
      toyEndMetrics.map((key) => [
        key,
        first.atEnd[key].map((_, r) => sum(runs.map(({ atEnd }) => atEnd[key][r]))),
      ]),
    ) as Record<ToyEndMetric, number[]>,
  };
}

function classTogether(pools: readonly ToyPoolPlan[], runs: readonly ToyPool[], name: string): ToyClass {
  const found = runs.flatMap(({ classes }, i) =>
    classes.filter((_, c) => pools[i].plan.classes[c].name === name),
  );
  const added = (of: (one: ToyClass) => number[][]) =>
    of(found[0]).map((row, t) => row.map((_, r) => sum(found.map((one) => of(one)[t][r]))));
  return {
    members: added(({ members }) => members),
    asked: added(({ asked }) => asked),
    expectedAid: added(({ expectedAid }) => expectedAid),
  };
}

function valueAt(
  of: ColumnSource,
  { paths, lastRunning, endings, atEnd }: ToySeries,
  classes: readonly ToyClass[],
  dates: readonly string[],
  r: number,
): number {
  const all = dates.map((_, t) => t);
  const within = (year: number | null) => all.filter((t) => year === null || yearOf(dates[t]) === year);
  const sumOver = (metrics: readonly PeriodMetric[], year: number | null) =>
    sum(within(year).flatMap((t) => metrics.map((metric) => paths[metric][t][r])));
  switch (of.kind) {
    case "yearSum":
      return sumOver([of.metric], of.year);
    case "total":
      return sumOver(of.metric === "cost" ? ["aid", "aidCut", "fee"] : [of.metric], null);
    case "yearMean": {
      const ran = within(of.year).filter((t) => t <= lastRunning[r]);
      const { metric } = of;
      const values = ran.map((t) =>
        metric === "coveredPart" ? paths.covered[t][r] / paths.sharers[t][r] : paths[metric][t][r],
      );
      return ran.length === 0 ? 0 : sum(values) / ran.length;
    }
    case "yearEnd":
      return paths[of.metric][within(of.year).at(-1) ?? 0][r];
    case "classYearEnd":
      return classes[of.classIndex].members[within(of.year).at(-1) ?? 0][r];
    case "classSum": {
      const { asked, expectedAid, members } = classes[of.classIndex];
      const sums = of.metric === "share" ? asked : expectedAid;
      return sum(within(of.year).map((t) => (members[t][r] > 0 ? sums[t][r] / members[t][r] : 0)));
    }
    case "classMoney": {
      const money = classes[of.classIndex][of.metric];
      return sum(within(of.year).map((t) => money[t][r]));
    }
    case "spiralYear":
      return Number.POSITIVE_INFINITY;
    case "endingYear":
      return endings[r] === 0 ? Number.POSITIVE_INFINITY : yearOf(dates[lastRunning[r]]);
    case "peak":
      return all.reduce((most, t) => Math.max(most, paths[of.metric][t][r]), 0);
    case "runOff": {
      if (of.metric !== "paidPart") return atEnd[of.metric][r];
      const owed = atEnd.aid[r] + atEnd.aidCut[r];
      return owed > 0 ? atEnd.aid[r] / owed : 1;
    }
    case "atEnding":
      return atEnd[of.metric][r];
    case "copies":
      // Nothing is simulated of copies: numbers that look like theirs.
      return of.metric === "ended"
        ? r % 7
        : of.metric === "cut"
          ? 0
          : 20 * copiesMetrics.indexOf(of.metric) + (r % 5);
    case "classPeriod": {
      const { asked, expectedAid, members } = classes[of.classIndex];
      if (of.metric === "members") return members[of.period][r];
      return (of.metric === "share" ? asked : expectedAid)[of.period][r] / members[of.period][r];
    }
    case "period":
      return paths[of.metric][of.period][r];
  }
}

function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}
