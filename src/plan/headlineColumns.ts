import { coversYear } from "../scenario/coversYear.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { Plan } from "./plan.ts";

const mostYears = 6;

/**
 * The columns by which a run is judged, of the whole plan: the shares of the last complete years (of all years, where none is), the members at
 * the end of the last of them, and cost, cases, most members and run-off over all.
 */
export function headlineColumns(
  { calendar }: Pick<Scenario, "calendar">,
  { years, columns }: Pick<Plan, "years" | "columns">,
): string[] {
  const complete = years.filter((year) => coversYear(calendar, year));
  const main = (complete.length > 0 ? complete : years).slice(-mostYears);
  const wanted = [
    ...main.map((year) => `years.${year}.share`),
    ...main.slice(-1).map((year) => `years.${year}.members`),
    "total.cost",
    "total.cases",
    "peak.members",
    "runOff.cost",
  ];
  return wanted.filter((name) => columns.some((column) => column.name === name));
}
