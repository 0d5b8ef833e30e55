import { readRule } from "../readRule.ts";
import type { SharingRule } from "../scenario.ts";
import { type Field, field } from "./field.ts";

/** By what the cost is divided. */
export function ruleField(): Field<SharingRule> {
  return field(readRule, "sharingRule");
}

/** What the rules mean, for who writes one. */
export const ruleHelp = `By what the cost is divided. Default equal.
- equal: all pay the same
- expectedCost: by the aid a member may expect, by class and age; of a group by row (also called meanProportional there)
- { age: [{ ages: 0-39, weight: 0.8 }] }: by age last birthday; ages in no band have weight 1
- { class: { NAME: 1.2 } }: by class, or by row of a group; classes not named have weight 1
- { tenure: [1, 0.9, 0.8] }: by year of membership; the last holds for ever
Closed groups only:
- conditionalMean: what a row's loss is expected to be, given the total
- linear: mean + weight x (total - mean total), weights by covariance; or { linear: { NAME: 0.3, ... } }, which sum to 1
- matrix: fixed parts of each other's losses, fair and of least variance; or { matrix: { network: [[a, b], [b, c]] } }, who shares with whom`;
