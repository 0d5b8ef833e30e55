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
  const period = /^periods\.(\d{4}-\d\d-\d\d)\./.exec(name);
  if (period !== null) {
    const inPeriod = Object.keys(metricIndex).map((metric) => `periods.${period[1]}.${metric}`);
    const near = inPeriod.includes(name) ? undefined : nearest(name, inPeriod);
    return { found, allowed: "periods.DATE.METRIC with a day of settlement", nearest: near };
  }
  if (callable.includes(name)) return { found, allowed: `${name}(...), with brackets` };
  const allowed = "a column of the run, such as total.cost or years.2020.share";
  return { found, allowed, nearest: nearest(name, knownColumns) };
}
