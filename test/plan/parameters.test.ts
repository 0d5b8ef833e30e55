import { describe, expect, it } from "vitest";
import { central, newParameters } from "../../src/plan/parameters.ts";
import type { Uncertain } from "../../src/scenario/scenario.ts";

const fee: Uncertain = { path: "sharing.fee", distribution: { kind: "uniform", low: 0.06, high: 0.1 } };
const sd: Uncertain = { path: "claims.delay.sd", distribution: { kind: "normal", mean: 30, sd: 2 } };

describe("param", () => {
  it("leaves a known number a number, in the plan's unit", () => {
    const { param, draws } = newParameters();
    expect(param(30)).toBe(30);
    expect(param(30, 0.5)).toBe(15);
    expect(draws).toEqual([]);
  });

  it("lists an uncertain number once, however often it is met", () => {
    const { param, draws } = newParameters();
    expect([param(fee), param(sd), param({ ...fee })]).toEqual([{ draw: 0 }, { draw: 1 }, { draw: 0 }]);
    expect(draws.map(({ path }) => path)).toEqual(["sharing.fee", "claims.delay.sd"]);
  });

  it("keeps one number in two units apart, both under its own path", () => {
    const { param, draws } = newParameters();
    expect([param(sd, 2), param(sd, 3), param(sd, 2)]).toEqual([{ draw: 0 }, { draw: 1 }, { draw: 0 }]);
    expect(draws.map(({ path, scale }) => [path, scale])).toEqual([
      [sd.path, 2],
      [sd.path, 3],
    ]);
  });
});

describe("shape", () => {
  it("takes the mean unless a value is given, and lists the number once", () => {
    const { shape, shapes, draws } = newParameters();
    expect([shape(7), shape(fee), shape(fee)]).toEqual([7, 0.08, 0.08]);
    expect(shapes.map(({ path }) => path)).toEqual(["sharing.fee"]);
    expect(draws).toEqual([]);
  });

  it("takes the value given for its path and distribution", () => {
    const { shape } = newParameters(
      (path, distribution) => path.length + (distribution.kind === "normal" ? 0.5 : 0),
    );
    expect([shape(fee), shape(sd)]).toEqual([11, 15.5]);
  });
});

describe("central", () => {
  it("is the number itself, or the mean of what is drawn in the plan's unit", () => {
    const { param, draws } = newParameters();
    expect(central(param(4), draws)).toBe(4);
    expect(central(param(fee), draws)).toBeCloseTo(0.08, 14);
    expect(central(param(sd, 0.1), draws)).toBeCloseTo(3, 14);
  });
});
