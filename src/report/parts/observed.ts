import { type PeriodMetric, periodMetrics, summedMetrics } from "../../plan/metrics.ts";
import { isoDate } from "../../scenario/day.ts";
import type { Observation, Scenario } from "../../scenario/scenario.ts";
import type { Figure } from "../../statistics/figure.ts";
import type { HistoryPoint, ReportPeriod, ReportYear } from "../report.ts";
import { yearOfIso } from "./years.ts";

/** What was observed beside what was simulated, in order of figure and date. */
export function makeObserved(
  scenario: Pick<Scenario, "history" | "joining">,
  periods: readonly ReportPeriod[],
  years: readonly ReportYear[],
): HistoryPoint[] {
  const points = scenario.history.map((observation): HistoryPoint => {
    const { day, figure, value, source } = observation;
    const date = isoDate(day);
    const found = figure.startsWith("years.")
      ? yearFigure(years, yearOfIso(date), figure.slice("years.".length))
      : periodFigure(periods, date, figure);
    const simulated = found && { q05: found.q05, q50: found.q50, q95: found.q95 };
    return { date, figure, observed: value, simulated, input: isInput(observation, scenario), source };
  });
  return points.sort((a, b) => compare(a.figure, b.figure) || compare(a.date, b.date));
}

const followed: readonly string[] = ["members", "sharers", "years.members"];

/** Membership while joiners fill up what `joining.target` asks for. */
function isInput({ day, figure }: Observation, { joining: { target } }: Pick<Scenario, "joining">): boolean {
  const first = target[0];
  const last = target.at(-1);
  return followed.includes(figure) && !!first && !!last && day >= first.day && day <= last.day;
}

/** Of the period settled on the date or last before it. */
function periodFigure(periods: readonly ReportPeriod[], date: string, figure: string): Figure | null {
  const metric = periodMetrics.find(({ key }) => key === figure)?.key;
  const period = periods.findLast((candidate) => candidate.date <= date);
  return metric && period ? period[metric satisfies PeriodMetric] : null;
}

function yearFigure(years: readonly ReportYear[], year: number, figure: string): Figure | null {
  const metric = ([...summedMetrics, "members"] as const).find((key) => key === figure);
  const found = years.find((candidate) => candidate.year === year);
  return metric && found ? found[metric] : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
