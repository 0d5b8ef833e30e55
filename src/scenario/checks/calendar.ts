import { isoDate } from "../day.ts";
import type { Rules, StageDraft } from "../drafts.ts";
import type { Problem } from "../problem.ts";
import { reachOf } from "../reachOf.ts";
import type { Calendar, Joining, Quantity } from "../scenario.ts";
import type { StageCheck } from "./stageCheck.ts";

function lengthOf({ from, to }: Calendar): number {
  return to - from + 1;
}

/** Waiting periods longer than the calendar: nobody who joins would ever be covered. */
export const checkWaiting: StageCheck = ({ cover }, { plan: { calendar } }) => {
  if (!cover || calendar === undefined) return [];
  const days = lengthOf(calendar);
  const tooLong = (waiting: Quantity | null) => waiting !== null && least(waiting) > days;
  const allowed = `a waiting period no longer than the calendar's ${days} days`;
  const own = cover.illnesses.filter((illness) => tooLong(illness.waitingDays));
  const problems: Problem[] = own.map(({ name }) => ({
    steps: ["cover", "illnesses", name, "waiting"],
    allowed,
  }));
  return tooLong(cover.waitingDays) ? [{ steps: ["cover", "waiting"], allowed }, ...problems] : problems;
};

function least(quantity: Quantity): number {
  return typeof quantity === "number" ? quantity : reachOf(quantity.distribution)[0];
}

/** A time to start in that is longer than the calendar. */
export const checkStart: StageCheck = ({ ending }, { plan: { calendar } }) => {
  const within = ending?.start?.withinDays ?? null;
  if (within === null || calendar === undefined || within <= lengthOf(calendar)) return [];
  const allowed = `a time no longer than the calendar's ${lengthOf(calendar)} days, or none`;
  return [{ steps: ["ending", "start", "within"], allowed }];
};

/** A closing that a change decides on for a day before its own: it would come too late for its plan ever to close. */
export function checkClosing(before: Rules, { rules, from, change }: StageDraft): Problem[] {
  const on = rules.ending?.closing?.on;
  if (change === null || from === undefined || on === undefined) return [];
  if (on === before.ending?.closing?.on || on >= from) return [];
  const allowed = `a day from ${isoDate(from)} on, when the change takes effect`;
  return [{ steps: ["ending", "closing", "on"], allowed }];
}

/** Joining days that contradict each other once the calendar has filled in those left open. */
export function checkSchedule(joining: Joining, calendar: Calendar): Problem[] {
  const span = `days in order and in the calendar, ${isoDate(calendar.from)} to ${isoDate(calendar.to)}`;
  return joining.schedule.flatMap(({ from, to }, index) => {
    if (from <= to && to >= calendar.from && from <= calendar.to) return [];
    const found = `${isoDate(from)} to ${isoDate(to)}`;
    return [{ steps: ["joining", "schedule", index], found, allowed: span }];
  });
}
