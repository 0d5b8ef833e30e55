import { describe, expect, it } from "vitest";
import { isoDate } from "../../src/scenario/day.ts";
import { simulated } from "./simulated.ts";

const { scenario, plan, settledOn, period, column } = simulated("scenarios/xiang-hu-bao.yaml", 128);
const median = (name: string) => column(name).q50;

/** Observed points of a figure, with the period settled on that day or last before. */
const observed = (figure: string) =>
  scenario.history
    .filter((point) => point.figure === figure)
    .map(({ day, value }) => ({ value, t: plan.periods.findLastIndex(({ date }) => date <= day) }));

describe("相互宝 with the parameters of its file", () => {
  it("asks for yearly shares within 15 % of those observed", () => {
    expect(Math.abs(median("years.2019.share[pool=ci]") / 29.17 - 1)).toBeLessThan(0.15);
    expect(Math.abs(median("years.2020.share[pool=ci]") / 91 - 1)).toBeLessThan(0.15);
    expect(Math.abs(median("years.2020.share[pool=elderly]") / 414 - 1)).toBeLessThan(0.15);
  });

  it("aids as many in all its pools as were aided, within 15 %", () => {
    expect(Math.abs(median("years.2019.cases") / 16_528 - 1)).toBeLessThan(0.15);
    expect(Math.abs(median("years.2020.cases") / 68_675 - 1)).toBeLessThan(0.15);
  });

  it("has a first share of about 0.03, on 28 January 2019", () => {
    const first = plan.periods.findIndex((_, t) => period("share", t, "ci").q50 > 0);
    expect(isoDate(plan.periods[first].date)).toBe("2019-01-28");
    expect(Math.abs(period("share", first, "ci").q50 - 0.03)).toBeLessThan(0.011);
  });

  it("has as many sharers as observed, within 3 %, to the end of 2020", () => {
    const points = observed("sharers[pool=ci]");
    expect(points.length).toBeGreaterThanOrEqual(5);
    for (const { value, t } of points) {
      expect(Math.abs(period("sharers", t, "ci").q50 / value - 1)).toBeLessThan(0.03);
    }
    const ofAll = observed("sharers");
    expect(ofAll.length).toBe(3);
    for (const { value, t } of ofAll) {
      expect(Math.abs(period("sharers", t).q50 / value - 1)).toBeLessThan(0.03);
    }
  });

  it("moves who turns 60 into the elderly plan, from the day on which there is one", () => {
    const before = settledOn("2019-04-28");
    expect(period("agedOut", before, "ci").q50).toBeGreaterThan(0);
    expect(period("movedOut", before, "ci").q95).toBe(0);
    const after = settledOn("2019-06-14");
    expect(period("movedOut", after, "ci").q05).toBeGreaterThan(0);
    expect(period("agedOut", after, "ci").q95).toBe(0);
    expect(period("movedIn", after + 1, "elderly").q50).toBe(period("movedOut", after, "ci").q50);
  });

  it("lets the epidemic put off claims, which come in May and June", () => {
    const share = (date: string) => period("share", settledOn(date), "ci").q50;
    expect(share("2020-03-28")).toBeLessThan(0.8 * share("2020-01-14"));
    expect(share("2020-06-28")).toBeGreaterThan(1.8 * share("2020-03-28"));
    expect(share("2020-06-28")).toBeGreaterThan(share("2020-09-28"));
  });

  it("lets the operator pay for death by COVID-19, in the first wave", () => {
    const { q50, q95 } = column("years.2020.subsidy[pool=ci]");
    expect(q50).toBeGreaterThan(0);
    expect(q95).toBeLessThan(0.01 * median("years.2020.aid"));
  });

  it("lets the operator pay for who joined before 2019, until the end of January, and from the announcement on", () => {
    const january = settledOn("2019-01-28");
    expect(period("subsidy", january).mean).toBeGreaterThan(0.8 * period("aid", january).mean);
    expect(period("subsidy", settledOn("2019-02-14")).mean).toBe(0);
    const announced = settledOn("2021-12-28");
    expect(period("share", announced - 1).q05).toBeGreaterThan(0);
    expect(period("share", announced).q95).toBe(0);
    expect(period("subsidy", announced).q05).toBeGreaterThan(0);
  });

  it("rounds up to the fen: what is carried over is less than a fen of every sharer", () => {
    const first = settledOn("2019-03-14");
    const last = settledOn("2021-12-14");
    for (let t = first; t <= last; t++) {
      const { q95 } = period("surplus", t, "ci");
      expect(q95).toBeLessThanOrEqual(0.01 * period("sharers", t, "ci").q95);
    }
  });

  it("pays for illness before closing in the half year after it, at the operator's cost", () => {
    const closing = plan.pools[0].closings.findIndex(({ closes }) => closes);
    expect(isoDate(plan.periods[closing].date)).toBe("2022-01-28");
    expect(median("runOff.cost")).toBeGreaterThan(0);
    // 180 days are 11.8 periods: paid in the twelve after closing, up to the one settled on 28 July.
    expect(plan.periods.slice(closing + 1).map(({ date }) => isoDate(date))).toContain("2022-07-28");
    expect(plan.periods.length - closing - 1).toBe(12);
    expect(period("aid", closing + 12).mean).toBeGreaterThan(0);
    expect(period("contributions", closing + 1).mean).toBe(0);
    expect(period("subsidy", closing + 1).mean).toBeCloseTo(period("aid", closing + 1).mean, 0);
  });
});
