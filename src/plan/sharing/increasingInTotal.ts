import type { GroupRule, WeightRule } from "../plan.ts";

/** Falls by less than this part of the total are owed to rounding. */
const rounding = 1e-9;

/**
 * Whether nobody's share ever falls when the total grows, so that all are interested in a small total: of a conditional mean
 * rule on all points of its lattice.
 *
 * @example increasingInTotal({ kind: "equal" }) // "yes"
 */
export function increasingInTotal(rule: WeightRule): "yes" | "no" | "not a function of the total" {
  return rule.kind === "group" ? ofGroup(rule.rule) : "yes";
}

function ofGroup(rule: GroupRule): ReturnType<typeof increasingInTotal> {
  switch (rule.kind) {
    case "linear":
      return yesIf(rule.weights.every((weight) => weight >= 0));
    case "conditionalMean":
      return yesIf(rule.conditionalMeans.every((means) => neverFalls(means, rule.step)));
    case "matrix":
      return "not a function of the total";
  }
}

function neverFalls(means: Float64Array, step: number): boolean {
  return means.every((mean, s) => s === 0 || mean >= means[s - 1] - rounding * s * step);
}

function yesIf(increasing: boolean): "yes" | "no" {
  return increasing ? "yes" : "no";
}
