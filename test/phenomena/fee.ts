import { answersTo } from "./answersTo.ts";
import type { Phenomenon } from "./phenomenon.ts";

/** @param portion of the aid */
export const plan = (portion: number, replications: number) => ({
  title: "A fee",
  seed: "fee",
  engine: "exact",
  replications,
  calendar: { from: "2020-01-01", periods: 12 },
  group: [{ class: "all", number: 1000, claimProbability: 0.01, benefit: 1000 }],
  sharing: { fee: portion },
});

export const fee: Phenomenon = {
  law: "A fee multiplies the share",
  shows: "share with a fee of 10 % over share without",
  compare: (effort) => {
    const [without, withFee] = [0, 0.1].map(
      (portion) => answersTo(plan(portion, 50 * effort), ["mean(total.share)"])[0],
    );
    return [
      {
        figure: "share with a fee of 10 % over share without",
        theory: 1.1,
        // The same luck, replication by replication: there is no error.
        measured: { value: withFee.value / without.value, se: 0 },
        shown: true,
      },
    ];
  },
};
