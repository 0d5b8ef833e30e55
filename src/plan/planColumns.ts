import { isoDate } from "../scenario/day.ts";
import type { Spiral } from "../scenario/scenario.ts";
import { type ClassFigure, type Column, type ColumnSource, copiesMetrics } from "./columns.ts";
import {
  averagedMetrics,
  type PeriodMetric,
  selectionTerms,
  summedMetrics,
  totalMetrics,
  yearEndMetrics,
  yearEndRisks,
} from "./metrics.ts";
import type { Period, PoolPlan, Rules } from "./plan.ts";
import { planSeries } from "./planSeries.ts";

/** A period's metric that `ask:` names. */
export type Watched = WatchedSeries | WatchedClass;

interface WatchedSeries {
  /** Day of settlement, YYYY-MM-DD. */
  readonly date: string;
  readonly metric: PeriodMetric;
  /** One pool of several; null: the whole plan. */
  readonly pool: string | null;
}

interface WatchedClass {
  readonly date: string;
  readonly metric: ClassFigure;
  readonly className: string;
}

type PoolNeeds = Pick<PoolPlan, "name" | "copies"> & { readonly rules: readonly Pick<Rules, "funding">[] };

/** What the columns of a plan depend on. */
export interface ColumnNeeds {
  readonly years: readonly number[];
  readonly periods: readonly Period[];
  readonly pools: readonly PoolNeeds[];
  /** As `planClasses` has them. */
  readonly classes: readonly string[];
  readonly watched: readonly Watched[];
  /** What the scenario calls a spiral; null: nothing. */
  readonly spiral: Spiral | null;
}

type Named = readonly [name: string, of: ColumnSource];

/**
 * The columns of every replication's row, in the order of `replications.parquet`: those of the whole plan, then, if there
 * are several, those of each pool, whose names end in `[pool=NAME]`; last the watched ones. Every column takes 8 bytes a
 * replication, so there are none of deposits where no rules have any, and no further ones of classes where all are of one.
 *
 * @example names: years.2020.share, years.2020.members[class=careful], total.cost, ending.year, years.2020.share[pool=elderly]
 */
export function planColumns(needs: ColumnNeeds): Column[] {
  const { pools, watched } = needs;
  const names = planSeries({ pools });
  return [
    ...names.flatMap((pool, series) =>
      seriesColumns(needs, series).map(([name, of]): Column => ({ name: ofPool(name, pool), series, of })),
    ),
    ...watched.flatMap((one) => watchedColumn(one, names, needs)),
  ];
}

const ofPool = (name: string, pool: string) => (pool === "" ? name : `${name}[pool=${pool}]`);

function seriesColumns({ years, pools, classes, spiral }: ColumnNeeds, series: number): Named[] {
  const hasDeposits = pools.some(({ rules }) => rules.some(({ funding }) => funding !== null));
  const ofClasses = series === 0 ? classes : [];
  const isThere = (metric: string) => hasDeposits || !metric.startsWith("deposits");
  return [
    ...years.flatMap((year) => [
      ...yearColumns(year, isThere),
      ...(classes.length > 1 ? riskColumns(year) : []),
      ...classYearColumns(year, ofClasses),
    ]),
    ...totalColumns(isThere),
    ...classSums("total", null, ofClasses),
    ...endingColumns(isThere),
    ...(spiral ? [["spiral.year", { kind: "spiralYear" }] satisfies Named] : []),
    ...copiesColumns(pools, series),
  ];
}

function yearColumns(year: number, isThere: (metric: string) => boolean): Named[] {
  const name = (metric: string) => `years.${year}.${metric}`;
  return [
    ...summedMetrics.map((metric): Named => [name(metric), { kind: "yearSum", year, metric }]),
    ...averagedMetrics.map((metric): Named => [name(metric), { kind: "yearMean", year, metric }]),
    ...yearEndMetrics
      .filter(isThere)
      .map((metric): Named => [name(metric), { kind: "yearEnd", year, metric }]),
  ];
}

