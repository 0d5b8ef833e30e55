import { describe, expect, it } from "vitest";
import { months, planOfFile, runOf, runPlan } from "../engine/runs.ts";

const examples = new URL("../../scenarios/examples/", import.meta.url).pathname;

describe("one claim among a thousand (scenarios/examples/one-claim.yaml)", () => {
  it("is 1.00 each", () => {
    const run = runPlan(planOfFile(`${examples}one-claim.yaml`));
    expect(new Set(run.across("share", 0))).toEqual(new Set([1]));
    expect([run.at("cases", 0), run.at("aid", 0), run.at("fee", 0), run.at("surplus", 0)]).toEqual([
      1, 1000, 0, 0,
    ]);
  });
});

describe("the first debit of 相互宝 (scenarios/examples/first-debit.yaml)", () => {
  const run = runPlan(planOfFile(`${examples}first-debit.yaml`));

  it("is 0.03: 648,000 by 23 million, rounded up", () => {
    expect([run.at("cases", 0), run.at("sharers", 0)]).toEqual([2, 23_000_000]);
    expect(run.at("aid", 0)).toBe(600_000);
    expect(run.at("fee", 0)).toBeCloseTo(48_000, 6);
    expect(new Set(run.across("share", 0))).toEqual(new Set([0.03]));
    expect(run.at("contributions", 0)).toBeCloseTo(690_000, 6);
  });

  it("leaves 42,000 to be carried over", () => {
    expect(run.at("surplus", 0)).toBeCloseTo(42_000, 6);
    expect(run.at("subsidy", 0)).toBe(0);
  });

  it("makes the next debit cheaper by what was carried over", () => {
    const longer = runPlan(planOfFile(`${examples}first-debit.yaml`, ["calendar.to=2019-03-28"]));
    expect(longer.plan.periods.length).toBe(5);
    // 606,000 are needed: 0.0264, rounded up 0.03; 84,000 are over, then 126,000 ... until 0.02 is enough.
    const surpluses = [42_000, 84_000, 126_000, 168_000, 210_000];
    longer.path("surplus").forEach((surplus, t) => {
      expect(surplus).toBeCloseTo(surpluses[t], 5);
    });
    expect(longer.path("share")).toEqual([0.03, 0.03, 0.03, 0.03, 0.03]);
  });

  it("is 0.02 once the surplus is large enough", () => {
    const longer = runPlan(planOfFile(`${examples}first-debit.yaml`, ["calendar.to=2019-04-28"]));
    // (648,000 - 210,000) / 23 million is 0.01904.
    expect(longer.path("share").slice(5)).toEqual([0.02, 0.03]);
    expect(longer.at("surplus", 5)).toBeCloseTo(22_000, 5);
  });
});

describe("by hand", () => {
  it("a fee of 10 % on 50 claims of 2,000 among 1,000 members is 110 each, 10 of them the fee", () => {
    const run = runOf(`${months(1)}
group:
  - { class: ill, number: 50, claimProbability: 1, benefit: 2 thousand }
  - { class: well, number: 950, claimProbability: 0, benefit: 0 }
sharing: { fee: 10 % }`);
    expect(run.at("share", 0)).toBeCloseTo(110, 12);
    expect(run.at("fee", 0)).toBeCloseTo(10_000, 9);
  });

  it("a yearly cap of 188 with a cost of 24 a month is reached in August; the operator pays 100 a head", () => {
    const run = runOf(`${months(12)}
group: [{ class: all, number: 1000, claimProbability: 1, benefit: 24 }]
sharing: { caps: { perYear: 188 }, excess: operator }`);
    expect(run.path("share")).toEqual([24, 24, 24, 24, 24, 24, 24, 20, 0, 0, 0, 0]);
    expect(run.column("years.2020.subsidy")[0]).toBeCloseTo(100_000, 6);
    expect(run.column("years.2020.share")[0]).toBe(188);
  });
});

describe("two classes, one period (scenarios/examples/two-classes.yaml)", () => {
  // Frees et al., Loss Data Analytics, examples 5.2.1 and 5.2.3, computed exactly.
  const run = runPlan(planOfFile(`${examples}two-classes.yaml`, ["replications=20000"]));
  const costs = run.column("total.cost");
  const errorOf = (values: readonly number[]) => {
    const mean = values.reduce((a, b) => a + b, 0) / values.length;
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
  };
  const expectMean = (values: readonly number[], expected: number) => {
    const { mean, error } = errorOf(values);
    expect(Math.abs(mean - expected) / error).toBeLessThan(4);
  };

  it("has mean cost 2,800, variance 600,467 and P(cost > 3,500) 0.18084", () => {
    expectMean(costs, 2800);
    expectMean(
      costs.map((cost) => (cost - 2800) ** 2),
      600_467,
    );
    expectMean(
      costs.map((cost) => (cost > 3500 ? 1 : 0)),
      0.18084,
    );
  });

  it("leaves 223.25, 69.88 and 7.283 to others with caps of 10, 12 and 15 a head", () => {
    for (const [cap, shortfall] of [
      [10, 223.25],
      [12, 69.88],
      [15, 7.283],
    ]) {
      const capped = runPlan(
        planOfFile(`${examples}two-classes.yaml`, [
          "replications=20000",
          `sharing.caps.perPeriod=${cap}`,
          "sharing.excess=operator",
        ]),
      );
      expectMean(capped.column("total.subsidy"), shortfall);
    }
  });
});
