import type { ShortMutation } from "./mutation.ts";

/** Ways to break group.yaml. */
export const groupMutations: readonly ShortMutation[] = [
  ["calendar", "periods: 1,", "periods: 4001,", "calendar.periods"],
  [
    "calendar",
    "periods: 1,",
    "to: 2020-12-31, periods: 1,",
    "calendar.periods",
    "exactly one of to, periods",
  ],
  ["calendar", "periods: 1,", "", "calendar", "exactly one of to, periods"],
  ["calendar", "every: 1 year", "every: 0 years", "calendar.settle.every"],
  ["group", "number: 100,", "number: 0,", "group[0].number"],
  ["group", "number: 100,", "number: 1.5,", "group[0].number"],
  ["group", "number: 200,", "nummer: 200,", ["group[1].number", "group[1].nummer"]],
  ["group", "claimProbability: 5 %", "claimProbability: 500 %", "group[0].claimProbability"],
  ["group", "class: B,", "", "group[1].class"],
  ["group", "class: B,", "class: A,", "group[1].class", "a name no other row has"],
  ["ask", "- P(total.cost > 3500)", "- 3500", "ask[0]"],
];
