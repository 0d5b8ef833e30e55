import { describe, expect, it } from "vitest";
import { simulateBlock } from "../../src/engine/simulateBlock.ts";
import { blockCount } from "../../src/plan/blockCount.ts";
import { periodMetrics } from "../../src/plan/metrics.ts";
import { criticalDistance, disagreements, kolmogorovSmirnov, pool } from "./bothEngines.ts";
import { mean, months, planOf, type Run, runOf } from "./runs.ts";

/** Whatever can differ between replications does: numbers, delays, shocks, endings. */
const everything = (engine: string, replications: number, seed = "one") => `
title: everything
seed: ${seed}
engine: ${engine}
replications: ${replications}
calendar: { from: 2020-01-01, periods: 18, settle: { daysOfMonth: [31] } }
members:
  ages: 30-59
  mix: [{ ages: 30-31, portion: { uniform: [0.5, 0.9] } }, { ages: 57-57, portion: 30 % }]
  classes:
    good: { portion: 60 %, relativeRisk: { triangular: [0.5, 0.7, 0.9] }, lapse: 6 %, reaction: { power: { reference: 60, elasticity: { uniform: [1, 2] }, lookBack: 3 } } }
    bad: { portion: 40 %, relativeRisk: 1.45, lapse: 3 %, reaction: { band: { reference: expectedAid, from: 10 %, to: 50 %, lapseFrom: 0, lapseTo: 20 % } } }
joining: { initial: { uniform: [9000, 11000] }, schedule: [{ from: 2020-02-01, to: 2020-04-30, perYear: 9000 }] }
cover:
  waiting: { uniform: [30 days, 90 days] }
  level: { lognormal: { median: 1, sigma: 0.2 } }
  select: { start: { uniform: [0.2, 0.6] }, timeConstant: 1 year }
  mortality: 0.3 %
  illnesses:
    severe: { incidence: 0.5 %, benefit: { perClaim: { gamma: { mean: 50000, sd: 15000 } } } }
    mild: { incidence: 1 %, endsMembership: false, benefit: { uniform: [10000, 20000] } }
claims: { delay: { gamma: { mean: { uniform: [10 days, 200 days] }, sd: { uniform: [5 days, 60 days] } } }, denied: { uniform: [0, 0.2] } }
sharing: { fee: 8 %, roundUpTo: 0.01, caps: { perYear: 400 }, excess: nextPeriod }
collection: { failing: 0.3 %, grace: 60 days }
ending: { hazard: 20 %, minimumMembers: { members: 9000, grace: 60 days }, runOff: { claimWindow: 90 days, paidBy: members } }
shocks: { yearly: { gamma: { sd: 10 %, autocorrelation: 0.3 } }, events: [{ name: e, from: 2020-05-01, to: 2020-06-30, probability: 50 %, incidence: { uniform: [0.2, 3] }, lapse: 2 }] }`;

/** Everything a run recorded of one replication. */
function pathsOf(run: Run, replication: number): number[][] {
  return periodMetrics.map(({ key }) => run.path(key, replication));
}

