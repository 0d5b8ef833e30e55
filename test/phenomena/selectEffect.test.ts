import { describe, expect, it } from "vitest";
import { durationIndices, factorsIn } from "./selectEffect.ts";

describe("the index of the time since joining", () => {
  const { theory, measured } = durationIndices();

  it("is the mean of the cohorts’ factors in every period", () => {
    measured.forEach((index, t) => {
      expect(index).toBeCloseTo(theory[t], 12);
    });
  });

  it("never falls once nobody joins any more, and is one when the effect has worn off", () => {
    expect(theory.slice(24).every((index, i) => i === 0 || index >= theory[23 + i])).toBe(true);
    expect(factorsIn(47).some((factor) => factor < 1)).toBe(true);
    expect(new Set(measured.slice(47))).toEqual(new Set([1]));
  });
});
