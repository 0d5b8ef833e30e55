import type { TopLevelSpec } from "vega-lite";
import { formatMoney } from "../format.ts";
import type { Report } from "../report.ts";
import { makeTable, number, text } from "../tables/table.ts";
import type { Chart, Frame } from "./chart.ts";
import { datedReadings } from "./readings.ts";
import { accent } from "./theme.ts";
import { thinned } from "./thinned.ts";
import { timeX } from "./timeAxis.ts";
import { valueY } from "./valueAxis.ts";

interface Row {
  readonly date: string;
  readonly meanAid: number;
  readonly cases: number;
  /** Standard error of the settlement's aid, over its cases. */
  readonly se: number;
}

/** Mean aid owed per case: all aid of a settlement over all its cases. null where fewer than two settlements have cases. */
export function meanAid(report: Report): Chart | null {
  const { currency } = report.scenario;
  const all = report.periods.flatMap(({ date, aid, aidCut, cases }): Row[] =>
    aid && cases && cases.mean > 0
      ? [
          {
            date,
            meanAid: (aid.mean + (aidCut?.mean ?? 0)) / cases.mean,
            cases: cases.mean,
            se: aid.se / cases.mean,
          },
        ]
      : [],
  );
  const rows = thinned(all);
  if (rows.length < 2) return null;
  const title = titleOf(rows, currency);
  const table = makeTable(rows, [
    text("Settled", ({ date }) => date),
    number("Cases (mean)", "", ({ cases }) => cases),
    number("Aid per case", currency, (row) => row.meanAid),
  ]);
  return {
    id: "mean-aid",
    title,
    caption:
      "Aid owed at a settlement over its cases, over all replications together. Early settlements have few cases.",
    description: `Line of the mean aid per case. ${title}.`,
    legend: [{ label: "mean over all cases", kind: "line", color: accent }],
    width: "half",
    draw: (frame) => spec(frame, rows, currency),
    table,
    readings: datedReadings(table),
  };
}

function titleOf(rows: readonly Row[], currency: string): string {
  const tenth = Math.max(1, Math.floor(rows.length / 10));
  const early = weightedMean(rows.slice(0, tenth));
  const late = weightedMean(rows.slice(-tenth));
  const change = late / early - 1;
  const byChance = 2 * Math.hypot(relativeError(rows.slice(0, tenth)), relativeError(rows.slice(-tenth)));
  if (Math.abs(change) < Math.max(0.05, byChance))
    return `Aid per case stays near ${formatMoney(late, currency)}`;
  return `Aid per case ${change > 0 ? "rises" : "falls"} from ${formatMoney(early, currency)} to ${formatMoney(late, currency)}`;
}

/** Of the aid of some settlements; that of aid per case is smaller, as both have the same cases. */
function relativeError(rows: readonly Row[]): number {
  return Math.hypot(...rows.map(({ se, cases }) => se * cases)) / (weightedMean(rows) * casesOf(rows));
}

function casesOf(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.cases, 0);
}

function weightedMean(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + row.meanAid * row.cases, 0) / casesOf(rows);
}

function spec(frame: Frame, rows: readonly Row[], currency: string): TopLevelSpec {
  return {
    data: { values: rows.map(({ date, meanAid }) => ({ at: Date.parse(date), meanAid })) },
    mark: { type: "line", color: accent },
    encoding: {
      x: timeX(
        frame,
        rows.map(({ date }) => date),
      ),
      y: valueY("meanAid", `${currency} per case`),
    },
  };
}
