import { answersTo } from "./answersTo.ts";
import type { Phenomenon } from "./phenomenon.ts";

const weight = { light: 1, heavy: 3 };
const number = { light: 750, heavy: 250 };
const probability = 0.05;
const benefit = 100;

/** Both rows claim alike, but do not pay alike. */
export const plan = (rule: string | object, replications: number) => ({
  title: "Weights",
  seed: "weights",
  engine: "exact",
  replications,
  calendar: { from: "2020-01-01", periods: 12 },
  group: (["light", "heavy"] as const).map((name) => ({
    class: name,
    number: number[name],
    claimProbability: probability,
    benefit,
  })),
  sharing: { rule },
});

export const byClass = { class: weight };

export const weights: Phenomenon = {
  law: "Weights redistribute and conserve: shares are in proportion, what all pay stays the same",
  shows: "share of weight 3 over that of weight 1; all contributions over those of equal shares",
  compare: (effort) => {
    const [proportion, light, paid] = answersTo(plan(byClass, 100 * effort), [
      "mean(total.share[class=heavy]) / mean(total.share[class=light])",
      "mean(total.share[class=light])",
      "mean(total.contributions)",
    ]);
    const [equally] = answersTo(plan("equal", 100 * effort), ["mean(total.contributions)"]);
    const sumOfWeights = number.light * weight.light + number.heavy * weight.heavy;
    const expectedCost = 12 * (number.light + number.heavy) * probability * benefit;
    return [
      { figure: "share of weight 3 over share of weight 1", theory: 3, measured: proportion, shown: true },
      { figure: "yearly share of weight 1", theory: expectedCost / sumOfWeights, measured: light },
      {
        figure: "all that is paid, over all that is paid by equal shares",
        theory: 1,
        // The same luck, replication by replication: there is no error.
        measured: { value: paid.value / equally.value, se: 0 },
        shown: true,
      },
    ];
  },
};
