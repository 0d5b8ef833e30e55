import { describe, expect, it } from "vitest";
import { areNear, isMostlyNothing, steadyMedian } from "../../src/report/steady.ts";

const figure = (q50: number, seQ50 = 0) => ({
  ...{ mean: q50, se: 0, sd: 0, q05: q50, q25: q50, q50, q75: q50, q95: q50 },
  ...{ seQ05: 0, seQ50, seQ95: 0 },
});
const figures = (medians: readonly number[], seQ50 = 0) => medians.map((median) => figure(median, seQ50));

describe("steadyMedian", () => {
  it("is the middle of medians within 5 % of each other", () => {
    expect(steadyMedian(figures([33.6, 34, 33.8]))).toBe(33.8);
    expect(steadyMedian(figures([20, 21.5]))).toBeNull();
  });

  it("is the middle of medians that chance alone would spread as far", () => {
    expect(steadyMedian(figures([20, 24], 2))).toBe(22);
    expect(steadyMedian(figures([20, 24], 1))).toBeNull();
    expect(steadyMedian(figures([20, 21, 22, 23, 24], 1))).toBe(22);
  });
});

describe("isMostlyNothing", () => {
  it("holds where one median rises from many about 0, or all are 0", () => {
    expect(isMostlyNothing(figures([0, 0, 50, 0, 1]))).toBe(true);
    expect(isMostlyNothing(figures([0, 0]))).toBe(true);
    expect(isMostlyNothing(figures([0, 30, 50]))).toBe(false);
  });
});

describe("areNear", () => {
  it("holds up to 5 % or two standard errors of the difference", () => {
    expect(areNear(figure(100), figure(104))).toBe(true);
    expect(areNear(figure(100), figure(108))).toBe(false);
    expect(areNear(figure(100, 3), figure(108, 3))).toBe(true);
  });
});
