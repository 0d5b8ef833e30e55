import { metricIndex, type PeriodMetric } from "../../plan/metrics.ts";
import type { Watched } from "../../plan/planColumns.ts";

/**
 * The metrics of single periods that a question names, which the plan provides only on demand. Each once, in order; names of
 * no metric are left to `parseAsk` to complain about.
 *
 * @example columnsNeeded("mean(periods.2019-01-28.share)") // [{ date: "2019-01-28", metric: "share" }]
 */
export function columnsNeeded(text: string): Watched[] {
  const found = new Map<string, Watched>();
  for (const [name, date, metric] of text.matchAll(/\bperiods\.(\d{4}-\d\d-\d\d)\.(\w+)/g)) {
    if (isMetric(metric)) found.set(name, { date, metric });
  }
  return [...found.values()];
}

const isMetric = (word: string): word is PeriodMetric => Object.hasOwn(metricIndex, word);
