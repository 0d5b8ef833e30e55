import type { Param, SelectRule } from "./plan.ts";

/**
 * Incidence by time since joining, relative to the table: 1 - (1 - start) exp(-years / timeConstant), or a factor for
 * each year of membership (the last for all later ones).
 *
 * @param valueAt the value of a parameter: its central one, or a replication's
 * @example selectFactor({ kind: "exponential", start: 0.2, timeConstantYears: 1 }, 0, Number) // 0.2
 */
export function selectFactor(select: SelectRule, years: number, valueAt: (param: Param) => number): number {
  switch (select.kind) {
    case "none":
      return 1;
    case "exponential": {
      const timeConstant = valueAt(select.timeConstantYears);
      return 1 - (1 - valueAt(select.start)) * (timeConstant > 0 ? Math.exp(-years / timeConstant) : 0);
    }
    case "years":
      return valueAt(select.factors[Math.min(Math.floor(years), select.factors.length - 1)]);
  }
}
