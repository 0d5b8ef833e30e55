import type { ColumnSource } from "../plan/columns.ts";
import { type averagedMetrics, metricIndex, type PeriodMetric } from "../plan/metrics.ts";
import type { Plan } from "../plan/plan.ts";
import { daysPerYear } from "../scenario/day.ts";
import type { BlockOutcome } from "./outcome.ts";
import type { State } from "./state.ts";

/** Members at the end of each year, all and by class: the columns that the paths do not hold. */
export function fillYearEnd(
  plan: Plan,
  state: State,
  outcome: BlockOutcome,
  offset: number,
  t: number,
): void {
  const { periods } = plan;
  const next = periods.at(t + 1);
  if (periods[t].beyond || (next && !next.beyond && next.year === periods[t].year)) return;
  plan.columns.forEach(({ of }, column) => {
    if (of.kind !== "yearEnd" || of.year !== periods[t].year) return;
    const members = of.classIndex === null ? state.now.members : membersOfClass(state, of.classIndex);
    outcome.columns.set(members, column * outcome.count + offset);
  });
}

function membersOfClass({ now, lanes }: State, k: number): Float64Array {
  return now.classMembers.subarray(k * lanes.count, (k + 1) * lanes.count);
}

/** Everything else that a replication's row holds, from the paths of its block. */
export function fillColumns(plan: Plan, outcome: BlockOutcome): void {
  plan.columns.forEach(({ of }, column) => {
    if (of.kind === "yearEnd") return;
    const fill = columnValue(plan, outcome, of);
    for (let i = 0; i < outcome.count; i++) outcome.columns[column * outcome.count + i] = fill(i);
  });
}

/** A column's value for the `i`-th replication of the block. */
function columnValue(
  plan: Plan,
  outcome: BlockOutcome,
  of: Exclude<ColumnSource, { kind: "yearEnd" }>,
): (i: number) => number {
  const { periods } = plan;
  const at = (metric: PeriodMetric, t: number, i: number) =>
    outcome.paths[(metricIndex[metric] * periods.length + t) * outcome.count + i];
  const sum = (metrics: readonly PeriodMetric[], i: number, from: number, to: number) => {
    let total = 0;
    for (const metric of metrics) for (let t = from; t < to; t++) total += at(metric, t, i);
    return total;
  };
  switch (of.kind) {
    case "yearSum": {
      const [from, to] = yearRange(plan, of.year);
      return (i) => sum([of.metric], i, from, to);
    }
    case "yearMean": {
      const [from, to] = yearRange(plan, of.year);
      return (i) => yearMean(of.metric, at, i, from, Math.min(to, outcome.lastRunning[i] + 1));
    }
    case "total": {
      const metrics: readonly PeriodMetric[] = of.metric === "cost" ? ["aid", "aidCut", "fee"] : [of.metric];
      return (i) => sum(metrics, i, 0, periods.length);
    }
    case "endingYear":
      return (i) =>
        outcome.endings[i] === 0 ? Number.POSITIVE_INFINITY : decimalYear(plan, outcome.lastRunning[i]);
    case "peak":
      return (i) => {
        let peak = 0;
        for (let t = 0; t < periods.length; t++) peak = Math.max(peak, at(of.metric, t, i));
        return peak;
      };
    case "runOff": {
      const metrics: readonly PeriodMetric[] = of.metric === "cost" ? ["aid", "aidCut", "fee"] : ["cases"];
      return (i) =>
        outcome.endings[i] === 0 ? 0 : sum(metrics, i, outcome.lastRunning[i] + 1, periods.length);
    }
    case "period":
      return (i) => at(of.metric, of.period, i);
  }
}

/** Index of a year's first period, and of the first after it. */
function yearRange({ periods }: Plan, year: number): [number, number] {
  return [periods.findIndex((of) => of.year === year), periods.findLastIndex((of) => of.year === year) + 1];
}

/**
 * Mean over the periods of a year in which the plan ran. Where it had ended before, there are no sharers; what describes
 * the members (indices, `coveredPart`: the covered's part of them) is then that of the last period in which it ran.
 */
function yearMean(
  metric: (typeof averagedMetrics)[number],
  at: (metric: PeriodMetric, t: number, i: number) => number,
  i: number,
  from: number,
  to: number,
): number {
  const valueIn = (t: number) => {
    if (metric !== "coveredPart") return at(metric, t, i);
    return at("members", t, i) > 0 ? at("covered", t, i) / at("members", t, i) : 0;
  };
  if (to <= from) return metric === "sharers" ? 0 : valueIn(to - 1);
  let total = 0;
  for (let t = from; t < to; t++) total += valueIn(t);
  return total / (to - from);
}

/** Day of settlement as a year with its part: 2020.5 is the middle of 2020. */
function decimalYear({ periods }: Plan, t: number): number {
  return 1970 + periods[t].date / daysPerYear;
}
