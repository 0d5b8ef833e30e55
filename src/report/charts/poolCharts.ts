import type { PoolView } from "../poolView.ts";
import type { Report } from "../report.ts";
import type { Chart } from "./chart.ts";
import { depositsFan } from "./depositsFan.ts";
import { membersFan } from "./membersFan.ts";
import { paired } from "./paired.ts";
import { poolMembers } from "./poolMembers.ts";
import { poolShares } from "./poolShares.ts";
import { shareFan } from "./shareFan.ts";
import { survivalChart } from "./survivalChart.ts";

/** The pools side by side. */
export function poolsCharts(report: Report): Chart[] {
  return paired([poolShares(report), poolMembers(report)]);
}

/**
 * One pool's own fans, half the width of the plan's.
 *
 * @param prefix before their ids, which are unique on the page
 */
export function poolCharts(view: PoolView, prefix: string): Chart[] {
  const charts = [shareFan(view), membersFan(view), depositsFan(view), survivalChart(view)];
  const halves = charts.map(
    (chart): Chart | null => chart && { ...chart, id: `${prefix}-${chart.id}`, width: "half" },
  );
  return paired(halves);
}
