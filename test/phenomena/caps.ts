import { answersTo } from "./answersTo.ts";
import type { Comparison, Phenomenon } from "./phenomenon.ts";

const members = 100;
const probability = 0.1;
/** What a member pays in a period at most: the mean. */
export const cap = 0.1;

/** Claims of 1; nobody leaves. @param bearer null: no cap */
export const plan = (bearer: string | null, periods: number, replications: number) => ({
  title: "A cap",
  seed: "cap",
  engine: "exact",
  replications,
  calendar: { from: "2020-01-01", periods },
  group: [{ class: "all", number: members, claimProbability: probability, benefit: 1 }],
  ...(bearer === null ? {} : { sharing: { caps: { perPeriod: cap }, excess: bearer } }),
});

/** Binomial probabilities of 0 to all members having a claim, one from the other. */
function claimProbabilities(): number[] {
  const odds = probability / (1 - probability);
  const probabilities = [(1 - probability) ** members];
  for (let n = 1; n <= members; n++)
    probabilities.push((probabilities[n - 1] * odds * (members - n + 1)) / n);
  return probabilities;
}

/** The stop-loss premium E[(claims - limit)+] of a period. */
function stopLoss(limit: number): number {
  return claimProbabilities().reduce((sum, p, n) => sum + p * Math.max(0, n - limit), 0);
}

const cost = members * probability;
const beyond = stopLoss(cap * members);

/** What each bearer gets of the cost of a plan of one period, by the figure that shows it. */
const borneBy = {
  operator: "total.subsidy",
  aid: "total.aidCut",
  nextPeriod: "-periods.2020-01-31.surplus",
};

export const caps: Phenomenon = {
  law: "A cap moves cost to its bearer, as much as the stop-loss premium beyond it, and nowhere else",
  shows: "borne by the operator, paid by members; the same with the aided and with the next period as bearer",
  compare: (effort) =>
    Object.entries(borneBy).flatMap(([bearer, borne]): Comparison[] => {
      const [moved, paid, owed] = answersTo(plan(bearer, 1, 8000 * effort), [
        `mean(${borne})`,
        "mean(total.contributions)",
        "mean(total.aid + total.aidCut)",
      ]);
      return [
        { figure: `borne by ${bearer}`, theory: beyond, measured: moved, shown: true },
        { figure: `paid by members, beside ${bearer}`, theory: cost - beyond, measured: paid, shown: true },
        { figure: `aid owed, beside ${bearer}`, theory: cost, measured: owed },
      ];
    }),
};
