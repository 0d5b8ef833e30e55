import type { TopLevelSpec } from "vega-lite";
import { formatNumber, formatPortion } from "../format.ts";
import { type LeavingReason, leavingReasons, meanLeavers, reasonInWords } from "../leavers.ts";
import type { Report, ReportPeriod } from "../report.ts";
import { makeTable, number, text } from "../tables/table.ts";
import type { Chart, Frame } from "./chart.ts";
import { datedReadings, rowReadings } from "./readings.ts";
import { categories, lowering } from "./theme.ts";
import { timeX } from "./timeAxis.ts";
import { valueY } from "./valueAxis.ts";
import { yearAxis } from "./yearAxis.ts";

const colors: Readonly<Record<LeavingReason, string>> = {
  lapsed: categories[0],
  defaulted: categories[1],
  claimed: categories[3],
  waitingIll: lowering,
  agedOut: categories[2],
  died: categories[4],
  movedOut: categories[5],
};

interface Reason {
  readonly key: LeavingReason;
  readonly label: string;
  readonly color: string;
}

type Row = { readonly when: string } & Readonly<Record<LeavingReason, number>>;

const mostPeriods = 120;

/** Why members leave, stacked: by settlement, or by year where there are many. null where nobody leaves. */
export function leaversChart(report: Report): Chart | null {
  const reasons = leavingReasons.map(
    ({ key }): Reason => ({ key, label: reasonInWords(key, report), color: colors[key] }),
  );
  const byYear = report.periods.length > mostPeriods;
  const means = report.periods.filter(({ running }) => running.value > 0).map(meansOf);
  const rows = byYear ? perYear(means) : means;
  const totals = reasons.map((reason) => ({ reason, total: sum(rows.map((row) => row[reason.key])) }));
  const all = sum(totals.map(({ total }) => total));
  if (rows.length < 2 || all === 0) return null;
  const met = reasons.filter((_, i) => totals[i].total > 0);
  const main = totals.reduce((most, other) => (other.total > most.total ? other : most));
  const title = `${formatNumber(all)} ${formatNumber(all) === "1" ? "member leaves" : "members leave"} over the whole run; main reason: ${main.reason.label} (${formatPortion(main.total / all)})`;
  const table = makeTable(rows, [
    text(byYear ? "Year" : "Settled", ({ when }) => when),
    ...met.map(({ key, label }) => number<Row>(label, "", (row) => row[key])),
  ]);
  return {
    id: "leavers",
    title,
    caption: `Members leaving ${byYear ? "in a year" : "in a settlement period"}, by reason: means over all replications, those that have ended counting 0.`,
    description: `Stacked ${byYear ? "bars" : "areas"} of leavers by reason. ${title}.`,
    legend: met.map(({ label, color }) => ({ label, kind: "area" as const, color })),
    width: "half",
    draw: (frame) => spec(frame, rows, met, byYear),
    table,
    readings: byYear
      ? rowReadings(
          table,
          rows.map(({ when }) => when),
        )
      : datedReadings(table),
  };
}

function meansOf(period: ReportPeriod): Row {
  return rowOf(period.date, (key) => meanLeavers(period, key));
}

function perYear(rows: readonly Row[]): Row[] {
  const years = [...new Set(rows.map(({ when }) => when.slice(0, 4)))];
  return years.map((year) => {
    const ofYear = rows.filter(({ when }) => when.startsWith(year));
    return rowOf(year, (key) => sum(ofYear.map((row) => row[key])));
  });
}

function rowOf(when: string, of: (key: LeavingReason) => number): Row {
  const counts = Object.fromEntries(leavingReasons.map(({ key }) => [key, of(key)]));
  return { when, ...(counts as Record<LeavingReason, number>) };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function spec(frame: Frame, rows: readonly Row[], met: readonly Reason[], byYear: boolean): TopLevelSpec {
  const values = met.flatMap(({ key, color }, order) =>
    rows.map((row) => ({ at: byYear ? row.when : Date.parse(row.when), leavers: row[key], color, order })),
  );
  const encoding = {
    y: {
      ...valueY("leavers", byYear ? "persons per year" : "persons per settlement period"),
      stack: "zero" as const,
    },
    color: { field: "color", type: "nominal" as const, scale: null },
    order: { field: "order", type: "quantitative" as const },
  };
  if (byYear)
    return {
      data: { values },
      mark: "bar",
      encoding: {
        ...encoding,
        x: yearAxis(
          frame,
          rows.map(({ when }) => when),
        ),
      },
    };
  const x = timeX(
    frame,
    rows.map(({ when }) => when),
  );
  return { data: { values }, mark: "area", encoding: { ...encoding, x } };
}
