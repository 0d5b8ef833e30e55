import { describe, expect, it } from "vitest";
import { phenomena } from "../../phenomena/phenomena.ts";
import { contradictions } from "../../phenomena/phenomenon.ts";
import { compareSelect } from "../../phenomena/selectEffect.ts";
import type { Size } from "../../phenomena/size.ts";
import { compareWaiting } from "../../phenomena/waiting.ts";

describe("what must appear, with sixteen times the replications", () => {
  it.each(phenomena)("$law", ({ compare }) => {
    expect(contradictions(compare(16))).toEqual([]);
  });
});

describe("in pools of whole persons", () => {
  /** 10 thousand join in each period of 30 days (a hair more, so that none is left over), 118 thousand in January. */
  const size: Size = { engine: "exact", joinersPerYear: 121_750.001, replications: 500 };

  it("waiting makes the first year as cheap", () => {
    expect(contradictions(compareWaiting(size))).toEqual([]);
  });

  it("a select effect makes cost grow just so", () => {
    expect(contradictions(compareSelect(size))).toEqual([]);
  });
});
