import { metricIndex } from "../../plan/metrics.ts";
import { nearest } from "../../scenario/nearest.ts";
import { aggregates } from "./aggregates.ts";
import type { Finding } from "./checkContext.ts";
import { functions } from "./operations.ts";

const callable = [...Object.keys(aggregates), ...Object.keys(functions)];

/** What to say of a word before a bracket that is no function. */
export const unknownFunction = (name: string): Finding => ({
  found: `a function "${name}"`,
  allowed: callable.join(", "),
  nearest: nearest(name, callable),
});

/** What to say of a word that is no column of the run. */
export function unknownColumn(name: string, knownColumns: readonly string[]): Finding {
  const found = JSON.stringify(name);
  if (callable.includes(name)) return { found, allowed: `${name}(...), with brackets` };
  const allowed =
    allowedInPeriod(name) ??
    allowedInYear(name, knownColumns) ??
    "a column of the run, such as total.cost or years.2020.share";
  return { found, allowed, nearest: nearest(name, [...inSamePeriod(name), ...knownColumns]) };
}

const metrics = Object.keys(metricIndex);
const period = /^periods\.(\d{4}-\d\d-\d\d)\.(.*)$/s;

/** A right metric has a wrong day: that of a right day is known before it is asked for. */
function allowedInPeriod(name: string): string | undefined {
  const [, date, metric] = period.exec(name) ?? [];
  if (date === undefined) return undefined;
  return metrics.includes(metric)
    ? "periods.DATE.METRIC with a day of settlement"
    : `after periods.${date}. one of ${metrics.join(", ")}`;
}

function inSamePeriod(name: string): string[] {
  const [, date, metric] = period.exec(name) ?? [];
  return date === undefined || metrics.includes(metric)
    ? []
    : metrics.map((candidate) => `periods.${date}.${candidate}`);
}

/** The figures of a year of the run, its classes, or the years there are. */
function allowedInYear(name: string, knownColumns: readonly string[]): string | undefined {
  const [, year, figure] = /^years\.(\d+)\.(.*)$/s.exec(name) ?? [];
  if (year === undefined) return undefined;
  const ofYear = (wanted: string) =>
    knownColumns.flatMap((column) => {
      const prefix = `years.${wanted}.`;
      return column.startsWith(prefix) ? [column.slice(prefix.length)] : [];
    });
  const figures = ofYear(year);
  if (figures.length === 0) {
    const years = new Set(knownColumns.flatMap((column) => /^years\.(\d+)\./.exec(column)?.[1] ?? []));
    return years.size === 0 ? undefined : `years.YEAR.FIGURE with one of the years ${[...years].join(", ")}`;
  }
  const classes = figures.flatMap((candidate) => /^members\[class=(.*)\]$/s.exec(candidate)?.[1] ?? []);
  if (figure.startsWith("members[") && classes.length > 0)
    return `members[class=NAME] with one of the classes ${classes.join(", ")}`;
  return `after years.${year}. one of ${figures.filter((candidate) => !candidate.includes("[")).join(", ")}`;
}
