import type { Frame } from "./chart.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Months between ticks: whole parts of a year, then whole years. */
const steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/** Time along the bottom (field `at`, in milliseconds), from the first date to the last. */
export function timeX(frame: Frame, dates: readonly string[]) {
  return {
    field: "at",
    type: "temporal" as const,
    scale: { type: "utc" as const },
    axis: timeAxis(frame, dates),
  };
}

/**
 * A time axis from the first date to the last, with as many ticks as have room: months with the year below the first and
 * every January, or years. A month or year stands at its first day, or at its settlement where each has but one: what is
 * settled on 31 January belongs to January.
 */
export function timeAxis({ width, fontSize }: Frame, dates: readonly string[]) {
  const first = monthNumber(dates[0]);
  const last = monthNumber(dates[dates.length - 1]);
  const room = Math.max(2, Math.floor(width / (fontSize * 4.2)));
  const yearly = settlements(dates, 12);
  const fitting = steps.find((candidate) => (last - first) / candidate <= room) ?? 12_000;
  const step = yearly ? Math.max(12, fitting) : fitting;
  const settled = step < 12 ? settlements(dates, 1) : yearly;
  const ticks: Tick[] = [];
  for (let month = Math.floor(first / step) * step; month <= last; month += step) {
    const at = settled ? settled.get(month) : Date.UTC(Math.floor(month / 12), month % 12, 1);
    if (at !== undefined && at >= Date.parse(dates[0])) ticks.push({ month, at });
  }
  return {
    title: null,
    // A plan shorter than the ticks' distance is labelled by the day, as Vega sees fit.
    ...(ticks.length < 2
      ? { format: "%e %b %Y", tickCount: 3, labelFlush: true }
      : { values: ticks.map(({ at }) => at), labelExpr: labels(ticks), labelFlush: false }),
  };
}

interface Tick {
  /** Months since the year 0. */
  readonly month: number;
  readonly at: number;
}

/** The only date of each month or year, by its first month; null where one has more or none, or two dates are all. */
function settlements(dates: readonly string[], months: number): Map<number, number> | null {
  const unitOf = (date: string) => Math.floor(monthNumber(date) / months);
  const units = unitOf(dates[dates.length - 1]) - unitOf(dates[0]) + 1;
  const settled = new Map(dates.map((date) => [unitOf(date) * months, Date.parse(date)]));
  return settled.size === dates.length && units === dates.length && units > 2 ? settled : null;
}

/** Months since the year 0. `monthNumber("2019-01-28")` is 24,228. */
function monthNumber(date: string): number {
  const [year, month] = date.split("-");
  return Number(year) * 12 + Number(month) - 1;
}

/** A Vega expression: each tick's label in a list, picked by its time. */
function labels(ticks: readonly Tick[]): string {
  const yearly = ticks.every(({ month }) => month % 12 === 0);
  const pairs = ticks.map(({ month, at }, i) => {
    const year = `${Math.floor(month / 12)}`;
    const lines = yearly
      ? [year]
      : i === 0 || month % 12 === 0
        ? [months[month % 12], year]
        : [months[month % 12]];
    return `'${at}': ${JSON.stringify(lines)}`;
  });
  return `({${pairs.join(", ")}})[time(datum.value) + '']`;
}
