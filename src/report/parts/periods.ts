import { periodMetrics } from "../../plan/metrics.ts";
import type { ReportPeriod } from "../report.ts";
import { reportEstimate, reportFigure } from "./reportFigure.ts";
import type { Subject } from "./subject.ts";

/** One row per settlement, those of run-offs beyond the calendar too. */
export function makePeriods({ series, inputs: { periods } }: Subject): ReportPeriod[] {
  return series.periods.map(({ running, figures }, period) => {
    const byMetric = Object.fromEntries(
      periodMetrics.map(({ key }) => [key, reportFigure(figures[key])]),
    ) as Omit<ReportPeriod, "date" | "running">;
    return { date: periods[period].date, running: reportEstimate(running), ...byMetric };
  });
}
