import { answersTo } from "./answersTo.ts";
import type { Phenomenon } from "./phenomenon.ts";

/** So rare are claims that one and a half times the incidence is one and a half times the probability. */
const plan = (effort: number) => ({
  title: "A year of more illness",
  seed: "shock",
  engine: "fast",
  replications: 50 * effort,
  calendar: { from: "2020-01-01", periods: 36 },
  members: { ages: "30-49", leaveAt: 90 },
  joining: { initial: 1e10 },
  cover: { illnesses: { any: { incidence: 0.001, benefit: 1e5, endsMembership: false } } },
  shocks: { events: [{ name: "epidemic", from: "2021-01-01", to: "2021-12-31", incidence: 1.5 }] },
});

export const incidenceShock: Phenomenon = {
  law: "A shock on incidence raises the share by its factor, for as long as it lasts",
  shows: "share of a year with factor 1.5, and of the year after, over the year before",
  compare: (effort) => {
    const [during, after] = answersTo(plan(effort), [
      "mean(years.2021.share) / mean(years.2020.share)",
      "mean(years.2022.share) / mean(years.2020.share)",
    ]);
    return [
      {
        figure: "share of a year with factor 1.5, over the year before",
        theory: 1.5,
        measured: during,
        shown: true,
      },
      { figure: "share of the year after, over the year before", theory: 1, measured: after, shown: true },
    ];
  },
};
