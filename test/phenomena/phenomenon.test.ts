import { describe, expect, it } from "vitest";
import { contradictions } from "./phenomenon.ts";

const one = (theory: number, value: number, se: number) =>
  contradictions([{ figure: "share", theory, measured: { value, se } }]);

describe("contradictions", () => {
  it("are figures more than four standard errors off", () => {
    expect(one(10, 10.39, 0.1)).toEqual([]);
    expect(one(10, 10.41, 0.1)).toEqual(["share: 10, but measured 10.41 ± 0.1"]);
    expect(one(-0.5, -0.45, 0.01)).toHaveLength(1);
  });

  it("are figures off by more than rounding, where nothing is random", () => {
    expect(one(1.1, 1.1 * (1 + 1e-15), 0)).toEqual([]);
    expect(one(1.1, 1.1 * (1 + 1e-8), 0)).toHaveLength(1);
  });

  it("are figures too unsure to tell, or none", () => {
    expect(one(10, 10, 0.21)).toEqual(["share: 10, but measured with an error of 0.21"]);
    expect(one(10, 10, Number.NaN)).toHaveLength(1);
    expect(one(10, Number.NaN, 0.1)).toHaveLength(1);
  });
});
