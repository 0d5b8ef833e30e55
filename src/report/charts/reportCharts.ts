import type { Report } from "../report.ts";
import { casesFan } from "./casesFan.ts";
import type { Chart } from "./chart.ts";
import { classesChart } from "./classesChart.ts";
import { growthBars } from "./growthBars.ts";
import { indicesChart } from "./indicesChart.ts";
import { leaversChart } from "./leaversChart.ts";
import { meanAid } from "./meanAid.ts";
import { membersFan } from "./membersFan.ts";
import { shareDistribution } from "./shareDistribution.ts";
import { shareFan } from "./shareFan.ts";
import { survivalChart } from "./survivalChart.ts";
import { yearlyCost } from "./yearlyCost.ts";

const charts = [
  shareFan,
  membersFan,
  yearlyCost,
  shareDistribution,
  growthBars,
  indicesChart,
  classesChart,
  leaversChart,
  survivalChart,
  casesFan,
  meanAid,
];

/** The charts that a report has something to show in, in reading order; halves come in pairs, the first may stand alone. */
export function reportCharts(report: Report): Chart[] {
  const shown = charts.map((chart) => chart(report)).filter((chart) => chart !== null);
  const halves = shown.filter(({ width }) => width === "half");
  const single = halves.length % 2 === 1 ? halves[0] : null;
  return shown.map((chart) => (chart === single ? { ...chart, width: "full" } : chart));
}
