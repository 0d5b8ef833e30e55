import { z } from "zod";
import { isoDate } from "../day.ts";
import { periodCount } from "../measures.ts";
import { bad, good } from "../problem.ts";
import type { Calendar, Settlement } from "../scenario.ts";
import { lastDayOfPeriods, mostPeriods, settlementDays } from "../settlementDays.ts";
import type { Measure } from "../units.ts";
import { complain, complainOfAbsence, date, exactlyOne, type Field, field, known } from "./field.ts";

const intervalWords = "an interval such as 1 month, 2 weeks, 15 days or 1 year";
const units = ["day", "week", "month", "year"] as const;

/** An interval as text: `2 weeks`. */
function interval(): Field<Extract<Settlement, { kind: "every" }>> {
  return field((raw) => {
    const match =
      typeof raw === "string" ? /^(?:(\d{1,4})\s+)?(day|week|month|year)s?$/.exec(raw.trim()) : null;
    const count = Number(match?.[1] ?? 1);
    const unit = units.find((one) => one === match?.[2]);
    return unit === undefined || count < 1 ? bad(intervalWords) : good({ kind: "every", count, unit });
  }, "interval");
}

const dayNumber: Measure = {
  units: "plain",
  low: 1,
  high: 31,
  integer: true,
  allowed: "a day of the month from 1 to 31",
};

const shortestMonth = 28;

function dayNumbers() {
  return z
    .array(known(dayNumber))
    .min(1)
    .max(31)
    .check((context) => {
      const repeated = context.value.findIndex((one, index) => context.value.indexOf(one) < index);
      if (repeated >= 0) complain(context, [repeated], undefined, "each day of the month once");
    })
    .check((context) => {
      // Two of them would be the same day in a February of 28 days, and a year would lack a settlement.
      const late = context.value.flatMap((one, index) => (one >= shortestMonth ? [index] : []));
      if (late.length > 1) complain(context, [late[1]], undefined, "one day at most from the 28th on");
    });
}

const settle = z
  .strictObject({
    daysOfMonth: dayNumbers()
      .optional()
      .describe(
        "Days of the month on which shares are settled, such as [14, 28]; 31 is the last day of any month. One at most from 28 on. Each period ends on such a day, both ends included; the first begins with the calendar, and what comes after the last such day is left out. Every period counts as the same part of a year, 1/24 where two days are named, however long it is.",
      ),
    every: interval()
      .optional()
      .describe(
        "The time between two settlements: 1 month, 2 weeks, 15 days, 1 year. Counted from the first day; each is settled on its last day.",
      ),
  })
  .check((context) => exactlyOne(context, "daysOfMonth", "every"))
  .transform(
    ({ daysOfMonth, every }): Settlement =>
      every ?? { kind: "daysOfMonth", days: [...(daysOfMonth ?? [])].sort((a, b) => a - b) },
  );

/** When the plan runs and when it settles. */
export const calendarSchema = z
  .strictObject({
    from: date().describe(
      "The first day, included: from 2020-01-01 every month settles on 2020-01-31 first.",
    ),
    to: date()
      .optional()
      .describe(
        "The last day, included: 2020-12-31 for the year. What comes after the last settlement is left out. Instead of `periods`.",
      ),
    periods: known(periodCount).optional().describe("How many periods there are. Instead of `to`."),
    settle: settle
      .default({ kind: "every", count: 1, unit: "month" })
      .describe(
        "When shares are settled: { daysOfMonth: [14, 28] } or { every: 1 month }. Default: every 1 month.",
      ),
  })
  .check((context) => exactlyOne(context, "to", "periods"))
  .check((context) => {
    const { from, to } = context.value;
    if (to !== undefined && to < from) complain(context, ["to"], undefined, `a day from ${isoDate(from)} on`);
  })
  .transform(({ from, to, periods, settle: kind }): Calendar => {
    return { from, to: to ?? lastDayOfPeriods(from, kind, periods ?? 1), settle: kind };
  })
  .check((context) => {
    const calendar = context.value;
    const count = Number.isNaN(calendar.to)
      ? mostPeriods + 1
      : settlementDays(calendar, mostPeriods + 1).length;
    if (count === 0)
      complainOfAbsence(
        context,
        [],
        "no settlement in the calendar",
        "at least one settlement from the first day to the last",
      );
    if (count > mostPeriods) {
      complain(
        context,
        [],
        "too many periods or years",
        `up to ${mostPeriods} periods, before the year 10000`,
      );
    }
  })
  .describe("When the plan runs and when it settles.");
