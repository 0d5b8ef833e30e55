import { type Column, type ColumnSource, type CopiesMetric, copiesMetrics } from "../plan/columns.ts";
import type { ClassMetric, PeriodMetric } from "../plan/metrics.ts";
import type { Period, Plan, PoolPlan } from "../plan/plan.ts";
import { lastPeriodOf, type PeriodRange, yearRange } from "../plan/yearRange.ts";
import { decimalYear } from "../scenario/day.ts";
import { fillSpiralYear } from "./fillSpiralYear.ts";
import { fillYearMean } from "./fillYearMean.ts";
import { classNumbers, type NumbersOf, seriesNumbers } from "./numbersOf.ts";
import type { SeriesOutcome } from "./outcome.ts";
import { type EndMetric, endMetrics, type Recording } from "./recording.ts";

/** What columns need of a plan. */
export type ColumnPlan = Pick<Plan, "columns" | "periods" | "spiral"> & {
  readonly pools: readonly Pick<PoolPlan, "classes">[];
};

/** Everything that a replication's row holds, from what its block recorded. O(columns x periods x replications). */
export function fillColumns(plan: ColumnPlan, recording: Recording): void {
  const { columns, count } = recording.outcome;
  plan.columns.forEach((column, c) => {
    fillColumn(plan, recording, column, columns.subarray(c * count, (c + 1) * count));
  });
}

/** Fills `into`, a number per replication, all 0 as yet. */
function fillColumn(
  plan: ColumnPlan,
  recording: Recording,
  { series, of }: Column,
  into: Float64Array,
): void {
  const { periods } = plan;
  const outcome = recording.outcome.series[series];
  const numbers = seriesNumbers(recording, series);
  switch (of.kind) {
    case "yearSum":
      addPeriods(into, numbers, [of.metric], yearRange(periods, of.year));
      break;
    case "yearMean":
      fillYearMean(into, numbers, of.metric, yearRange(periods, of.year), outcome.lastRunning);
      break;
    case "yearEnd":
      into.set(numbers(of.metric, lastPeriodOf(periods, of.year)));
      break;
    case "classYearEnd":
      into.set(classNumbers(plan, recording, of.classIndex)("members", lastPeriodOf(periods, of.year)));
      break;
    case "classMoney":
      addPeriods(
        into,
        classNumbers(plan, recording, of.classIndex),
        [of.metric],
        yearRange(periods, of.year),
      );
      break;
    case "spiralYear":
      if (plan.spiral) fillSpiralYear(into, numbers, plan.spiral, periods, outcome.lastRunning);
      break;
    case "classSum":
      addPerHead(into, classNumbers(plan, recording, of.classIndex), of.metric, rangeOf(periods, of.year));
      break;
    case "total":
      addPeriods(into, numbers, partsOf(of.metric), rangeOf(periods, null));
      break;
    case "endingYear":
      fillEndingYear(into, outcome, periods);
      break;
    case "peak":
      fillPeak(into, numbers, of.metric, periods.length);
      break;
    case "runOff":
    case "atEnding":
      fillAtEnd(into, recording.atEnd[series], of.metric);
      break;
    case "copies":
      fillCopies(into, recording.copies[Math.max(0, series - 1)], of.metric);
      break;
    case "classPeriod":
      fillClassPeriod(into, classNumbers(plan, recording, of.classIndex), of);
      break;
    case "period":
      into.set(numbers(of.metric, of.period));
  }
}

/** A year's periods; null: all. */
const rangeOf = (periods: readonly Period[], year: number | null): PeriodRange =>
  year === null ? [0, periods.length] : yearRange(periods, year);

const partsOf = (metric: PeriodMetric | "cost"): readonly PeriodMetric[] =>
  metric === "cost" ? ["aid", "aidCut", "fee"] : [metric];

function addPeriods<Metric>(
  into: Float64Array,
  numbers: NumbersOf<Metric>,
  metrics: readonly Metric[],
  [from, to]: PeriodRange,
): void {
  for (const metric of metrics) {
    for (let t = from; t < to; t++) {
      const added = numbers(metric, t);
      for (let i = 0; i < into.length; i++) into[i] += added[i];
    }
  }
}

/**
 * What one sharer of a class was asked for, or the aid that one member of it could expect, period by period, added up;
 * nothing where the class had none.
 */
function addPerHead(
  into: Float64Array,
  numbers: NumbersOf<ClassMetric>,
  metric: (ColumnSource & { kind: "classSum" })["metric"],
  [from, to]: PeriodRange,
): void {
  for (let t = from; t < to; t++) {
    const sums = numbers(metric === "share" ? "asked" : "expectedAid", t);
    const heads = numbers(metric === "share" ? "sharers" : "members", t);
    for (let i = 0; i < into.length; i++) if (heads[i] > 0) into[i] += sums[i] / heads[i];
  }
}

function fillClassPeriod(
  into: Float64Array,
  numbers: NumbersOf<ClassMetric>,
  { metric, period }: ColumnSource & { kind: "classPeriod" },
): void {
  if (metric === "members") into.set(numbers("members", period));
  else addPerHead(into, numbers, metric, [period, period + 1]);
}

/** When the last settlement was. */
function fillEndingYear(
  into: Float64Array,
  { endings, lastRunning }: SeriesOutcome,
  periods: readonly Period[],
): void {
  for (let i = 0; i < into.length; i++) {
    into[i] = endings[i] === 0 ? Number.POSITIVE_INFINITY : decimalYear(periods[lastRunning[i]].date);
  }
}

function fillPeak(
  into: Float64Array,
  numbers: NumbersOf<PeriodMetric>,
  metric: PeriodMetric,
  periods: number,
): void {
  for (let t = 0; t < periods; t++) {
    const now = numbers(metric, t);
    for (let i = 0; i < into.length; i++) into[i] = Math.max(into[i], now[i]);
  }
}

/** What an ending left behind; `paidPart`: aid paid of the aid owed after it, 1 where none was owed. */
function fillAtEnd(into: Float64Array, atEnd: Float64Array, metric: EndMetric | "paidPart"): void {
  const numbers = (of: EndMetric) => block(atEnd, endMetrics.indexOf(of), into.length);
  if (metric === "paidPart") {
    const [paid, cut] = [numbers("aid"), numbers("aidCut")];
    for (let i = 0; i < into.length; i++) into[i] = paid[i] + cut[i] > 0 ? paid[i] / (paid[i] + cut[i]) : 1;
  } else into.set(numbers(metric));
}

function fillCopies(into: Float64Array, copies: Float64Array | null, metric: CopiesMetric): void {
  if (copies !== null) into.set(block(copies, copiesMetrics.indexOf(metric), into.length));
}

const block = (of: Float64Array, index: number, size: number) =>
  of.subarray(index * size, (index + 1) * size);
