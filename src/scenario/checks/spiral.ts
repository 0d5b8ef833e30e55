import { coversYear } from "../coversYear.ts";
import { yearOf } from "../day.ts";
import type { Problem } from "../problem.ts";
import type { Calendar, Spiral } from "../scenario.ts";

/** Times the share of a complete year where the calendar has none. */
export function checkSpiral(spiral: Spiral | null | undefined, calendar: Calendar | undefined): Problem[] {
  if (!spiral || spiral.share.kind === "amount" || calendar === undefined) return [];
  const [first, last] = [yearOf(calendar.from), yearOf(calendar.to)];
  const years = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  if (years.some((year) => coversYear(calendar, year))) return [];
  const found = "times the share of a complete year, of which the calendar has none";
  return [{ steps: ["spiral", "share"], found, allowed: "an amount a year, such as 200 per year" }];
}
