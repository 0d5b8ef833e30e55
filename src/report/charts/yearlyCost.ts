import type { TopLevelSpec } from "vega-lite";
import { formatMoney, formatNumber, formatObserved } from "../format.ts";
import type { Report, ReportYear } from "../report.ts";
import { steadyMedian } from "../steady.ts";
import { makeTable, number, type Table, text } from "../tables/table.ts";
import { yearLabel } from "../tables/yearsTable.ts";
import { mainYears, mostStillRun } from "../wording.ts";
import type { Chart, Frame, Reading } from "./chart.ts";
import { observedLegend, observedMark } from "./fanChart.ts";
import { merged, rowReadings } from "./readings.ts";
import { barColor, ink } from "./theme.ts";
import { valueY } from "./valueAxis.ts";
import { yearAxis } from "./yearAxis.ts";

/** What a member is asked for in a year. null where there are fewer than two years. */
export function yearlyCost(report: Report): Chart | null {
  const { currency } = report.scenario;
  const years = report.years.filter(({ share, complete }) => share.q95 > 0 || complete);
  if (years.length < 2 || years.every(({ share }) => share.q95 === 0)) return null;
  const points = report.history
    .filter(({ figure, simulated }) => figure === "years.share" && simulated !== null)
    .map(({ date, observed }) => ({ year: Number(date.slice(0, 4)), observed }));
  const part = years.some(({ complete }) => !complete)
    ? " Paler bars: the calendar covers a part of the year."
    : "";
  const title = titleOf(report);
  const table = tableOf(years, currency);
  return {
    id: "years-share",
    title,
    caption: `What one sharer is asked for in a calendar year: the median, and the interval that holds nine of ten replications.${part}`,
    description: `Bars of the share per year. ${title}.`,
    legend: [
      { label: "median", kind: "area", color: barColor },
      { label: "nine in ten replications", kind: "line", color: ink },
      ...observedLegend(points),
    ],
    width: "half",
    draw: (frame) => spec(frame, currency, years, points),
    table,
    readings: merged([
      ...rowReadings(
        table,
        years.map(({ year }) => `${year}`),
      ),
      ...points.map(({ year, observed }): Reading => {
        const value = `${formatObserved(observed)} ${currency}`;
        return { at: `${year}`, head: `${year}`, values: [["observed", value]] };
      }),
    ]),
  };
}

function titleOf(report: Report): string {
  const years = mainYears(report).filter((year) => mostStillRun(year) && year.share.q50 > 0);
  const first = years[0];
  const last = years.at(-1);
  const money = ({ share }: ReportYear) => formatMoney(share.q50, report.scenario.currency);
  if (!first || !last) return "In each year the median share is 0";
  const steady = steadyMedian(years.map(({ share }) => share));
  if (steady !== null && first !== last)
    return `A member’s yearly share stays near ${formatMoney(steady, report.scenario.currency)} in the median`;
  if (first === last) return `A member is asked for ${money(last)} in ${last.year}`;
  return `A member is asked for ${money(first)} in ${first.year} and ${money(last)} in ${last.year}`;
}

function spec(
  frame: Frame,
  currency: string,
  years: readonly ReportYear[],
  points: readonly { readonly year: number; readonly observed: number }[],
): TopLevelSpec {
  const few = years.length <= frame.width / (frame.fontSize * 4.5);
  const values = years.map(({ year, complete, share: { q05, q50, q95 } }) => ({
    ...{ at: `${year}`, q05, q50, q95 },
    opacity: complete ? 1 : 0.45,
    label: few ? formatNumber(q50) : "",
  }));
  const x = yearAxis(
    frame,
    years.map(({ year }) => `${year}`),
  );
  const y = (field: string) => valueY(field, `${currency} per sharer and year`);
  return {
    data: { values },
    layer: [
      {
        mark: { type: "bar", color: barColor, cornerRadiusEnd: 2 },
        encoding: {
          x,
          y: y("q50"),
          opacity: { field: "opacity", type: "quantitative", scale: null, legend: null },
        },
      },
      {
        mark: { type: "rule", color: ink, strokeWidth: 1.5 },
        encoding: { x, y: y("q05"), y2: { field: "q95" } },
      },
      {
        mark: { type: "text", align: "left", baseline: "bottom", dx: 5, dy: -3, color: ink },
        encoding: { x, y: y("q50"), text: { field: "label" } },
      },
      {
        data: { values: points.map(({ year, observed }) => ({ at: `${year}`, observed })) },
        mark: { ...observedMark, size: 90, strokeWidth: 1.2 },
        encoding: { x, y: y("observed") },
      },
    ],
  };
}

function tableOf(years: readonly ReportYear[], currency: string): Table {
  return makeTable(years, [
    text("Year", yearLabel),
    number("5 %", currency, ({ share }) => share.q05),
    number("25 %", currency, ({ share }) => share.q25),
    number("Median", currency, ({ share }) => share.q50),
    number("75 %", currency, ({ share }) => share.q75),
    number("95 %", currency, ({ share }) => share.q95),
    number("Mean", currency, ({ share }) => share.mean),
  ]);
}