describe("a replication", () => {
  for (const engine of ["exact", "fast"]) {
    it(`is the same however many others are run (${engine})`, () => {
      const [few, more, many] = [20, 100, 300].map((n) => runOf(everything(engine, n)));
      for (const i of [0, 17, 19]) {
        expect(pathsOf(few, i)).toEqual(pathsOf(more, i));
        expect(pathsOf(few, i)).toEqual(pathsOf(many, i));
      }
      for (const i of [20, 63, 64, 99]) expect(pathsOf(more, i)).toEqual(pathsOf(many, i));
      expect(more.plan.columns.map(({ name }) => more.column(name)[17])).toEqual(
        many.plan.columns.map(({ name }) => many.column(name)[17]),
      );
    });

    it(`is the same in whatever order blocks are run (${engine})`, () => {
      const plan = planOf(everything(engine, 300));
      expect(blockCount(plan)).toBe(3);
      const backwards = [2, 1, 0].map((block) => simulateBlock(plan, block)).reverse();
      expect(backwards).toEqual([0, 1, 2].map((block) => simulateBlock(structuredClone(plan), block)));
      expect(backwards.map(({ first, count }) => [first, count])).toEqual([
        [0, 125],
        [125, 125],
        [250, 50],
      ]);
    });

    it(`differs from all others and from itself under another seed (${engine})`, () => {
      const [run, other] = [runOf(everything(engine, 40)), runOf(everything(engine, 40, "two"))];
      const paths = [run, other].flatMap((of) =>
        Array.from({ length: 40 }, (_, i) => of.path("members", i).join()),
      );
      expect(new Set(paths).size).toBe(80);
    });

    it(`keeps its books (${engine})`, () => {
      const run = runOf(everything(engine, 300));
      expect(run.maxImbalance).toBeLessThan(1e-12);
      const causes = new Set(Array.from({ length: 300 }, (_, i) => run.ending(i)));
      expect(causes).toEqual(new Set(["none", "hazard", "minimumMembers"]));
    });
  }
});

describe("two scenarios with one seed", () => {
  const yaml = (more: string) => `${months(12, "replications: 30")}
engine: fast
joining: { initial: 100000 }
members: { ages: 30-39, leaveAt: 90 }
cover: { level: { uniform: [0.5, 1.5] }, illnesses: { x: { incidence: 1 %, benefit: 1000 }, y: { incidence: 1 %, benefit: 2000 } } }
${more}`;
  const cases = (run: Run) => Array.from({ length: 30 }, (_, i) => run.path("cases", i));

  it("that differ in the fee only have the same cases", () => {
    const [plain, withFee] = [runOf(yaml("")), runOf(yaml("sharing: { fee: 8 % }"))];
    expect(cases(withFee)).toEqual(cases(plain));
    expect(withFee.at("share", 5)).toBeCloseTo(1.08 * plain.at("share", 5), 12);
  });

  it("that differ in amounts only have shares in proportion", () => {
    const [once, twice] = [
      runOf(yaml("")),
      runOf(yaml("").replaceAll(/benefit: (\d+)/g, "benefit: $1 thousand")),
    ];
    expect(cases(twice)).toEqual(cases(once));
    for (const i of [0, 29]) {
      once.path("share", i).forEach((share, t) => {
        expect(twice.at("share", t, i)).toBeCloseTo(1000 * share, 9);
      });
    }
  });

  it("see the same luck of an illness whether there is another or not", () => {
    const alone = runOf(
      yaml("").replace(", y: { incidence: 1 %, benefit: 2000 }", ", y: { incidence: 0, benefit: 2000 }"),
    );
    const both = runOf(yaml(""));
    // In the first period; later the other illness has left fewer members.
    const ofX = both.across("cases", 0).map((n, i) => 2 * n - both.at("aid", 0, i) / 1000);
    const close = ofX.map((n, i) => Math.abs(n - alone.at("cases", 0, i)));
    expect(Math.max(...close)).toBeLessThanOrEqual(1);
  });
});

describe("a plan", () => {
  const still = (cover: string, engine: string) => `${months(6, "replications: 5")}
engine: ${engine}
joining: { initial: 20000 }
members: { ages: 30-39, leaveAt: 90 }
cover: ${cover}`;

  for (const engine of ["exact", "fast"]) {
    it(`without claims asks for nothing (${engine})`, () => {
      for (const cover of [
        "{ illnesses: { x: { incidence: 0, benefit: 1000 } } }",
        "{ level: 0, illnesses: { x: { incidence: 1 %, benefit: 1000 } } }",
      ]) {
        const run = runOf(still(cover, engine));
        expect(new Set(run.column("total.share"))).toEqual(new Set([0]));
        expect(new Set(run.column("total.cases"))).toEqual(new Set([0]));
        run.path("members").forEach((members) => {
          expect(members).toBeCloseTo(20_000, 7);
        });
      }
    });

    it(`that all leave ends for lack of members, and what was under way is not paid (${engine})`, () => {
      const run = runOf(`${months(6, "replications: 5")}
engine: ${engine}
joining: { initial: 20000 }
members: { ages: 30-39, leaveAt: 90, classes: { all: { portion: 1, reaction: { threshold: { willingness: 0 } } } } }
cover: { illnesses: { x: { incidence: 10 %, benefit: 1000, endsMembership: false } } }
claims: { delay: { periods: [0.5, 0.5] } }`);
      for (let i = 0; i < 5; i++) {
        expect([run.ending(i), run.lastRunning(i)]).toEqual(["noMembers", 1]);
        expect(run.at("lapsed", 1, i)).toBeCloseTo(20_000, 7);
        expect(run.at("aid", 1, i)).toBe(0);
        expect(run.at("aidCut", 1, i)).toBeGreaterThan(0);
        expect(run.path("share", i).slice(1)).toEqual([0, 0, 0, 0, 0]);
      }
    });
  }
});

