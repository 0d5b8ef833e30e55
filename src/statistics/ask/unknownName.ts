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
  const [, figure, pool] = /^(.*)\[pool=(.*)\]$/s.exec(name) ?? [];
  if (figure !== undefined && pool !== undefined) return { found, ...ofPool(figure, pool, knownColumns) };
  const ofPlan = knownColumns.filter((column) => !column.includes("[pool="));
  return { found, ...unknownFigure(name, ofPlan, knownColumns) };
}

type Advice = Omit<Finding, "found">;

/** Either the pool is wrong, or its figure is. */
function ofPool(figure: string, pool: string, knownColumns: readonly string[]): Advice {
  const pools = [...new Set(knownColumns.flatMap((column) => /\[pool=(.*)\]$/s.exec(column)?.[1] ?? []))];
  const isKnown = (one: string) => knownColumns.includes(one);
  if (pools.length === 0) {
    return {
      allowed: "no [pool=NAME], as the plan has one pool",
      nearest: isKnown(figure) ? figure : undefined,
    };
  }
  if (!pools.includes(pool)) {
    const meant = nearest(pool, pools);
    const right = `${figure}[pool=${meant}]`;
    const isThere = isKnown(right) || metrics.includes(period.exec(figure)?.[2] ?? "");
    return {
      allowed: `[pool=NAME] with one of the pools ${pools.join(", ")}`,
      nearest: meant !== undefined && isThere ? right : undefined,
    };
  }
  const end = `[pool=${pool}]`;
  const figures = knownColumns.flatMap((column) =>
    column.endsWith(end) ? [column.slice(0, -end.length)] : [],
  );
  const { allowed, nearest: near } = unknownFigure(figure, figures, figures);
  return { allowed, nearest: near === undefined ? undefined : `${near}${end}` };
}

/** `figures`: those of the whole plan or of the pool in question. */
function unknownFigure(name: string, figures: readonly string[], candidates: readonly string[]): Advice {
  const allowed =
    allowedInPeriod(name) ??
    allowedInYear(name, figures) ??
    "a column of the run, such as total.cost or years.2020.share";
  return { allowed, nearest: nearest(name, [...inSamePeriod(name), ...candidates]) };
}

const metrics = Object.keys(metricIndex);
const period = /^periods\.(\d{4}-\d\d-\d\d)\.(.*)$/s;

/** A right metric has a wrong day: that of a right day is known before it is asked for. */
function allowedInPeriod(name: string): string | undefined {
  const [, date, metric] = period.exec(name) ?? [];
  if (date === undefined) return undefined;
  if (/^(members|share|expectedAid)\[class=/.test(metric))
    return "periods.DATE.FIGURE[class=NAME] with a day of settlement and a class of the plan";
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
function allowedInYear(name: string, known: readonly string[]): string | undefined {
  const [, year, figure] = /^years\.(\d+)\.(.*)$/s.exec(name) ?? [];
  if (year === undefined) return undefined;
  const prefix = `years.${year}.`;
  const figures = known.flatMap((column) => (column.startsWith(prefix) ? [column.slice(prefix.length)] : []));
  if (figures.length === 0) {
    const years = new Set(known.flatMap((column) => /^years\.(\d+)\./.exec(column)?.[1] ?? []));
    return years.size === 0 ? undefined : `years.YEAR.FIGURE with one of the years ${[...years].join(", ")}`;
  }
  const ofClass = `${/^\w*/.exec(figure)?.[0]}[class=`;
  const classes = figures.flatMap((other) =>
    other.startsWith(ofClass) ? [other.slice(ofClass.length, -1)] : [],
  );
  if (figure.includes("[") && classes.length > 0)
    return `${ofClass}NAME] with one of the classes ${classes.join(", ")}`;
  return `after years.${year}. one of ${figures.filter((other) => !other.includes("[")).join(", ")}`;
}
