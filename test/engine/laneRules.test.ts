import { describe, expect, it } from "vitest";
import { layOutRules } from "../../src/engine/laneRules.ts";
import { openLanes } from "../../src/engine/lanes.ts";
import { luckOf } from "../../src/plan/luck.ts";
import { months, poolPlanOf } from "./runs.ts";

function laidOut(yaml: string, count = 5) {
  const plan = poolPlanOf(yaml);
  const lanes = openLanes(plan.draws, luckOf("engine"), 0, count);
  return { plan, lanes, stages: layOutRules(plan, lanes) };
}

const pool = (rest: string, classes = "all: { portion: 1 }") => `${months(24)}
joining: { initial: 50000 }
members: { ages: 30-39, classes: { ${classes} } }
cover: { illnesses: { x: { incidence: 0.1 %, benefit: 1000 } }${rest}`;

describe("rules by lane", () => {
  it("scale uncertain portions to one in every lane", () => {
    const classes = "a: { portion: { uniform: [0.4, 0.6] } }, b: { portion: 0.3 }, c: { portion: 0.2 }";
    const { stages, lanes } = laidOut(pool(" }", classes));
    for (let lane = 0; lane < 5; lane++) {
      const [a, b, c] = [0, 1, 2].map((k) => stages[0].portions[k * 5 + lane]);
      expect(a + b + c).toBeCloseTo(1, 14);
      expect(a / b).toBeCloseTo(lanes.drawn[0][lane] / 0.3, 12);
      expect(b / c).toBeCloseTo(1.5, 12);
    }
  });

  it("have the portions of a closed group by its numbers, and its claim probabilities as risks", () => {
    const { stages } = laidOut(`${months(1)}
group:
  - { class: a, number: 10, claimProbability: 5 %, benefit: 1 }
  - { class: b, number: 30, claimProbability: 6 %, benefit: 1 }`);
    expect([stages[0].portions[0], stages[0].portions[5]]).toEqual([0.25, 0.75]);
    expect(stages[0].risks.map(([risk]) => risk)).toEqual([0.05, 0.06]);
  });

  it("lay out what stages have in common only once", () => {
    const { stages } = laidOut(
      pool(`, level: { uniform: [0.5, 1] }, select: { start: 0.2, timeConstant: 1 year } }
claims: { delay: { gamma: { mean: 60 days, sd: 30 days } } }
changes: [{ from: 2020-06-01, sharing: { fee: 5 % } }]`),
    );
    expect(stages.length).toBe(2);
    expect(stages[1].select).toBe(stages[0].select);
    expect(stages[1].delay).toBe(stages[0].delay);
    expect(stages[1].level).toBe(stages[0].level);
    expect([stages[0].sharing.fee[0], stages[1].sharing.fee[0]]).toEqual([0, 0.05]);
  });

  it("do not mistake having no delay for having no select factor", () => {
    const { stages } = laidOut(pool(" }"));
    expect(stages[0].delay.map(([p]) => p)).toEqual([1]);
    expect(new Set(stages[0].select.map(([factor]) => factor))).toEqual(new Set([1]));
    expect(stages[0].select.length).toBeGreaterThan(24);
  });

  it("tell no cap from a cap", () => {
    const [{ sharing }] = laidOut(pool(" }\nsharing: { caps: { perYear: 188 }, excess: operator }")).stages;
    expect([sharing.capPerCase[0], sharing.capPerPeriod[0], sharing.capPerYear[0]]).toEqual([
      Number.POSITIVE_INFINITY,
      Number.POSITIVE_INFINITY,
      188,
    ]);
  });

  it("hold the select factor at the middle of each period since joining", () => {
    const { stages } = laidOut(pool(", select: { start: 0.2, timeConstant: 1 year } }"));
    expect(stages[0].select[0][0]).toBeCloseTo(1 - 0.8 * Math.exp(-0.5 / 12), 4);
    expect(stages[0].select[11][0]).toBeCloseTo(1 - 0.8 * Math.exp(-11.5 / 12), 4);
    expect(stages[0].select.length).toBeGreaterThanOrEqual(25);
  });

  it("hold a select factor by year, the last for ever", () => {
    const { stages } = laidOut(pool(", waiting: 3 months, select: { years: [0.25, 0.75] } }"));
    const factors = stages[0].select.map(([factor]) => factor);
    expect(factors.slice(10, 14)).toEqual([0.25, 0.25, 0.75, 0.75]);
    expect(factors.at(-1)).toBe(0.75);
  });
});
