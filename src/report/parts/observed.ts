import type { ColumnSource } from "../../plan/columns.ts";
import { averagedMetrics, periodMetrics, summedMetrics, yearEndMetrics } from "../../plan/metrics.ts";
import { isoDate } from "../../scenario/day.ts";
import type { Observation, PoolScenario } from "../../scenario/scenario.ts";
import type { Figure } from "../../statistics/figure.ts";
import { figureParts } from "../figureName.ts";
import type { HistoryPoint } from "../report.ts";
import { reportFigure } from "./reportFigure.ts";
import type { Subject } from "./subject.ts";
import { yearOfIso } from "./years.ts";

/** What was observed beside what was simulated, in order of figure and date. */
export function makeObserved(subjects: readonly Subject[]): HistoryPoint[] {
  const points = subjects[0].inputs.scenario.history.map((observation): HistoryPoint => {
    const { day, figure, value, source } = observation;
    const date = isoDate(day);
    const { pool } = figureParts(figure);
    const subject = subjects.find(({ name }) => name === (pool ?? ""));
    const found = subject && simulatedFigure(subject, date, figure);
    const simulated = found ? { q05: found.q05, q50: found.q50, q95: found.q95 } : null;
    const input = subject !== undefined && isInput(observation, subject.pools);
    return { date, figure, observed: value, simulated, input, source };
  });
  return points.sort((a, b) => compare(a.figure, b.figure) || compare(a.date, b.date));
}

const followed: readonly string[] = ["members", "sharers", "years.members", "years.sharers"];

/** Membership while joiners fill up what `joining.target` asks for, if only in one of the pools that it is of. */
function isInput({ day, figure }: Observation, pools: readonly PoolScenario[]): boolean {
  const { name } = figureParts(figure);
  return followed.includes(name) && pools.some((pool) => followsTarget(pool, day));
}

function followsTarget({ joining: { target } }: PoolScenario, day: number): boolean {
  const first = target[0];
  const last = target.at(-1);
  return !!first && !!last && day >= first.day && day <= last.day;
}

/** A figure of the day, of its year, or of what came after the end. */
function simulatedFigure(subject: Subject, date: string, figure: string): Figure | null {
  const { name, metric, ofYear } = figureParts(figure);
  const afterEnd = runOffMetrics.find((key) => name === `runOff.${key}`);
  if (afterEnd) return subject.lookup.figureOrNull({ kind: "runOff", metric: afterEnd });
  return ofYear ? yearFigure(subject, yearOfIso(date), metric) : periodFigure(subject, date, metric);
}

const runOffMetrics = ["cost", "cases", "subsidy", "refunds", "paidPart"] as const;

/** Of the period settled on the date or last before it. */
function periodFigure({ inputs, series }: Subject, date: string, name: string): Figure | null {
  const metric = periodMetrics.find(({ key }) => key === name)?.key;
  const period = inputs.periods.findLastIndex((candidate) => candidate.date <= date);
  return metric && period >= 0 ? reportFigure(series.periods[period].figures[metric]) : null;
}

function yearFigure({ lookup }: Subject, year: number, name: string): Figure | null {
  const source = yearSource(year, name);
  return source && lookup.figureOrNull(source);
}

/** Sums of the year, means over its settlements, or what stands at its last. */
function yearSource(year: number, name: string): ColumnSource | null {
  const summed = summedMetrics.find((metric) => metric === name);
  if (summed) return { kind: "yearSum", year, metric: summed };
  const averaged = averagedMetrics.find((metric) => metric === name);
  if (averaged) return { kind: "yearMean", year, metric: averaged };
  const standing = yearEndMetrics.find((metric) => metric === name);
  return standing ? { kind: "yearEnd", year, metric: standing } : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
