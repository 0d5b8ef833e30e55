import { formatFactor } from "../format.ts";
import type { CostGrowth, Report } from "../report.ts";
import { countOf } from "../wording.ts";
import { shownGrowth } from "./shownGrowth.ts";

type Factor = CostGrowth["factors"][number];

/** How much the share grows, and the two factors that move the yearly share most. */
export function growthFinding({ costGrowth }: Report): string | null {
  if (!costGrowth) return null;
  const shown = shownGrowth(costGrowth);
  const { method, from, to, ratio, replications, leftOut } = shown;
  const moving = [...shown.factors].filter(isClear).sort((a, b) => strength(b) - strength(a));
  const among =
    leftOut > 0 && method === "accounting"
      ? ` in the ${countOf(replications, "replication that asks", "replications that ask")} for a share in both`
      : "";
  const total = `From ${from} to ${to} the share changes by the factor ${formatFactor(ratio.value).slice(2)}${among}`;
  if (moving.length === 0) return `${total}; no single ${noun(method)} moves it clearly.`;
  const named = moving.slice(0, 2).map(({ label, factor }) => `“${label}” (${formatFactor(factor.value)})`);
  const how = method === "causes" ? "by simulating without each cause" : "in an accounting split";
  return `${total}; ${how}, ${named.join(" and ")} ${named.length > 1 ? "weigh" : "weighs"} most.`;
}

const noun = (method: CostGrowth["method"]) =>
  method === "causes" ? "cause" : "factor of the accounting split";

/** Away from 1 by more than 1 % and by more than two standard errors. */
export function isClear({ factor: { value, se } }: Factor): boolean {
  return Math.abs(value - 1) > Math.max(0.01, 2 * se);
}

function strength({ factor }: Factor): number {
  return Math.abs(Math.log(factor.value));
}
