import { describe, expect, it } from "vitest";
import { makePlan } from "../../src/plan/makePlan.ts";
import { newControl } from "../../src/run/control.ts";
import { inline } from "../../src/run/inline.ts";
import type { Runner } from "../../src/run/runner.ts";
import { simulate } from "../../src/run/simulate.ts";
import { summariseOptions } from "../../src/run/summariseOptions.ts";
import { varianceSources } from "../../src/run/varianceSources.ts";
import { sampleOf } from "../../src/statistics/summarise.ts";
import { scenarioOf } from "../helpers/scenarioOf.ts";

const computing = () => ({ runBlocks: inline, control: newControl() });

const planText = (rest: string, periods: string, joining: string) => `
title: variance
seed: variance
replications: 4096
engine: fast
calendar: { from: 2020-01-01, ${periods}, settle: { every: 1 year } }
members: { ages: 30-39 }
joining: { ${joining} }
${rest}`;
const illness = "illnesses: { x: { incidence: 0.01 %, benefit: 1000, endsMembership: false } }";

const planOf = (rest: string, periods = "periods: 1", joining = "initial: 1000000") =>
  makePlan(scenarioOf(planText(rest, periods, joining)));

async function splitOf(...text: Parameters<typeof planOf>) {
  const plan = planOf(...text);
  const tally = await simulate(plan, [], computing(), {});
  const own = sampleOf(tally, summariseOptions(plan, tally));
  return varianceSources(["total.cost", "total.share"], plan, own, computing());
}

describe("the variance of a figure", () => {
  it("is split as the formulas of a Poisson number with an uncertain mean have it", async () => {
    const known = await splitOf(`cover: { level: { uniform: [0.5, 1.5] }, ${illness} }
shocks: { yearly: { gamma: { sd: 20 % } } }`);
    const split = known.kind === "split" ? known.splits["total.cost"] : null;
    if (split === null) throw new Error("no split");
    // Given level L and shock S the cost is 1,000 times a Poisson number of mean 100 L S (but for the ill who are counted once: 1 - exp(-x)).
    const parts = { claims: 100, shocks: 100 ** 2 * (1 + 1 / 12) * 0.2 ** 2, parameters: 100 ** 2 / 12 };
    const all = parts.claims + parts.shocks + parts.parameters;
    for (const kind of ["claims", "shocks", "parameters"] as const) {
      const { value, se } = split[kind];
      expect(Math.abs(value - parts[kind] / all), kind).toBeLessThan(4 * se);
      expect(se).toBeLessThan(0.05);
    }
    expect(split.claims.value + split.shocks.value + split.parameters.value).toBeCloseTo(1, 12);
  });

  it("is owed to claims alone where nothing else varies, without a further replication", async () => {
    const noRunner: Runner = () => Promise.reject(new Error("something was simulated"));
    const plan = planOf(`cover: { ${illness} }`);
    const own = sampleOf(await simulate(plan, [], computing(), {}), { columns: [], clustered: false });
    expect(await varianceSources([], plan, own, { runBlocks: noRunner, control: newControl() })).toEqual({
      kind: "claims",
    });
  });

  it("has no part of shocks where there are none, none of parameters where all are known", async () => {
    const uncertain = await splitOf(`cover: { level: { uniform: [0.5, 1.5] }, ${illness} }`);
    const shocked = await splitOf(`cover: { ${illness} }
shocks: { events: [{ name: bad, from: 2020-03-01, to: 2020-12-31, probability: 50 %, incidence: 1.5 }] }`);
    const none = { value: 0, se: 0 };
    expect(uncertain).toMatchObject({ kind: "split", splits: { "total.share": { shocks: none } } });
    expect(shocked).toMatchObject({ kind: "split", splits: { "total.share": { parameters: none } } });
  });

  it("counts a number that reshapes the plan among the parameters", async () => {
    const known = await splitOf(
      `cover: { waiting: { uniform: [0 days, 1400 days] }, ${illness} }`,
      "periods: 4",
      "schedule: [{ perYear: 1000000 }]",
    );
    const split = known.kind === "split" ? known.splits["total.cost"] : null;
    const { value, se } = split?.parameters ?? { value: 0, se: 1 };
    expect(value).toBeGreaterThan(0.9);
    expect(Math.abs((split?.claims.value ?? 0) + value - 1)).toBeLessThan(1e-12);
    expect(se).toBeGreaterThan(0);
  });

  it("is left out where the run is stopped before the partners are done", async () => {
    const plan = planOf(`cover: { level: { uniform: [0.5, 1.5] }, ${illness} }`);
    const columns = plan.columns.map(({ name }) => name);
    const own = sampleOf(await simulate(plan, [], computing(), {}), { columns, clustered: false });
    const runBlocks: Runner = async () => {};
    expect(await varianceSources(["total.cost"], plan, own, { runBlocks, control: newControl() })).toEqual({
      kind: "leftOut",
    });
  });
});
