import { describe, expect, it } from "vitest";
import { simulated } from "./simulated.ts";

describe("康爱公社: aid is what members give", () => {
  const { plan, column, values, settledOn, period } = simulated("scenarios/kangai.yaml", 256);

  it("has more than 30,000 members in October 2014 in about half of the replications", () => {
    const { q25, q75 } = period("members", settledOn("2014-10-31"));
    expect(q25).toBeLessThan(30_000);
    expect(q75).toBeGreaterThan(30_000);
  });

  it("asks nobody for more than 10 yuan per case, and pays 300,000 a case only when there are enough members", () => {
    expect(plan.periods.length).toBeGreaterThan(60);
    for (const year of [2012, 2013, 2014, 2015, 2016]) {
      const cases = values(`years.${year}.cases`);
      values(`years.${year}.share`).forEach((share, i) => {
        expect(share).toBeLessThanOrEqual(10 * cases[i] + 1e-9);
      });
    }
    expect(column("years.2013.aid").mean / column("years.2013.cases").mean).toBeLessThan(200_000);
    expect(column("years.2016.aid").mean / column("years.2016.cases").mean).toBeGreaterThan(299_000);
  });
});

describe("复星: starts at 300,000 members or not at all", () => {
  const { values } = simulated("scenarios/fosun.yaml", 512);
  const ended = values("ending.year");
  const peak = values("peak.members");

  it("does not start where there are too few after a year, and nobody has paid then", () => {
    const cases = values("total.cases");
    const paid = values("total.contributions");
    let notStarted = 0;
    ended.forEach((year, i) => {
      if (year > 2021.6) return;
      notStarted++;
      expect(peak[i]).toBeLessThan(300_000);
      expect([cases[i], paid[i]]).toEqual([0, 0]);
    });
    expect(notStarted).toBeGreaterThan(100);
    expect(notStarted).toBeLessThan(412);
  });

  it("goes on where there are enough", () => {
    ended.forEach((year, i) => {
      if (peak[i] >= 300_000) expect(year).toBeGreaterThan(2021.6);
    });
  });
});

describe("broodfonds: many small pools", () => {
  const { column } = simulated("scenarios/broodfonds.yaml", 8, ["pools.circle.copies=40"]);

  it("has circles with very different luck under one set of rules", () => {
    expect(column("copies.shareQ95").mean).toBeGreaterThan(2 * column("copies.shareQ05").mean);
    expect(column("copies.shareSd").mean).toBeGreaterThan(0.2 * column("copies.shareQ50").mean);
  });

  it("has some circles that cannot give in full, but not all", () => {
    expect(column("copies.cut").mean).toBeGreaterThan(1);
    expect(column("copies.cut").mean).toBeLessThan(35);
  });
});

describe("a health-care sharing ministry", () => {
  const { column } = simulated("scenarios/health-sharing-ministry.yaml", 8, ["joining.initial=2500"]);

  it("prorates needs where the shares do not suffice", () => {
    expect(column("total.aidCut").mean).toBeGreaterThan(0);
    expect(column("total.subsidy").mean).toBe(0);
  });

  it("sets its share anew every year, by a fifth at most", () => {
    expect(column("years.2020.share").mean).toBeCloseTo(12 * 165, 6);
    for (let year = 2021; year <= 2026; year++) {
      const before = column(`years.${year - 1}.share`);
      const now = column(`years.${year}.share`);
      expect(now.q95).toBeLessThanOrEqual(1.2 * before.q95 + 1e-6);
    }
    expect(column("years.2026.share").mean).toBeGreaterThan(1.2 * 1980);
  });
});

describe("惠民保: one premium for all ages", () => {
  const { column, values } = simulated("scenarios/huiminbao.yaml", 256);

  it("loses the young, and those who stay are iller from year to year", () => {
    const young = (year: number) =>
      column(`years.${year}.members[class=young]`).mean / column(`years.${year}.members`).mean;
    expect(young(2020)).toBeCloseTo(0.4, 2);
    expect(young(2025)).toBeLessThan(0.25);
    expect(column("years.2025.selectionIndex").mean).toBeGreaterThan(
      column("years.2022.selectionIndex").mean + 0.05,
    );
  });

  it("is given up by the insurer in some replications, never before three years", () => {
    const ended = values("ending.year").filter(Number.isFinite);
    expect(ended.length).toBeGreaterThan(20);
    expect(ended.length).toBeLessThan(200);
    expect(Math.min(...ended)).toBeGreaterThan(2022.9);
  });
});

describe("textbook spirals", () => {
  it("stops where members value cover at 4 more than it costs: the gap to 6 halves every year", () => {
    const { column } = simulated("scenarios/spiral.yaml", 2);
    const shares = [2001, 2002, 2003, 2004, 2005, 2006, 2012].map(
      (year) => column(`years.${year}.share`).mean,
    );
    expect(shares).toEqual([5, 5.5, 5.75, 5.875, 5.9375, 5.96875, 5.96875]);
    expect(column("years.2012.members").mean).toBe(129);
  });

  it("ends with one member where nobody pays more than they cost", () => {
    const { column } = simulated("scenarios/spiral-complete.yaml", 2);
    expect([2001, 2002, 2003].map((year) => column(`years.${year}.share`).mean)).toEqual([5, 7.5, 8.75]);
    expect(column("years.2012.members").mean).toBe(1);
    expect(column("years.2012.share").mean).toBe(9.96875);
  });
});
