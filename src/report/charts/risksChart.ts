import type { TopLevelSpec } from "vega-lite";
import type { Figure } from "../../statistics/figure.ts";
import { formatNumber } from "../format.ts";
import type { Report, ReportPeriod } from "../report.ts";
import { leaversOf, riskGroups } from "../riskGroups.ts";
import { risksTable } from "../tables/risksTable.ts";
import { isTelling, mostStillRun } from "../wording.ts";
import type { Chart, Frame } from "./chart.ts";
import { runningOnly } from "./fan.ts";
import { datedReadings } from "./readings.ts";
import { categories, muted } from "./theme.ts";
import { thinned } from "./thinned.ts";
import { timeX } from "./timeAxis.ts";

const colors = { members: categories[0], leavers: categories[3], joiners: categories[1] };

/** Settlements whose risks are shown. */
function riskPeriods({ periods }: Report): ReportPeriod[] {
  return thinned(periods.filter((period) => isTelling(period) && (period.members?.mean ?? 0) > 0));
}

/** Mean relative risk of members, leavers and joiners over time. null where all are always alike. */
export function risksChart(report: Report): Chart | null {
  const periods = riskPeriods(report);
  const figures = periods.flatMap((period) => riskGroups.map(({ of }) => of(period)));
  const isAlike = figures.every((figure) => figure === null || Math.abs(figure.mean - 1) < 0.001);
  if (periods.length < 2 || isAlike) return null;
  const title = titleOf(periods);
  const table = risksTable(periods);
  return {
    id: "risks",
    title,
    caption: `Mean relative risk, 1 being that of joiners at the start: medians, and nine in ten replications. Leavers lapse or default; where nobody leaves or joins there is no line.${runningOnly(report)}`,
    description: `Lines with bands of the mean relative risk of members, leavers and joiners over time. ${title}.`,
    legend: riskGroups.map(({ key, label }) => ({ label, kind: "line" as const, color: colors[key] })),
    width: "full",
    draw: (frame) => spec(frame, periods),
    table,
    readings: datedReadings(table),
  };
}

function titleOf(periods: readonly ReportPeriod[]): string {
  const last = periods.findLast(mostStillRun) ?? periods[periods.length - 1];
  const [members, left] = [last.riskOfMembers?.q50 ?? 1, leaversOverall(periods)];
  const who = left === null ? "" : `; of all who left it was ${formatNumber(left)}`;
  return `The members’ mean relative risk is ${formatNumber(members)} at last${who}`;
}

/** Over all settlements, by how many left; null: nobody. */
function leaversOverall(periods: readonly ReportPeriod[]): number | null {
  const all = periods.reduce((sum, period) => sum + leaversOf(period), 0);
  const atRisk = periods.reduce(
    (sum, period) => sum + leaversOf(period) * (period.riskOfLeavers?.mean ?? 1),
    0,
  );
  return all > 0 ? atRisk / all : null;
}

function spec(frame: Frame, periods: readonly ReportPeriod[]): TopLevelSpec {
  const points = riskGroups.flatMap(({ key, of }) =>
    periods.map((period) => ({
      at: Date.parse(period.date),
      key,
      color: colors[key],
      ...quantiles(of(period)),
    })),
  );
  const x = timeX(
    frame,
    periods.map(({ date }) => date),
  );
  const y = (field: string) => ({
    field,
    type: "quantitative" as const,
    title: "mean relative risk",
    scale: { zero: false, nice: 5 },
  });
  const color = { field: "color", type: "nominal" as const, scale: null };
  const detail = { field: "key", type: "nominal" as const };
  const invalid = "break-paths-show-domains" as const;
  return {
    data: { values: points },
    layer: [
      {
        mark: { type: "rule", color: muted, strokeDash: [2, 3] },
        encoding: { y: { datum: 1, type: "quantitative" } },
      },
      {
        mark: { type: "area", opacity: 0.18, invalid },
        encoding: { x, y: y("q05"), y2: { field: "q95" }, color, detail },
      },
      { mark: { type: "line", invalid }, encoding: { x, y: y("q50"), color, detail } },
    ],
  };
}

function quantiles(figure: Figure | null) {
  return { q05: figure?.q05 ?? null, q50: figure?.q50 ?? null, q95: figure?.q95 ?? null };
}
