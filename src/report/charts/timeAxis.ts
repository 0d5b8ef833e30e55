import type { Frame } from "./chart.ts";

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** Months between ticks: whole parts of a year, then whole years. */
const steps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/**
 * A time axis from the first date to the last, with as many ticks as have room: months with the year below the first and
 * every January, or years.
 */
export function timeAxis({ width, fontSize }: Frame, dates: readonly string[]) {
  const first = monthNumber(dates[0]) + (dates[0].endsWith("-01") ? 0 : 1);
  const last = monthNumber(dates[dates.length - 1]);
  const room = Math.max(2, Math.floor(width / (fontSize * 4.2)));
  const step = steps.find((candidate) => (last - first) / candidate <= room) ?? 12_000;
  const start = Math.ceil(first / step) * step;
  const ticks: number[] = [];
  for (let month = start; month <= last; month += step) ticks.push(month);
  const values = ticks.map((month) => Date.UTC(Math.floor(month / 12), month % 12, 1));
  return {
    title: null,
    // A plan shorter than the ticks' distance is labelled by the day, as Vega sees fit.
    ...(values.length < 2
      ? { format: "%e %b %Y", tickCount: 3, labelFlush: true }
      : { values, labelExpr: labels(ticks), labelFlush: false }),
  };
}

/** Months since the year 0. `monthNumber("2019-01-28")` is 24,228. */
function monthNumber(date: string): number {
  const [year, month] = date.split("-");
  return Number(year) * 12 + Number(month) - 1;
}

/** A Vega expression: each tick's label in a list, picked by its time. */
function labels(ticks: readonly number[]): string {
  const yearly = ticks.every((month) => month % 12 === 0);
  const pairs = ticks.map((month, i) => {
    const year = `${Math.floor(month / 12)}`;
    const lines = yearly
      ? [year]
      : i === 0 || month % 12 === 0
        ? [months[month % 12], year]
        : [months[month % 12]];
    return `'${Date.UTC(Math.floor(month / 12), month % 12, 1)}': ${JSON.stringify(lines)}`;
  });
  return `({${pairs.join(", ")}})[time(datum.value) + '']`;
}
