import { describe, expect, it } from "vitest";
import { shownGrowth } from "../../src/report/findings/shownGrowth.ts";
import type { CostGrowth, Report } from "../../src/report/report.ts";
import { growthSections } from "../../src/report/sections/growthSections.ts";

const estimate = (value: number) => ({ value, se: 0.01 });

function growthWith(least: number, most: number): CostGrowth {
  const span = { from: 2019, to: 2021, ratio: estimate(3), replications: 250, leftOut: 0 };
  const factor = { label: "Late claims come in", meaning: "late", factor: estimate(3) };
  return {
    ...span,
    method: "causes",
    simulations: 3,
    factors: [{ key: "delay", ...factor, least, most }],
    steps: [],
    pools: [],
    accounting: { ...span, factors: [{ key: "frequency", ...factor, label: "Other frequency" }] },
  };
}

describe("the split that is shown", () => {
  it("is by causes where the order in which they are switched on matters little", () => {
    expect(shownGrowth(growthWith(2, 4))).toMatchObject({ method: "causes", factors: [{ key: "delay" }] });
  });

  it("is by accounting where it matters much, and the note says why", () => {
    const growth = growthWith(1.2, 500);
    expect(shownGrowth(growth)).toMatchObject({ method: "accounting", factors: [{ key: "frequency" }] });
    const [whole] = growthSections({ costGrowth: growth } as Report);
    expect(whole.note).toContain("The range is wide for “Late claims come in”");
    const [settled] = growthSections({ costGrowth: growthWith(2, 4) } as Report);
    expect(settled.note).not.toContain("The range is wide");
  });
});
