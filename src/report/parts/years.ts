import { summedMetrics } from "../../plan/metrics.ts";
import type { ReportInputs } from "../inputs.ts";
import type { ReportYear } from "../report.ts";
import type { ColumnLookup } from "./columnLookup.ts";
import { reportEstimate } from "./reportFigure.ts";

/** One row per calendar year. */
export function makeYears(inputs: ReportInputs, lookup: ColumnLookup): ReportYear[] {
  return inputs.years.map(({ year, complete }) => {
    const sums = Object.fromEntries(
      summedMetrics.map((metric) => [metric, lookup.figure({ kind: "yearSum", year, metric })]),
    ) as Pick<ReportYear, (typeof summedMetrics)[number]>;
    const { share, cases, aid, aidCut, fee, subsidy, contributions } = sums;
    const membersOf = (classIndex: number | null) => lookup.figure({ kind: "yearEnd", year, classIndex });
    const last = lastPeriodOf(inputs, year);
    return {
      year,
      complete,
      running: last < 0 ? { value: 0, se: 0 } : reportEstimate(inputs.results.periods[last].running),
      ...{ share, cases, aid, aidCut, fee, subsidy, contributions },
      members: membersOf(null),
      membersByClass: Object.fromEntries(inputs.classes.map(({ name }, i) => [name, membersOf(i)])),
    };
  });
}

/** Index of the year's last settlement inside the calendar; -1: none. */
export function lastPeriodOf({ periods }: Pick<ReportInputs, "periods">, year: number): number {
  return periods.findLastIndex(({ date, beyond }) => !beyond && yearOfIso(date) === year);
}

/** `yearOfIso("2019-01-28")` is 2019. */
export function yearOfIso(date: string): number {
  return Number(date.slice(0, date.indexOf("-", 1)));
}