function riskColumns(year: number): Named[] {
  const name = (metric: string) => `years.${year}.${metric}`;
  return [
    ...yearEndRisks.map((metric): Named => [name(metric), { kind: "yearEnd", year, metric }]),
    ...selectionTerms.map((metric): Named => [name(metric), { kind: "yearSum", year, metric }]),
  ];
}

function classYearColumns(year: number, classes: readonly string[]): Named[] {
  return [
    ...classes.map(
      (name, classIndex): Named => [
        `years.${year}.members[class=${name}]`,
        { kind: "classYearEnd", year, classIndex },
      ],
    ),
    ...classSums(`years.${year}`, year, classes),
    ...classMoney(year, classes),
  ];
}

/** Where all are of one class, they would repeat what the plan has. */
function classSums(of: string, year: number | null, classes: readonly string[]): Named[] {
  if (classes.length < 2) return [];
  return (["share", "expectedAid"] as const).flatMap((metric) =>
    classes.map(
      (name, classIndex): Named => [
        `${of}.${metric}[class=${name}]`,
        { kind: "classSum", year, classIndex, metric },
      ],
    ),
  );
}

function classMoney(year: number, classes: readonly string[]): Named[] {
  if (classes.length < 2) return [];
  return moneyNames.flatMap(([figure, metric]) =>
    classes.map(
      (name, classIndex): Named => [
        `years.${year}.${figure}[class=${name}]`,
        { kind: "classMoney", year, classIndex, metric },
      ],
    ),
  );
}

const moneyNames = [
  ["allAsked", "asked"],
  ["allExpectedAid", "expectedAid"],
] as const;

function totalColumns(isThere: (metric: string) => boolean): Named[] {
  const metrics = [...summedMetrics, "cost", ...totalMetrics] as const;
  return metrics.filter(isThere).map((metric): Named => [`total.${metric}`, { kind: "total", metric }]);
}

const peaks = ["members", "share", "deposits"] as const;
const runOffs = [
  "cost",
  "cases",
  "subsidy",
  "refunds",
  "depositsReturned",
  "depositsLost",
  "paidPart",
] as const;
const atEndings = ["members", "deposits"] as const;

function endingColumns(isThere: (metric: string) => boolean): Named[] {
  return [
    ["ending.year", { kind: "endingYear" }],
    ...peaks.filter(isThere).map((metric): Named => [`peak.${metric}`, { kind: "peak", metric }]),
    ...runOffs.filter(isThere).map((metric): Named => [`runOff.${metric}`, { kind: "runOff", metric }]),
    ...atEndings.filter(isThere).map((metric): Named => [`atEnding.${metric}`, { kind: "atEnding", metric }]),
  ];
}

function copiesColumns(pools: readonly PoolNeeds[], series: number): Named[] {
  const pool = pools.length === 1 ? pools[0] : pools[series - 1];
  if (pool === undefined || pool.copies < 2) return [];
  return copiesMetrics.map((metric): Named => [`copies.${metric}`, { kind: "copies", metric }]);
}

/** A day on which nothing is settled, or a pool or class that there is not, has none; `parseAsk` then says what is wrong. */
function watchedColumn(
  one: Watched,
  names: readonly string[],
  { periods, classes }: Pick<ColumnNeeds, "periods" | "classes">,
): Column[] {
  const period = periods.findIndex((of) => isoDate(of.date) === one.date);
  if ("className" in one) {
    const { date, metric, className } = one;
    const classIndex = classes.indexOf(className);
    const name = `periods.${date}.${metric}[class=${className}]`;
    const of = { kind: "classPeriod", period, classIndex, metric } as const;
    return period < 0 || classIndex < 0 ? [] : [{ name, series: 0, of }];
  }
  const { date, metric, pool } = one;
  const series = pool === null ? 0 : names.indexOf(pool, 1);
  if (period < 0 || series < 0) return [];
  return [
    { name: ofPool(`periods.${date}.${metric}`, pool ?? ""), series, of: { kind: "period", period, metric } },
  ];
}
