import type { Chart } from "../../report/charts/chart.ts";
import { paired } from "../../report/charts/paired.ts";
import type { ComparedRun } from "../comparedRun.ts";
import { fanCaption } from "../words.ts";
import { overlaidFan } from "./overlaidFan.ts";

/** Shares and members of all runs over time. */
export function comparisonCharts(runs: readonly ComparedRun[]): Chart[] {
  const { currency } = runs[0].report.scenario;
  return paired([
    overlaidFan(runs, {
      id: "share",
      what: "The share of a settlement",
      caption: fanCaption("What one sharer is asked for at each settlement"),
      axis: `${currency} per sharer and settlement`,
      unit: currency,
      of: ({ share }) => share,
    }),
    overlaidFan(runs, {
      id: "members",
      what: "Membership",
      caption: fanCaption("Members at the end of each settlement period"),
      axis: "members",
      unit: "",
      of: ({ members }) => members,
    }),
  ]);
}
