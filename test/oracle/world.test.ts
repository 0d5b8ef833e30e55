import { describe, expect, it } from "vitest";
import { countWorlds, worldsOf } from "../../src/oracle/world.ts";
import { planOf } from "../engine/runs.ts";

const head = `
title: worlds
seed: worlds
replications: 2
members: { ages: 30-39 }
joining: { initial: 100 }`;
const months = "calendar: { from: 2020-01-01, periods: 12 }";

const sum = (of: readonly number[]) => of.reduce((a, b) => a + b, 0);

describe("the worlds of a plan", () => {
  it("are one where nothing is uncertain", () => {
    const { worlds, shape } = worldsOf(
      planOf(`${head}\n${months}\ncover: { illnesses: { any: { incidence: 0.01, benefit: 1000 } } }`),
      0.5,
    );
    expect([worlds.length, worlds[0].weight, shape.length]).toEqual([1, 1, 0]);
  });

  it("know a number by its place, in every unit it is used in", () => {
    const plan = planOf(`${head}\n${months}
cover: { illnesses: { any: { incidence: 0.01, benefit: { discrete: { 1000: 0.5, 3000: 0.5 } } } } }`);
    const [{ amount }] = plan.pools[0].tiers;
    const { worlds } = worldsOf(plan, 0.5);
    const values = worlds.map(({ valueIn }) =>
      typeof amount === "object" && "draw" in amount ? valueIn(amount) : 0,
    );
    expect(values).toEqual([1000, 3000]);
    expect(worlds.map(({ weight }) => weight)).toEqual([0.5, 0.5]);
  });

  it("have yearly levels with mean one and the spread and autocorrelation given", () => {
    const plan = planOf(`${head}
calendar: { from: 2020-01-01, to: 2021-12-31 }
cover: { illnesses: { any: { incidence: 0.01, benefit: 1000 } } }
shocks: { yearly: { lognormal: { sd: 0.3, autocorrelation: 0.5 } } }`);
    const { worlds } = worldsOf(plan, 0.25);
    const meanOf = (of: (levels: Float64Array) => number) =>
      sum(worlds.map(({ weight, incidence }) => weight * of(incidence)));
    expect(meanOf(([first]) => first)).toBeCloseTo(1, 6);
    expect(meanOf((levels) => levels[23])).toBeCloseTo(1, 6);
    expect(meanOf((levels) => (levels[23] - 1) ** 2)).toBeCloseTo(0.09, 5);
    // Of lognormal levels: exp(r s^2) - 1 with s^2 = log(1.09).
    expect(meanOf((levels) => (levels[0] - 1) * (levels[23] - 1))).toBeCloseTo(1.09 ** 0.5 - 1, 5);
    expect(countWorlds(plan, 0.25)).toBe(worlds.length);
  });

  it("are with an event or without it", () => {
    const plan = planOf(`${head}\n${months}
cover: { illnesses: { any: { incidence: 0.01, benefit: 1000 } } }
shocks: { events: [{ name: flu, from: 2020-02-01, to: 2020-02-29, probability: 0.2, incidence: 3, lapse: 0.5 }] }`);
    const { worlds } = worldsOf(plan, 0.5);
    const seen = worlds.map(({ weight, incidence, lapse }) => [weight, incidence[0], incidence[1], lapse[1]]);
    expect(seen).toEqual([
      [0.8, 1, 1, 1],
      [0.2, 1, 3, 0.5],
    ]);
  });
});
