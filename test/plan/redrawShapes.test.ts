import { describe, expect, it } from "vitest";
import { makePlan } from "../../src/plan/makePlan.ts";
import type { Plan } from "../../src/plan/plan.ts";
import { redrawShapes } from "../../src/plan/redrawShapes.ts";
import { purpose } from "../../src/random/purpose.ts";
import { seedKey } from "../../src/random/seedKey.ts";
import { uniformAt } from "../../src/random/uniformAt.ts";
import { onlyPool } from "../helpers/onlyPool.ts";
import { poolOf, rateRows } from "../helpers/scenarioOf.ts";

const illnesses = { any: { incidence: 0.002, benefit: 1000 } };

function uncertainPlan(sections: object = {}): Plan {
  return makePlan(
    poolOf({
      seed: "shapes",
      engine: "fast",
      members: {
        ages: "30-49",
        mix: [
          { ages: "30-39", portion: { uniform: [0.2, 0.6] } },
          { ages: "40-49", portion: 0.6 },
        ],
      },
      joining: { schedule: [{ perYear: 100 }] },
      cover: { waiting: { uniform: ["30 days", "130 days"] }, level: { uniform: [0.5, 1.5] }, illnesses },
      ...sections,
    }),
  );
}

/** The waiting of a plan in days, read off the cover of its first cohort. */
function waitingDays(plan: Plan): number {
  const { ages, cohorts, periods } = onlyPool(plan);
  const covered = periods.reduce((sum, _, t) => sum + ages.covered[t * cohorts.length], 0);
  return ((periods.length - covered) * 365.25) / 12;
}

describe("redrawShapes", () => {
  it("returns the plan itself where no number reshapes it", () => {
    const plan = makePlan(poolOf({ sharing: { fee: { uniform: [0, 0.1] } } }));
    expect(plan.shapes).toEqual([]);
    expect(plan.scenario).toBeNull();
    expect(redrawShapes(plan, 3)).toBe(plan);
  });

  it("leaves shapes at their means in the plan of no block in particular", () => {
    const plan = uncertainPlan();
    expect(plan.shapes.map(({ path }) => path).sort()).toEqual(["cover.waiting", "members.mix[0].portion"]);
    expect(plan.draws.map(({ path }) => path)).toEqual(["cover.level"]);
    expect(waitingDays(plan)).toBeCloseTo(80, 9);
    const { ages } = onlyPool(plan);
    const young = ages.entries.findIndex(({ age }) => age === 35);
    expect(ages.mixes[0][young]).toBeCloseTo((0.4 / 20) * 1, 12);
  });

  it("draws each shape by the seed, the block and its path", () => {
    const plan = uncertainPlan();
    const uniform = (block: number, path: string) =>
      uniformAt(seedKey("shapes"), block, purpose(`parameter/${path}`), 0);
    for (const block of [0, 1, 17]) {
      const redrawn = redrawShapes(plan, block);
      expect(waitingDays(redrawn)).toBeCloseTo(30 + 100 * uniform(block, "cover.waiting"), 9);
      const portion = 0.2 + 0.4 * uniform(block, "members.mix[0].portion");
      const { ages } = onlyPool(redrawn);
      const young = ages.entries.findIndex(({ age }) => age === 35);
      expect(ages.mixes[0][young]).toBeCloseTo(portion / (portion + 0.6) / 20, 12);
    }
  });

  it("gives a block the same plan always, and others other plans", () => {
    const plan = uncertainPlan();
    expect(redrawShapes(plan, 5)).toEqual(redrawShapes(uncertainPlan(), 5));
    expect(redrawShapes(structuredClone(plan), 5)).toEqual(redrawShapes(plan, 5));
    const waits = [0, 1, 2, 3].map((block) => waitingDays(redrawShapes(plan, block)));
    expect(new Set(waits).size).toBe(4);
  });

  it("keeps everything that blocks have in common", () => {
    const { periods, cohorts } = onlyPool(uncertainPlan());
    const watched = [{ date: "2021-02-28", metric: "share", pool: null }] as const;
    const scenario = uncertainPlan().scenario;
    if (!scenario) throw new Error("a plan with shapes keeps its scenario");
    const plan = makePlan(scenario, { watched });
    const redrawn = redrawShapes(plan, 2);
    expect(redrawn.columns).toEqual(plan.columns);
    expect(redrawn.columns.some(({ name }) => name === "periods.2021-02-28.share")).toBe(true);
    expect(redrawn).toMatchObject({ periods, draws: plan.draws, shapes: plan.shapes, pools: [{ cohorts }] });
    expect(redrawn.engine).toEqual(plan.engine);
  });

  it("compiles each block for the plan's engine, though ages drawn might suit the other", () => {
    const plan = uncertainPlan({
      engine: "auto",
      joining: { initial: 1e6 },
      members: {
        ages: "30-49",
        mix: [
          { ages: "30-31", portion: 0.5 },
          { ages: 49, portion: { discrete: { 0: 0.5, 1: 0.5 } } },
        ],
      },
      cover: {
        illnesses: { any: { incidence: rateRows(30, 50, (age) => (age < 40 ? 0.001 : 0.5)), benefit: 1 } },
      },
    });
    expect(plan.engine.kind).toBe("exact");
    const blocks = [0, 1, 2, 3, 4, 5, 6, 7].map((block) => redrawShapes(plan, block));
    expect(new Set(blocks.map((block) => onlyPool(block).ages.entries.length))).toEqual(new Set([4, 6]));
    for (const block of blocks) {
      expect(block.engine).toEqual(plan.engine);
      expect(onlyPool(block).lumped).toBeNull();
    }
  });

  it("draws a waiting of an illness and of a change apart from the cover's", () => {
    const own = { any: { ...illnesses.any, waiting: { uniform: ["0 days", "60 days"] } } };
    const plan = uncertainPlan({
      cover: { waiting: { uniform: ["30 days", "130 days"] }, illnesses: own },
      changes: [{ from: "2021-06-15", cover: { waiting: { uniform: ["10 days", "20 days"] } } }],
    });
    expect(plan.shapes.map(({ path }) => path)).toEqual(
      expect.arrayContaining([
        "cover.waiting",
        "cover.illnesses.any.waiting",
        "changes[0].cover.waiting",
        "members.mix[0].portion",
      ]),
    );
    expect(plan.shapes).toHaveLength(4);
  });
});
