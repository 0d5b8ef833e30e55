import { describe, expect, it } from "vitest";
import { activeCauses } from "../../src/plan/activeCauses.ts";
import { makePlan } from "../../src/plan/makePlan.ts";
import { withoutCauses } from "../../src/plan/withoutCauses.ts";
import { newControl } from "../../src/run/control.ts";
import { inline } from "../../src/run/inline.ts";
import { simulate } from "../../src/run/simulate.ts";
import { causes } from "../../src/scenario/causes.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { sampleOf } from "../../src/statistics/summarise.ts";
import { scenarioOf } from "../helpers/scenarioOf.ts";

const everything = (without: string) => `
title: everything
seed: everything
replications: 4
engine: fast
calendar: { from: 2020-01-01, to: 2022-12-31, settle: { every: 1 month } }
without: [${without}]
members:
  ages: 20-59
  leaveAt: 60
  classes:
    well: { portion: 70 %, relativeRisk: 0.6, lapse: 20 %, joins: { threshold: { willingness: 3 } } }
    ill: { portion: 30 %, relativeRisk: 1.9, lapse: 2 % }
joining: { initial: 1 million, schedule: [{ perYear: 200 thousand }] }
cover:
  waiting: 90 days
  select: { start: 0.3, timeConstant: 1 year }
  trend: 5 %
  inflation: 3 %
  illnesses:
    x: { incidence: [{ ages: 0-39, rate: 0.1 % }, { ages: 40-60, rate: 0.5 % }], waiting: 30 days, benefit: 10000, endsMembership: false }
claims: { delay: { gamma: { mean: 60 days, sd: 30 days } }, denied: 5 % }
sharing: { fee: 8 %, caps: { perPeriod: 50 }, excess: operator }
shocks: { yearly: { lognormal: { sd: 10 % } }, events: [{ name: news, from: 2021-01-01, to: 2021-06-30, lapse: 3, incidence: 2 }] }
changes:
  - { from: 2021-01-01, sharing: { fee: 10 % }, claims: { denied: 10 % }, cover: { illnesses: { x: { benefit: 20000 } } } }
`;

/** The only replication's column, in a run of few. */
async function columnOf(text: string, name: string): Promise<number[]> {
  const plan = makePlan(scenarioOf(text));
  const tally = await simulate(plan, [], { runBlocks: inline, control: newControl() }, {});
  const columns = plan.columns.map((column) => column.name);
  return [...sampleOf(tally, { columns, clustered: false }).columns[name].values];
}

describe("a scenario without causes of growth", () => {
  it("has nothing left to switch off, however often that is done", () => {
    const scenario = scenarioOf(everything(""));
    expect(activeCauses(scenario)).toEqual(causes);
    const without = { ...scenario, without: causes };
    expect(activeCauses(without)).toEqual([]);
    expect(withoutCauses(withoutCauses(without))).toEqual(withoutCauses(without));
  });

  it("is itself where nothing is switched off", () => {
    const scenario = scenarioOf(everything(""));
    expect(withoutCauses(scenario)).toBe(scenario);
  });

  it("keeps every index of the covered at 1, and the share the same in all years, where all is switched off", async () => {
    const text = everything(causes.join(", "));
    for (const index of ["ageIndex", "selectionIndex", "durationIndex", "coveredPart"]) {
      for (const year of [2020, 2021, 2022])
        for (const value of await columnOf(text, `years.${year}.${index}`)) expect(value).toBeCloseTo(1, 9);
    }
    const shares = await Promise.all([2020, 2021, 2022].map((year) => columnOf(text, `years.${year}.share`)));
    for (const of of shares.flat()) expect(of / shares[0][0]).toBeCloseTo(1, 1);
  });

  it("keeps the risks of members as they joined where classes leave alike, while as many leave", async () => {
    const index = "years.2022.selectionIndex";
    for (const value of await columnOf(everything("selection, joiners"), index))
      expect(value).toBeCloseTo(1, 9);
    for (const value of await columnOf(everything(""), index)) expect(value).toBeGreaterThan(1.05);
    const [own] = await columnOf(everything(""), "total.lapsed");
    const [alike] = await columnOf(everything("selection"), "total.lapsed");
    expect(alike).toBeGreaterThan(own);
    expect(alike).toBeLessThan(1.5 * own);
  });

  it("tells causes that there are not, with what is allowed", () => {
    const read = () => everything("waiting, luck");
    const parsed = parseScenario("x.yaml", read);
    expect(parsed.ok).toBe(false);
    const [mistake] = parsed.ok ? [] : parsed.mistakes;
    expect(mistake.message).toMatch(/x\.yaml:7:\d+.*without/s);
    expect(mistake.message).toContain("feeAndCaps");
  });
});
