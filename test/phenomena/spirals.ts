import { answersTo } from "./answersTo.ts";
import type { Comparison, Phenomenon } from "./phenomenon.ts";

const members = 160;

/**
 * A group whose members have certain costs a month, evenly from 0 to 10; each leaves once the share is above what a month of cover
 * is worth to them.
 */
export const spiral = (worth: (cost: number) => number, months = 12) => ({
  title: "A textbook spiral",
  seed: "spiral",
  replications: 2,
  calendar: { from: "2001-01-01", periods: months },
  group: Array.from({ length: members }, (_, k) => {
    const cost = ((k + 0.5) * 10) / members;
    return {
      class: `v${k}`,
      number: 1,
      claimProbability: 1,
      benefit: cost,
      // Willingness is per year.
      reaction: { threshold: { willingness: 12 * worth(cost) } },
    };
  }),
});

/** A figure of the n-th month. */
export const inMonth = (month: number, metric: "share" | "members") =>
  `mean(periods.${new Date(Date.UTC(2001, month, 0)).toISOString().slice(0, 10)}.${metric})`;

/** A figure, its theory, and what to ask for it. */
type Asked = readonly [figure: string, theory: number, question: string];

/** Shares of the first months, and more. */
function path(worth: (cost: number) => number, shares: readonly number[], more: readonly Asked[] = []) {
  const asked = [
    ...shares.map((theory, i): Asked => [`share of month ${i + 1}`, theory, inMonth(i + 1, "share")]),
    ...more,
  ];
  const answers = answersTo(
    spiral(worth),
    asked.map(([, , question]) => question),
  );
  return asked.map(
    ([figure, theory], i): Comparison => ({ figure, theory, measured: answers[i], shown: true }),
  );
}

/** Who stays has costs from share - 4 to 10, on average 3 + share / 2: the gap to 6 halves. */
export const haltingSpiral: Phenomenon = {
  law: "Cover worth 4 more than own cost (uniform 0 to 10): the gap of the share to 6 halves every month",
  shows: "share of month 1 to 5",
  compare: () => path((cost) => cost + 4, [5, 5.5, 5.75, 5.875, 5.9375]),
};

/** Who stays has costs from share / 2 to 10, on average 5 + share / 4, up to 20 / 3: Einav & Finkelstein (2011), J. Econ. Perspectives 25:1. */
export const partialSpiral: Phenomenon = {
  law: "Cover worth twice own cost: the gap to 20/3 falls to a quarter every month",
  shows: "share of month 1 to 3",
  compare: () => path((cost) => 2 * cost, [5, 6.25, 6.5625]),
};

/** Who stays has costs from the share to 10, on average 5 + share / 2: Akerlof (1970), Q. J. Economics 84:3. */
export const completeSpiral: Phenomenon = {
  law: "Cover worth just own cost: complete unravelling, the gap to 10 halves until one is left",
  shows: "share of month 1 to 4, and at last; members at last",
  compare: () =>
    path(
      (cost) => cost,
      [5, 7.5, 8.75, 9.375],
      [
        ["share at last: the highest cost", 10 - 5 / members, inMonth(12, "share")],
        ["members at last", 1, inMonth(12, "members")],
      ],
    ),
};
