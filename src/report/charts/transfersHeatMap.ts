import { formatMoney } from "../format.ts";
import type { AdverseSelection, Report } from "../report.ts";
import { transfersTable } from "../tables/transfersTable.ts";
import type { Chart } from "./chart.ts";
import { heatLegend, heatMapSpec } from "./heatMap.ts";

/** More than fit: the table has all. */
const mostClasses = 12;
const mostYears = 10;

/** What one of each class pays beyond the aid to expect, year by year; null for too many classes to tell apart. */
export function transfersHeatMap(report: Report): Chart | null {
  const { transfers } = report.adverseSelection;
  const { currency } = report.scenario;
  const years = [...new Set(transfers.map(({ year }) => year))].slice(-mostYears);
  const names = new Set(transfers.map(({ name }) => name));
  const shown = transfers.filter(({ year }) => years.includes(year));
  if (shown.length === 0 || names.size > mostClasses) return null;
  const title = titleOf(shown, years[years.length - 1], currency);
  return {
    id: "transfers",
    title,
    caption: `What one sharer of a class is asked for in a year less the aid that one member of it can expect, ${currency} (means; standard errors in the table). The share holds the fee and claims of earlier illness too.`,
    description: `Heat map of classes by year. ${title}.`,
    legend: heatLegend("asked for more than to expect", "can expect more than asked for"),
    width: "full",
    draw: (frame) =>
      heatMapSpec(
        frame,
        shown.map(({ name, year, differencePerHead }) => ({
          row: name,
          column: `${year}`,
          value: differencePerHead.value,
        })),
      ),
    table: transfersTable(report),
  };
}

function titleOf(shown: AdverseSelection["transfers"], year: number, currency: string): string {
  const ofYear = shown.filter((transfer) => transfer.year === year);
  const passed = ofYear.reduce((sum, { transfer }) => sum + Math.max(0, transfer.value), 0);
  return `In ${year} ${formatMoney(passed, currency)} pass between the classes, against shares by expected aid`;
}
