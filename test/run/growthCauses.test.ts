import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makePlan } from "../../src/plan/makePlan.ts";
import { newControl } from "../../src/run/control.ts";
import { growthCauses } from "../../src/run/growthCauses.ts";
import { inline } from "../../src/run/inline.ts";
import { prepare } from "../../src/run/prepare.ts";
import { simulate } from "../../src/run/simulate.ts";
import { summariseOptions } from "../../src/run/summariseOptions.ts";
import type { Cause } from "../../src/scenario/causes.ts";
import type { Scenario } from "../../src/scenario/scenario.ts";
import { summarise } from "../../src/statistics/summarise.ts";
import { scenarioOf } from "../helpers/scenarioOf.ts";

async function splitOf(scenario: Scenario) {
  const plan = makePlan(scenario);
  const computing = { runBlocks: inline, control: newControl() };
  const tally = await simulate(plan, [], computing, {});
  const growth = await growthCauses(
    scenario,
    plan,
    summarise(tally, summariseOptions(plan, tally)),
    computing,
  );
  if (growth.kind !== "split") throw new Error("not split");
  return growth;
}

/** A pool in which everything stays as it is, but for what a test adds. */
const still = {
  joining: "joining: { initial: 1 million }",
  cover: "",
  illness: "incidence: 0.2 %, benefit: 10000",
  classes: "",
  rest: "",
};

const poolOf = (changed: Partial<typeof still>) => {
  const { joining, cover, illness, classes, rest } = { ...still, ...changed };
  return scenarioOf(`
title: one cause
seed: one cause
replications: 250
engine: fast
calendar: { from: 2020-01-01, to: 2023-12-31, settle: { every: 1 month } }
members: { ages: 20-59, leaveAt: 105${classes} }
${joining}
cover: { ${cover} illnesses: { x: { ${illness}, endsMembership: false } } }
${rest}`);
};

const joiners = "joining: { schedule: [{ perYear: 300 thousand }] }";

const onlyCauses: readonly (readonly [Cause, Partial<typeof still>])[] = [
  ["waiting", { joining: joiners, cover: "waiting: 180 days," }],
  ["select", { joining: joiners, cover: "select: { start: 0.2, timeConstant: 1 year }," }],
  ["delay", { rest: "claims: { delay: { gamma: { mean: 200 days, sd: 100 days } } }" }],
  [
    "ageing",
    { illness: "incidence: [{ ages: 0-39, rate: 0.1 % }, { ages: 40-105, rate: 0.6 % }], benefit: 10000" },
  ],
  ["incidence", { cover: "trend: 10 %," }],
  ["benefits", { rest: "changes: [{ from: 2022-01-01, cover: { illnesses: { x: { benefit: 25000 } } } }]" }],
  ["feeAndCaps", { rest: "changes: [{ from: 2022-01-01, sharing: { fee: 20 % } }]" }],
  [
    "joiners",
    {
      joining: joiners,
      classes:
        ", classes: { well: { portion: 90 %, relativeRisk: 0.8 }, ill: { portion: 10 %, relativeRisk: 3 } }",
      rest: "changes: [{ from: 2021-06-01, members: { classes: { well: { portion: 40 % }, ill: { portion: 60 % } } } }]",
    },
  ],
  [
    "selection",
    {
      classes:
        ", classes: { well: { portion: 70 %, relativeRisk: 0.5, lapse: 30 % }, ill: { portion: 30 %, relativeRisk: 2.2, lapse: 2 % } }",
    },
  ],
];

describe("the growth of the share, split by causes", () => {
  it.each(onlyCauses)("is owed to %s alone where nothing else changes", async (only, changed) => {
    const { series } = await splitOf(poolOf(changed));
    const whole = series[0]?.whole;
    if (!whole) throw new Error("no growth");
    expect(Math.abs(Math.log(whole.ratio.value))).toBeGreaterThan(0.05);
    for (const { cause, factor } of whole.factors) {
      const expected = cause === only ? whole.ratio.value : 1;
      // What chance did to the years is in the whole, and in the rest.
      const most = 4 * Math.hypot(factor.se, expected * whole.rest.se) + 0.003 * expected;
      expect(Math.abs(factor.value - expected), cause).toBeLessThan(most);
    }
    expect(Math.abs(whole.rest.value - 1)).toBeLessThan(4 * whole.rest.se + 0.003);
    expect(whole.factors.find(({ cause }) => cause === only)?.factor.se).toBeLessThan(
      0.02 * whole.ratio.value,
    );
  });

  it("multiplies to the whole, from any year to any other, and steps to the whole", async () => {
    const scenario = poolOf({
      joining: joiners,
      cover: "waiting: 90 days, trend: 5 %,",
      rest: "claims: { delay: { gamma: { mean: 60 days, sd: 60 days } } }\nsharing: { fee: 8 % }",
    });
    const { series, causes } = await splitOf(scenario);
    expect(causes).toEqual(["waiting", "delay", "ageing", "incidence", "feeAndCaps"]);
    const [growth] = series;
    if (!growth) throw new Error("no growth");
    expect(growth.years).toEqual([2020, 2021, 2022, 2023]);
    for (const { factors, rest, ratio } of [growth.whole, ...growth.steps]) {
      const product = factors.reduce((all, { factor }) => all * factor.value, rest.value);
      expect(Math.abs(product / ratio.value - 1)).toBeLessThan(1e-9);
      for (const { factor, least, most } of factors) {
        expect(factor.value).toBeGreaterThanOrEqual(least * (1 - 1e-12));
        expect(factor.value).toBeLessThanOrEqual(most * (1 + 1e-12));
      }
    }
    const stepped = growth.steps.reduce((all, { ratio }) => all * ratio.value, 1);
    expect(Math.abs(stepped / growth.whole.ratio.value - 1)).toBeLessThan(1e-9);
  });

  it("in the textbook spiral is owed to selection, as the closed form has it: 5.96875 after 5", async () => {
    const ready = prepare({ file: "scenarios/spiral.yaml", replications: 250 }, (path) =>
      readFileSync(path, "utf8"),
    );
    if (!ready.ok) throw new Error("mistakes");
    const { series, causes } = await splitOf(ready.scenario);
    expect(causes).toEqual(["selection"]);
    const whole = series[0]?.whole;
    expect(whole?.ratio.value).toBeCloseTo(5.96875 / 5, 9);
    const factor = whole?.factors[0].factor;
    expect(Math.abs((factor?.value ?? 0) - 5.96875 / 5)).toBeLessThan(4 * (factor?.se ?? 0));
  });

  it("is not split where the run is stopped in between", async () => {
    const scenario = poolOf({ cover: "trend: 10 %," });
    const plan = makePlan(scenario);
    const computing = { runBlocks: inline, control: newControl() };
    const tally = await simulate(plan, [], computing, {});
    const own = summarise(tally, summariseOptions(plan, tally));
    const stopped = { ...computing, runBlocks: () => Promise.resolve() };
    expect(await growthCauses(scenario, plan, own, stopped)).toEqual({ kind: "leftOut" });
  });
});
