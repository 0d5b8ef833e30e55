import { describe, expect, it } from "vitest";
import { computeInLanes, inLanes, openLanes, valueIn } from "../../src/engine/lanes.ts";
import { luckOf } from "../../src/plan/luck.ts";
import { purposes } from "../../src/random/purpose.ts";
import { seedKey } from "../../src/random/seedKey.ts";
import { uniformAt } from "../../src/random/uniformAt.ts";

const key = seedKey("lanes");
const luck = luckOf("lanes");
const draws = [
  { path: "cover.level", distribution: { kind: "uniform", low: 10, high: 20 } as const, scale: 1 },
  { path: "claims.delay.gamma.mean", distribution: { kind: "uniform", low: 0, high: 1 } as const, scale: 12 },
];

describe("lanes", () => {
  it("draw each uncertain number by its path, times its scale", () => {
    const lanes = openLanes(draws, luck, 40, 3);
    const level = [0, 1, 2].map((lane) => uniformAt(key, 40 + lane, purposes.parameter("cover.level"), 0));
    expect([...lanes.drawn[0]]).toEqual(level.map((u) => 10 + 10 * u));
    const mean = uniformAt(key, 41, purposes.parameter("claims.delay.gamma.mean"), 0);
    expect(lanes.drawn[1][1]).toBe(12 * mean);
  });

  it("draw the same for a replication wherever it stands", () => {
    const one = openLanes(draws, luck, 17, 1);
    const many = openLanes(draws, luck, 0, 64);
    expect(many.drawn.map((of) => of[17])).toEqual(one.drawn.map((of) => of[0]));
  });

  it("take each kind of luck from its own seed", () => {
    const lanes = openLanes(draws, { parameters: "lanes", shocks: "others", claims: "more" }, 17, 1);
    expect(lanes.drawn).toEqual(openLanes(draws, luck, 17, 1).drawn);
    expect([lanes.shocksKey, lanes.claimsKey]).toEqual([seedKey("others"), seedKey("more")]);
  });

  it("hold a known number in every lane", () => {
    const lanes = openLanes(draws, luck, 0, 4);
    expect([...inLanes(0.5, lanes)]).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect([...inLanes({ draw: 1 }, lanes)]).toEqual([...lanes.drawn[1]]);
    expect(valueIn(7, lanes, 2)).toBe(7);
    expect(valueIn({ draw: 0 }, lanes, 2)).toBe(lanes.drawn[0][2]);
  });

  it("compute what is the same in all lanes only once", () => {
    const lanes = openLanes(draws, luck, 0, 4);
    let calls = 0;
    const twice = (param: number | { draw: number }) =>
      computeInLanes(lanes, [param], (valueAt) => {
        calls++;
        return 2 * valueAt(param);
      });
    expect([...twice(3)]).toEqual([6, 6, 6, 6]);
    expect(calls).toBe(1);
    expect([...twice({ draw: 0 })]).toEqual([...lanes.drawn[0]].map((value) => 2 * value));
    expect(calls).toBe(5);
  });
});
