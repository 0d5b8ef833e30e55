import { dayOf } from "./day.ts";
import type { Calendar } from "./scenario.ts";

/** Whether all days of a calendar year are simulated. */
export function coversYear({ from, to }: Calendar, year: number): boolean {
  const first = dayOf(`${year}-01-01`);
  const last = dayOf(`${year}-12-31`);
  return first !== null && last !== null && from <= first && to >= last;
}
