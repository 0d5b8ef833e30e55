import { answersTo } from "./answersTo.ts";
import type { Comparison, Phenomenon } from "./phenomenon.ts";

const incidence = 0.012;
const benefit = 10_000;
const months = 120;
const baseLapse = 0.05;

/** Two classes, as many of each at the start. */
const risks = { low: 0.5, high: 1.5 };

const plan = (classes: object, effort: number) => ({
  title: "Two classes and one share",
  seed: "leaving",
  engine: "fast",
  replications: 25 * effort,
  calendar: { from: "2020-01-01", periods: months },
  members: {
    ages: "30-30",
    leaveAt: 90,
    classes: {
      low: { portion: 0.5, relativeRisk: risks.low, ...classes },
      high: { portion: 0.5, relativeRisk: risks.high, ...classes },
    },
  },
  joining: { initial: 1e10 },
  cover: { illnesses: { any: { incidence, benefit, endsMembership: false } } },
});

/** The aid that one of a class may expect in a month. */
const aid = (risk: number) => -Math.expm1((-incidence * risk) / 12) * benefit;

/**
 * The two-class recursion. The share is the mean aid of who is in; a class for whom a year of it is above the aid it may
 * expect leaves (share / aid)^elasticity times as fast as by its base lapse, one for whom it is below just as fast as that.
 *
 * @param elasticity of leaving; null: nobody looks at the share
 * @returns the share and the mean risk of who is in, both of the last month
 */
export function afterTenYears(elasticity: number | null): { readonly share: number; readonly index: number } {
  let low = 1;
  let high = 1;
  let share = 0;
  const intensity = -Math.log1p(-baseLapse) / 12;
  const staying = (risk: number) => {
    const times = elasticity === null ? 1 : Math.max(1, (share / aid(risk)) ** elasticity);
    return Math.exp(-intensity * times);
  };
  for (let month = 0; month < months; month++) {
    low *= month === 0 ? 1 : staying(risks.low);
    high *= month === 0 ? 1 : staying(risks.high);
    share = (low * aid(risks.low) + high * aid(risks.high)) / (low + high);
  }
  return { share, index: (low * risks.low + high * risks.high) / (low + high) };
}

const lastMonth = ["mean(periods.2029-12-31.selectionIndex)", "mean(periods.2029-12-31.share)"];

/** Both classes leave alike: by a base lapse and by how far the share is above 40 a year (it is about 120). */
const blind = (lapse: number) => ({ lapse, reaction: { power: { reference: 40, elasticity: 1 } } });

export const blindLeaving: Phenomenon = {
  law: "Equal shares, leaving blind to risk: no adverse selection, at any lapse",
  shows: "selection index and share after ten years, base lapse 2 %; the same, 20 %",
  compare: (effort) =>
    [0.02, 0.2].flatMap((lapse): Comparison[] => {
      const [index, share] = answersTo(plan(blind(lapse), effort), lastMonth);
      const of = `after ten years, base lapse ${100 * lapse} %`;
      return [
        { figure: `selection index ${of}`, theory: 1, measured: index, shown: true },
        {
          figure: `share ${of}`,
          theory: (aid(risks.low) + aid(risks.high)) / 2,
          measured: share,
          shown: true,
        },
      ];
    }),
};

const aware = (elasticity: number) => ({
  lapse: baseLapse,
  reaction: { power: { reference: "expectedAid", elasticity } },
});

export const awareLeaving: Phenomenon = {
  law: "Who pays more than they may expect leaves sooner: adverse selection, more elastic, worse",
  shows: "selection index after ten years, elasticity 0, 0.5, 1, 2",
  compare: (effort) =>
    [0, 0.5, 1, 2].flatMap((elasticity): Comparison[] => {
      const [index, share] = answersTo(plan(aware(elasticity), effort), lastMonth);
      const theory = afterTenYears(elasticity);
      const of = `after ten years, elasticity ${elasticity}`;
      return [
        { figure: `selection index ${of}`, theory: theory.index, measured: index, shown: true },
        { figure: `share ${of}`, theory: theory.share, measured: share },
      ];
    }),
};
