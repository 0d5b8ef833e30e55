import { describe, expect, it } from "vitest";
import { makePlan } from "../../src/plan/makePlan.ts";
import type { Engine } from "../../src/plan/plan.ts";
import { onlyPool } from "../helpers/onlyPool.ts";
import { poolOf } from "../helpers/scenarioOf.ts";

const engineOf = (sections: object): Engine => makePlan(poolOf(sections)).engine;
const cover = (incidence: unknown, others: object = {}) => ({
  cover: { illnesses: { any: { incidence, benefit: 1 } }, ...others },
});

describe("chooseEngine", () => {
  it("takes the fast engine for a large pool where claims are rare", () => {
    const { kind, why } = engineOf({ joining: { initial: 1e6 } });
    expect(kind).toBe("fast");
    expect(why).toBe(
      // 1 - exp(-0.002 / 12)
      "the pool is large (up to about 1 million members) and claims are rare: a member's claim probability in a period is at most 0.00017",
    );
  });

  it("takes the exact engine for a small pool, whichever way members come", () => {
    const small = [
      { initial: 20_000 },
      { schedule: [{ perYear: 19_000 }] },
      { target: [{ date: "2021-05-31", members: 20_000 }] },
      { bass: { potential: 20_000, innovation: 0.1, imitation: 0.1 } },
      { initial: { uniform: [0, 40_000] } },
    ];
    for (const joining of small) {
      expect(engineOf({ joining })).toMatchObject({ kind: "exact", why: expect.stringContaining("small") });
    }
  });

  it("says how small the pool is in words", () => {
    const said = (initial: number) => engineOf({ joining: { initial } }).why;
    expect(said(300)).toBe("the pool is small: at most about 300 members");
    expect(said(12_340)).toBe("the pool is small: at most about 12.3 thousand members");
  });

  it("takes the fast engine when all who may join are more than 20,000", () => {
    const large = [
      { initial: 20_001 },
      { initial: 10_000, schedule: [{ perYear: 11_000 }] },
      { target: [{ date: "2021-05-31", members: 20_001 }] },
      { initial: 10_000, bass: { potential: 11_000, innovation: 0.1, imitation: 0.1 } },
    ];
    expect(large.map((joining) => engineOf({ joining }).kind)).toEqual(["fast", "fast", "fast", "fast"]);
  });

  it("takes the exact engine where a period's claim probability is above 1 in 1,000", () => {
    const joining = { initial: 1e6 };
    // 1 - exp(-0.012 / 12) is a little below 1 / 1,000.
    expect(engineOf({ joining, ...cover(0.012) }).kind).toBe("fast");
    expect(engineOf({ joining, ...cover(0.0121) })).toMatchObject({
      kind: "exact",
      why: expect.stringContaining("not rare"),
    });
  });

  it("does as it is told, and says so", () => {
    expect(engineOf({ engine: "fast", ...cover(0.5) })).toMatchObject({ kind: "fast", why: "asked for" });
    expect(engineOf({ engine: "exact", joining: { initial: 1e6 } })).toMatchObject({
      kind: "exact",
      why: "asked for",
    });
  });

  it("lumps for the fast engine only", () => {
    expect(onlyPool(makePlan(poolOf({ engine: "fast" }))).lumped).not.toBeNull();
    expect(onlyPool(makePlan(poolOf({ engine: "exact" }))).lumped).toBeNull();
  });
});
