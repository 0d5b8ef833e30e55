import { dayOf, decimalYear } from "../../scenario/day.ts";
import type { Spiral } from "../../scenario/scenario.ts";
import { formatMoney, formatNumber, formatPortion } from "../format.ts";
import type { AdverseSelection } from "../report.ts";
import { portionEstimate } from "./estimate.ts";
import type { Subject } from "./subject.ts";

/** How often what the scenario calls a spiral happens, and when; null where it calls nothing so. */
export function makeSpiral({ inputs, lookup }: Subject): AdverseSelection["spiral"] {
  const { spiral, currency } = inputs.scenario;
  const began = lookup.find({ kind: "spiralYear" })?.values;
  if (spiral === null || began === undefined) return null;
  const years = began.filter(Number.isFinite).sort();
  const dateAt = (p: number) => {
    const year = years[Math.max(0, Math.ceil(p * years.length) - 1)];
    return inputs.periods.find(({ date }) => decimalYear(dayOf(date) ?? 0) === year)?.date ?? "";
  };
  return {
    definition: definitionOf(spiral, currency),
    probability: portionEstimate(inputs.results, (r) => Number.isFinite(began[r])),
    dates: years.length === 0 ? null : { q05: dateAt(0.05), q50: dateAt(0.5), q95: dateAt(0.95) },
  };
}

/** "the share of a year is above 200 yuan while membership is below 50 % of the most so far". */
function definitionOf({ share, members }: Spiral, currency: string): string {
  const above =
    share.kind === "amount"
      ? formatMoney(share.value, currency)
      : `${formatNumber(share.value)} times that of the first complete year with one`;
  const below =
    members.kind === "number"
      ? formatNumber(members.value)
      : `${formatPortion(members.value)} of the most so far`;
  return `the share of a year is above ${above} while membership is below ${below}`;
}
