import type { TopLevelSpec } from "vega-lite";
import { formatNumber, formatPortion } from "../format.ts";
import type { Report, ReportPeriod } from "../report.ts";
import { makeTable, number, text } from "../tables/table.ts";
import type { Chart, Frame } from "./chart.ts";
import { categories } from "./theme.ts";
import { timeX } from "./timeAxis.ts";
import { valueY } from "./valueAxis.ts";
import { yearAxis } from "./yearAxis.ts";

const reasons = [
  { key: "lapsed", label: "own will", color: categories[0] },
  { key: "defaulted", label: "failed debit", color: categories[1] },
  { key: "claimed", label: "illness, aided", color: categories[3] },
  { key: "agedOut", label: "age limit", color: categories[2] },
  { key: "died", label: "death", color: categories[4] },
] as const;

type Reason = (typeof reasons)[number];
type Row = { readonly when: string } & Readonly<Record<Reason["key"], number>>;

const mostPeriods = 120;

/** Why members leave, stacked: by settlement, or by year where there are many. null where nobody leaves. */
export function leaversChart(report: Report): Chart | null {
  const byYear = report.periods.length > mostPeriods;
  const means = report.periods.filter(({ running }) => running.value > 0).map(meansOf);
  const rows = byYear ? perYear(means) : means;
  const totals = reasons.map((reason) => ({ reason, total: sum(rows.map((row) => row[reason.key])) }));
  const all = sum(totals.map(({ total }) => total));
  if (rows.length < 2 || all === 0) return null;
  const met = reasons.filter((_, i) => totals[i].total > 0);
  const main = totals.reduce((most, other) => (other.total > most.total ? other : most));
  const title = `${formatNumber(all)} ${formatNumber(all) === "1" ? "member leaves" : "members leave"} over the whole run; main reason: ${main.reason.label} (${formatPortion(main.total / all)})`;
  return {
    id: "leavers",
    title,
    caption: `Members leaving ${byYear ? "in a year" : "in a settlement period"}, by reason: means over all replications, those that have ended counting 0.`,
    description: `Stacked ${byYear ? "bars" : "areas"} of leavers by reason. ${title}.`,
    legend: met.map(({ label, color }) => ({ label, kind: "area" as const, color })),
    width: "half",
    draw: (frame) => spec(frame, rows, met, byYear),
    table: makeTable(rows, [
      text(byYear ? "Year" : "Settled", ({ when }) => when),
      ...met.map(({ key, label }) => number<Row>(label, "", (row) => row[key])),
    ]),
  };
}

/** Running figures are over plans that still run; the mean over all plans is smaller by the part that does. */
function meansOf(period: ReportPeriod): Row {
  const mean = (key: Reason["key"]) => (period[key]?.mean ?? 0) * period.running.value;
  return {
    when: period.date,
    lapsed: mean("lapsed"),
    defaulted: mean("defaulted"),
    claimed: mean("claimed"),
    agedOut: mean("agedOut"),
    died: mean("died"),
  };
}

function perYear(rows: readonly Row[]): Row[] {
  const years = [...new Set(rows.map(({ when }) => when.slice(0, 4)))];
  return years.map((year) => {
    const of = (key: Reason["key"]) =>
      sum(rows.filter(({ when }) => when.startsWith(year)).map((row) => row[key]));
    const [lapsed, defaulted, claimed] = [of("lapsed"), of("defaulted"), of("claimed")];
    return { when: year, lapsed, defaulted, claimed, agedOut: of("agedOut"), died: of("died") };
  });
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
