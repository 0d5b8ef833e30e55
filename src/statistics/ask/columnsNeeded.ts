import { type ClassFigure, classFigures } from "../../plan/columns.ts";
import { metricIndex, type PeriodMetric } from "../../plan/metrics.ts";
import type { Watched } from "../../plan/planColumns.ts";

/**
 * The metrics of single periods that a question names, which the plan provides only on demand. Each once, in order; names of
 * no metric are left to `parseAsk` to complain about.
 *
 * @example columnsNeeded("mean(periods.2019-01-28.share)") // [{ date: "2019-01-28", metric: "share", pool: null }]
 */
export function columnsNeeded(text: string): Watched[] {
  const found = new Map<string, Watched>();
  for (const [name, date, metric, of, which] of text.matchAll(periodName)) {
    if (of === "class" && isClassFigure(metric)) found.set(name, { date, metric, className: which });
    else if (of !== "class" && isMetric(metric)) found.set(name, { date, metric, pool: which ?? null });
  }
  return [...found.values()];
}

/** `periods.DATE.METRIC`, of the whole plan, of one `[pool=NAME]` or one `[class=NAME]`. */
const periodName = /\bperiods\.(\d{4}-\d\d-\d\d)\.(\w+)(?:\[(pool|class)=([^\]]*)\])?/g;

const isClassFigure = (word: string): word is ClassFigure => classFigures.some((one) => one === word);
const isMetric = (word: string): word is PeriodMetric => Object.hasOwn(metricIndex, word);
