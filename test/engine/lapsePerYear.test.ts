import { describe, expect, it } from "vitest";
import { lapsePerYear, timesAsLikely } from "../../src/engine/lapsePerYear.ts";
import { mapReaction, type Reaction } from "../../src/scenario/reaction.ts";

/** Lapse per year of a class with a base lapse of 4 % and an expected aid of 50 a year. */
function lapse(rule: Reaction<number>, share: number, base = 0.04, expectedAid = 50): number {
  const reaction = mapReaction(rule, (of) => Float64Array.of(of));
  return lapsePerYear(reaction, 0, base, share, expectedAid);
}

describe("no reaction", () => {
  it("keeps the base lapse whatever the share", () => {
    expect(lapse({ kind: "none" }, 1e9)).toBe(0.04);
  });
});

describe("a power reaction", () => {
  const power: Reaction<number> = { kind: "power", lookBack: 1, reference: 100, elasticity: 2 };

  it("has (share / reference)^elasticity times the intensity: as if so many base lapses came one after another", () => {
    expect(lapse(power, 200)).toBeCloseTo(1 - 0.96 ** 4, 15);
    expect(lapse(power, 300)).toBeCloseTo(1 - 0.96 ** 9, 15);
    expect(lapse({ ...power, elasticity: 0.5 }, 400)).toBeCloseTo(1 - 0.96 ** 2, 15);
  });

  it("multiplies small lapses", () => {
    expect(lapse(power, 200, 1e-9) / 4e-9).toBeCloseTo(1, 8);
  });

  it("is never below base and never above 1", () => {
    expect(lapse(power, 50)).toBe(0.04);
    expect(lapse(power, 100)).toBe(0.04);
    expect(lapse(power, 501)).toBeCloseTo(1 - 0.96 ** 25.1001, 14);
    expect(lapse(power, 1e6)).toBe(1);
    expect(lapse(power, 1e6, 1)).toBe(1);
  });

  it("takes the class's own expected aid where that is the reference", () => {
    expect(lapse({ ...power, reference: "expectedAid" }, 100)).toBeCloseTo(1 - 0.96 ** 4, 15);
    expect(lapse({ ...power, reference: "expectedAid" }, 100, 0.04, 100)).toBe(0.04);
  });

  it("has nobody leave without a base lapse, even where the reference is 0", () => {
    expect(lapse({ ...power, reference: "expectedAid" }, 100, 0, 0)).toBe(0);
    expect(lapse({ ...power, reference: "expectedAid" }, 0, 0.04, 0)).toBe(0.04);
    expect(lapse({ ...power, reference: "expectedAid" }, 1, 0.04, 0)).toBe(1);
  });

  it("keeps the base lapse where no share is too high", () => {
    expect(lapse({ ...power, reference: "expectedAid" }, 1e9, 0.04, Number.POSITIVE_INFINITY)).toBe(0.04);
  });
});

describe("a band reaction", () => {
  const band: Reaction<number> = {
    kind: "band",
    lookBack: 1,
    reference: 100,
    from: 0.1,
    to: 0.5,
    lapseFrom: 0.02,
    lapseTo: 0.3,
  };

  it("adds nothing below +10 %", () => {
    expect(lapse(band, 109.99)).toBe(0.04);
  });

  it("rises linearly to +50 %", () => {
    expect(lapse(band, 110 + 1e-9)).toBeCloseTo(0.06, 9);
    expect(lapse(band, 130)).toBeCloseTo(0.04 + 0.16, 12);
    expect(lapse(band, 150)).toBeCloseTo(0.34, 12);
  });

  it("is flat above, and never above 1", () => {
    expect(lapse(band, 1e6)).toBeCloseTo(0.34, 15);
    expect(lapse(band, 1e6, 0.9)).toBe(1);
  });

  it("takes the class's own expected aid where that is the reference", () => {
    expect(lapse({ ...band, reference: "expectedAid" }, 65)).toBeCloseTo(0.2, 12);
    expect(lapse({ ...band, reference: "expectedAid" }, 0, 0.04, 0)).toBe(0.04);
  });

  it("keeps the base lapse where no share is too high, whatever the ends", () => {
    for (const from of [0.1, 0, -1]) {
      const known = { ...band, reference: "expectedAid", from } as const;
      expect(lapse(known, 1e9, 0.04, Number.POSITIVE_INFINITY)).toBe(0.04);
    }
  });

  it("jumps where both ends meet", () => {
    expect(lapse({ ...band, to: 0.1 }, 109)).toBe(0.04);
    expect(lapse({ ...band, to: 0.1 }, 110.01)).toBeCloseTo(0.34, 12);
  });
});

describe("a logit reaction", () => {
  const logit: Reaction<number> = { kind: "logit", lookBack: 1, value: 100, scale: 20, most: 0.44 };

  it("is half way between base and most where the share is what membership is worth", () => {
    expect(lapse(logit, 100)).toBeCloseTo(0.24, 15);
  });

  it("is logistic in their difference", () => {
    // 1 / (1 + 1/3) = 3/4
    expect(lapse(logit, 100 + 20 * Math.log(3))).toBeCloseTo(0.04 + 0.75 * 0.4, 12);
    expect(lapse(logit, 100 - 20 * Math.log(3))).toBeCloseTo(0.04 + 0.25 * 0.4, 12);
  });

  it("stays between base and most", () => {
    expect(lapse(logit, 1e9)).toBeCloseTo(0.44, 15);
    expect(lapse({ ...logit, value: 1e9 }, 0)).toBe(0.04);
    expect(lapse({ ...logit, most: 0.01 }, 1e9)).toBe(0.04);
  });
});

describe("a threshold reaction", () => {
  const threshold: Reaction<number> = { kind: "threshold", lookBack: 1, willingness: 100 };

  it("has the whole class leave above its willingness to pay", () => {
    expect(lapse(threshold, 100)).toBe(0.04);
    expect(lapse(threshold, 100.01)).toBe(1);
  });
});

describe("timesAsLikely", () => {
  it("is what is left after so many times the intensity, whole or not", () => {
    expect(timesAsLikely(0.19, 0.5)).toBeCloseTo(0.1, 15);
    expect(timesAsLikely(0.5, 3)).toBeCloseTo(0.875, 15);
    expect(timesAsLikely(0.3, 1)).toBeCloseTo(0.3, 15);
  });

  it("is 0 without time and certain with all of it, and keeps certainty certain", () => {
    expect([timesAsLikely(0.3, 0), timesAsLikely(1, 0), timesAsLikely(0, 9)]).toEqual([0, 0, 0]);
    expect([timesAsLikely(0.3, Number.POSITIVE_INFINITY), timesAsLikely(1, 1e-9)]).toEqual([1, 1]);
  });

  it("is accurate where both are tiny", () => {
    expect(timesAsLikely(1e-12, 1e-6) / 1e-18).toBeCloseTo(1, 11);
  });
});
