import { isoDate } from "../scenario/day.ts";
import type { Column } from "./columns.ts";
import { averagedMetrics, type PeriodMetric, summedMetrics } from "./metrics.ts";
import type { Period } from "./plan.ts";

/** A period's metric that `ask:` names. */
export interface Watched {
  /** Day of settlement, YYYY-MM-DD. */
  readonly date: string;
  readonly metric: PeriodMetric;
}

/** The columns of every replication's row, in the order of `replications.parquet`. */
export function planColumns(
  years: readonly number[],
  classes: readonly string[],
  periods: readonly Period[],
  watched: readonly Watched[],
): Column[] {
  const totals = [...summedMetrics, "cost", "joiners", "lapsed"] as const;
  return [
    ...years.flatMap((year) => yearColumns(year, classes)),
    ...totals.map((metric): Column => ({ name: `total.${metric}`, of: { kind: "total", metric } })),
    { name: "ending.year", of: { kind: "endingYear" } },
    { name: "peak.members", of: { kind: "peak", metric: "members" } },
    { name: "peak.share", of: { kind: "peak", metric: "share" } },
    { name: "runOff.cost", of: { kind: "runOff", metric: "cost" } },
    { name: "runOff.cases", of: { kind: "runOff", metric: "cases" } },
    ...watched.flatMap((of) => watchedColumn(of, periods)),
  ];
}

function yearColumns(year: number, classes: readonly string[]): Column[] {
  return [
    ...summedMetrics.map(
      (metric): Column => ({ name: `years.${year}.${metric}`, of: { kind: "yearSum", year, metric } }),
    ),
    ...averagedMetrics.map(
      (metric): Column => ({ name: `years.${year}.${metric}`, of: { kind: "yearMean", year, metric } }),
    ),
    { name: `years.${year}.members`, of: { kind: "yearEnd", year, classIndex: null } },
    ...classes.map(
      (name, classIndex): Column => ({
        name: `years.${year}.members[class=${name}]`,
        of: { kind: "yearEnd", year, classIndex },
      }),
    ),
  ];
}

function watchedColumn({ date, metric }: Watched, periods: readonly Period[]): Column[] {
  const period = periods.findIndex((of) => isoDate(of.date) === date);
  return period < 0 ? [] : [{ name: `periods.${date}.${metric}`, of: { kind: "period", period, metric } }];
}
