import { describe, expect, it } from "vitest";
import { estimateProbability } from "../../src/statistics/estimateProbability.ts";

describe("estimateProbability", () => {
  it("gives 0.25 with standard error 0.125 for 3 of 12", () => {
    expect(estimateProbability(3, 12)).toEqual({ value: 0.25, se: 0.125 });
  });

  it("reaches the end of Wilson's interval where nothing was seen: 1.96 se = 0.0370 for 0 of 100", () => {
    const { value, se } = estimateProbability(0, 100);
    expect(value).toBe(0);
    expect(1.959964 * se).toBeCloseTo(0.036993, 6);
  });

  it("is as unsure of everything as of nothing", () => {
    expect(estimateProbability(50, 50)).toEqual({ value: 1, se: estimateProbability(0, 50).se });
  });

  it("gives numbers without any trial", () => {
    const { value, se } = estimateProbability(0, 0);
    expect([value, Number.isFinite(se)]).toEqual([0, true]);
  });
});