describe("a spiral with a known path", () => {
  it("raises the share from 5 to 6, half of the rest in every period", () => {
    // Expected cost v uniform on [0, 10], willing to pay v + 4: who has v < share - 4 leaves, and the share becomes
    // the mean of [share - 4, 10], which is 3 + share / 2. In steps of 1/16 the first six shares are exact.
    const rows = Array.from({ length: 160 }, (_, k) => {
      const v = (k + 0.5) / 16;
      return `  - { class: v${k}, number: 3, claimProbability: 1, benefit: ${v}, reaction: { threshold: { willingness: ${v + 4} } } }`;
    });
    const run = runOf(`
title: spiral
seed: spiral
replications: 2
calendar: { from: 2020-01-01, periods: 12, settle: { every: 1 year } }
group:
${rows.join("\n")}`);
    const shares = run.path("share", 1);
    [5, 5.5, 5.75, 5.875, 5.9375, 5.96875].forEach((share, t) => {
      expect(shares[t]).toBeCloseTo(share, 9);
    });
    expect(Math.abs(shares[11] - 6)).toBeLessThan(0.05);
    expect(run.at("members", 11) / 480).toBeCloseTo(0.8, 1);
    expect(run.ending(1)).toBe("none");
  });
});

describe("the two engines", () => {
  it("agree on a pool of 20,000: distribution of shares, means of all metrics", () => {
    const [exact, fast] = [runOf(pool("exact", 20_000, 1000)), runOf(pool("fast", 20_000, 1000))];
    for (const year of [2020, 2021, 2022]) {
      const column = `years.${year}.share`;
      const distance = kolmogorovSmirnov(exact.column(column), fast.column(column));
      expect(distance).toBeLessThan(criticalDistance(1000));
    }
    expect(disagreements(exact, fast, 4)).toEqual([]);
    expect(mean(exact.column("years.2022.share"))).toBeGreaterThan(50);
  });
});

describe("copies of a pool", () => {
  const pool = (copies: string) => `${months(6, "replications: 40")}
engine: exact
cover: { illnesses: { x: { incidence: 20 %, benefit: 100 } } }
members: { ages: 30-39 }
pools: { circle: { joining: { initial: 50 }${copies} } }`;
  const paths = (run: Run) => Array.from({ length: 40 }, (_, i) => pathsOf(run, i));

  it("of which there is one are the pool itself", () => {
    expect(paths(runOf(pool(", copies: 1")))).toEqual(paths(runOf(pool(""))));
  });

  it("have luck of their own, the first that of a single one, and are added up", () => {
    const [one, three] = [runOf(pool("")), runOf(pool(", copies: 3"))];
    const cases = (run: Run) => run.column("total.cases");
    expect(mean(cases(three)) / mean(cases(one))).toBeGreaterThan(2.5);
    expect(mean(cases(three)) / mean(cases(one))).toBeLessThan(3.5);
    expect(cases(three).every((of, i) => of >= cases(one)[i])).toBe(true);
    expect(cases(three).some((of, i) => of !== 3 * cases(one)[i])).toBe(true);
    expect([three.at("members", 0) > 130, three.at("poolsRunning", 5)]).toEqual([true, 3]);
  });
});
