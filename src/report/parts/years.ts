import { summedMetrics } from "../../plan/metrics.ts";
import type { Figure } from "../../statistics/figure.ts";
import type { ReportInputs } from "../inputs.ts";
import type { ReportYear } from "../report.ts";
import { reportEstimate } from "./reportFigure.ts";
import type { Subject } from "./subject.ts";

/** One row per calendar year. */
export function makeYears({ inputs, series, lookup }: Subject): ReportYear[] {
  return inputs.years.map(({ year, complete }) => {
    const last = lastPeriodOf(inputs, year);
    const byClass = (figureOf: (classIndex: number) => Figure | null) => figuresByClass(inputs, figureOf);
    const classSum = (metric: "share" | "expectedAid") =>
      byClass((classIndex) => lookup.figureOrNull({ kind: "classSum", year, classIndex, metric }));
    return {
      year,
      complete,
      running: last < 0 ? { value: 0, se: 0 } : reportEstimate(series.periods[last].running),
      ...sumsOf(lookup, year),
      members: lookup.figure({ kind: "yearEnd", year, metric: "members" }),
      deposits: lookup.figureOrNull({ kind: "yearEnd", year, metric: "deposits" }),
      membersByClass: byClass((classIndex) =>
        lookup.figureOrNull({ kind: "classYearEnd", year, classIndex }),
      ),
      shareByClass: classSum("share"),
      expectedAidByClass: classSum("expectedAid"),
    };
  });
}

type Sums = Pick<ReportYear, (typeof summedMetrics)[number]>;

/** In the report's order. */
function sumsOf(lookup: Subject["lookup"], year: number): Sums {
  const { share, cases, denied, aid, aidCut, fee, subsidy, contributions, refunds } = Object.fromEntries(
    summedMetrics.map((metric) => [metric, lookup.figure({ kind: "yearSum", year, metric })]),
  ) as Sums;
  return { share, cases, denied, aid, aidCut, fee, subsidy, contributions, refunds };
}

/** Of the classes that have one. */
function figuresByClass(
  { classes }: ReportInputs,
  figureOf: (classIndex: number) => Figure | null,
): Record<string, Figure> {
  const figures = classes.map(({ name }, i) => [name, figureOf(i)] as const);
  return Object.fromEntries(figures.filter((entry): entry is readonly [string, Figure] => entry[1] !== null));
}

/** Index of the year's last settlement inside the calendar; -1: none. */
export function lastPeriodOf({ periods }: Pick<ReportInputs, "periods">, year: number): number {
  return periods.findLastIndex(({ date, beyond }) => !beyond && yearOfIso(date) === year);
}

/** `yearOfIso("2019-01-28")` is 2019. */
export function yearOfIso(date: string): number {
  return Number(date.slice(0, date.indexOf("-", 1)));
}
