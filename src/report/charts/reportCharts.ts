import type { Report } from "../report.ts";
import { casesFan } from "./casesFan.ts";
import type { Chart } from "./chart.ts";
import { classesChart } from "./classesChart.ts";
import { depositsFan } from "./depositsFan.ts";
import { growthBars } from "./growthBars.ts";
import { indicesChart } from "./indicesChart.ts";
import { leaversChart } from "./leaversChart.ts";
import { meanAid } from "./meanAid.ts";
import { membersFan } from "./membersFan.ts";
import { paired } from "./paired.ts";
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
  depositsFan,
  survivalChart,
  casesFan,
  meanAid,
];

/** The charts of the whole plan that a report has something to show in, in reading order. */
export function reportCharts(report: Report): Chart[] {
  return paired(charts.map((chart) => chart(report)));
}
