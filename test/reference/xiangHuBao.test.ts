import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { blockCount, simulateBlock } from "../../src/engine/simulateBlock.ts";
import { makePlan } from "../../src/plan/makePlan.ts";
import type { PeriodMetric } from "../../src/plan/metrics.ts";
import { isoDate } from "../../src/scenario/day.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { summarise } from "../../src/statistics/summarise.ts";
import { mergeTallies, newTally } from "../../src/statistics/tally.ts";
import { tallyBlock } from "../../src/statistics/tallyBlock.ts";

const replications = 512;
const read = (path: string) => readFileSync(path, "utf8");
const parsed = parseScenario("scenarios/xiang-hu-bao.yaml", read, { set: [`replications=${replications}`] });
if (!parsed.ok) throw new Error("scenarios/xiang-hu-bao.yaml has mistakes");
const { scenario } = parsed;
const plan = makePlan(scenario);
const names = plan.columns.map(({ name }) => name);
const tally = newTally({ ...plan, periods: plan.periods.length, columns: names.length });
for (let block = 0; block < blockCount(plan); block++) {
  mergeTallies(tally, tallyBlock(simulateBlock(plan, block), { columns: names.length }));
}
const results = summarise(tally, { columns: names, clustered: false });

const figureOf = (metric: PeriodMetric, t: number) => {
  const figure = results.periods[t].figures[metric];
  if (figure === null) throw new Error(`no ${metric} in period ${t}`);
  return figure;
};
const median = (column: string) => results.columns[column].figure?.q50 ?? Number.NaN;
const settledOn = (date: string) => plan.periods.findIndex((period) => isoDate(period.date) === date);

/** Observed points of a figure, with the period settled on that day or last before. */
const observed = (figure: PeriodMetric) =>
  scenario.history
    .filter((point) => point.figure === figure)
    .map(({ day, value }) => ({ value, t: plan.periods.findLastIndex(({ date }) => date <= day) }));

describe("相互宝 with the parameters of its file", () => {
  it("asks for yearly shares within 15 % of those observed", () => {
    expect(Math.abs(median("years.2019.share") / 29.17 - 1)).toBeLessThan(0.15);
    expect(Math.abs(median("years.2020.share") / 91 - 1)).toBeLessThan(0.15);
  });

  it("has a first share of about 0.03, on 28 January 2019", () => {
    const first = plan.periods.findIndex((_, t) => figureOf("share", t).q50 > 0);
    expect(isoDate(plan.periods[first].date)).toBe("2019-01-28");
    expect(figureOf("share", first).q50).toBeCloseTo(0.03, 2);
  });

  it("has as many sharers as observed, within 3 %, to the end of 2020", () => {
    const points = observed("sharers");
    expect(points.length).toBeGreaterThanOrEqual(5);
    for (const { value, t } of points) {
      expect(Math.abs(figureOf("sharers", t).q50 / value - 1)).toBeLessThan(0.03);
    }
  });

  it("lets the operator pay for who joined before 2019, until the end of January, and from the announcement on", () => {
    const january = settledOn("2019-01-28");
    expect(figureOf("subsidy", january).mean).toBeGreaterThan(0.8 * figureOf("aid", january).mean);
    expect(figureOf("subsidy", settledOn("2019-02-14")).mean).toBe(0);
    const announced = settledOn("2021-12-28");
    expect(figureOf("share", announced - 1).q05).toBeGreaterThan(0);
    expect(figureOf("share", announced).q95).toBe(0);
    expect(figureOf("subsidy", announced).q05).toBeGreaterThan(0);
  });

  it("rounds up to the fen: what is carried over is less than a fen of every sharer", () => {
    const first = settledOn("2019-03-14");
    const last = settledOn("2021-12-14");
    for (let t = first; t <= last; t++) {
      const { q95 } = figureOf("surplus", t);
      expect(q95).toBeLessThanOrEqual(0.01 * figureOf("sharers", t).q95);
    }
  });

  it("pays for illness before closing in the half year after it, at the operator's cost", () => {
    const closing = plan.periods.findIndex(({ closes }) => closes);
    expect(isoDate(plan.periods[closing].date)).toBe("2022-01-28");
    expect(median("runOff.cost")).toBeGreaterThan(0);
    // 180 days are 11.8 periods: paid in the twelve after closing, up to the one settled on 28 July.
    expect(plan.periods.slice(closing + 1).map(({ date }) => isoDate(date))).toContain("2022-07-28");
    expect(plan.periods.length - closing - 1).toBe(12);
    expect(figureOf("aid", closing + 12).mean).toBeGreaterThan(0);
    expect(figureOf("contributions", closing + 1).mean).toBe(0);
    expect(figureOf("subsidy", closing + 1).mean).toBeCloseTo(figureOf("aid", closing + 1).mean, 0);
  });
});
