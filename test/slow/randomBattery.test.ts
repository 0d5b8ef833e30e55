import { describe, expect, it } from "vitest";
import { seedKey } from "../../src/random/seedKey.ts";
import { nextUniforms, openStreams } from "../../src/random/streams.ts";
import { battery, type PValue } from "../random/battery/battery.ts";
import { rows } from "../random/battery/rows.ts";
import { weakRows } from "../random/battery/weakRows.ts";
import { bonferroni, chiSquareP, kolmogorovP, normalP, poissonP } from "../random/pValue.ts";

const level = 0.001;
const only = (values: readonly PValue[]) => values.map(({ p }) => p);

describe("the battery over the streams as the program uses them", () => {
  const values = Object.entries(rows).flatMap(([name, numbers], i) => battery(name, numbers(), i));

  it("finds nothing: no p-value of hundreds is smaller or larger than chance allows", () => {
    expect(values.length).toBeGreaterThan(600);
    const worst = [...values].sort((a, b) => Math.min(a.p, 1 - a.p) - Math.min(b.p, 1 - b.p)).slice(0, 3);
    expect(bonferroni(only(values)), JSON.stringify(worst)).toBeGreaterThan(level);
  });

  it("has p-values that are uniform themselves", () => {
    const p = kolmogorovP(Float64Array.from(only(values)));
    expect(Math.min(p, 1 - p)).toBeGreaterThan(level);
    const low = values.filter((value) => value.p < 0.01 || value.p > 0.99).length;
    const mean = 0.02 * values.length;
    expect(poissonP(low, mean, 0.5)).toBeGreaterThan(level);
  });
});

describe("the same battery", () => {
  it.each(weakRows)("rejects %s", (name, numbers, finder) => {
    const values = battery(name, numbers());
    expect(bonferroni(only(values))).toBeLessThan(1e-12);
    expect(values.find(({ test }) => test === finder)).toSatisfy(
      ({ p }: PValue) => Math.min(p, 1 - p) < 1e-9,
    );
  });
});

describe("a hundred million numbers", () => {
  const lanes = 4096;
  const draws = 24_576;
  const streams = openStreams(seedKey("hundred million"), 0, lanes, 1);
  const tails = Array.from({ length: 7 }, () => ({ low: 0, high: 0 }));
  const cells = new Float64Array(2 ** 16);
  const sums = { product: 0, across: 0 };
  let last = new Float64Array(lanes);
  for (let draw = 0; draw < draws; draw++) {
    const now = new Float64Array(lanes);
    nextUniforms(streams, now);
    tally(now, last, draw);
    last = now;
  }

  function tally(now: Float64Array, before: Float64Array, draw: number): void {
    for (let lane = 0; lane < lanes; lane++) {
      const u = now[lane];
      cells[Math.floor(u * 65_536)]++;
      if (u < 1e-3) countTail(u, "low");
      else if (u > 1 - 1e-3) countTail(1 - u, "high");
      if (draw > 0) sums.product += (u - 0.5) * (before[lane] - 0.5);
      if (lane > 0) sums.across += (u - 0.5) * (now[lane - 1] - 0.5);
    }
  }

  function countTail(rest: number, end: "low" | "high"): void {
    for (let digits = 3; rest < 10 ** -digits && digits < tails.length; digits++) tails[digits][end]++;
  }

  it("are as many in both tails as their probability says, down to 1e-6", () => {
    const values = [3, 4, 5, 6].flatMap((digits) => {
      const mean = lanes * draws * 10 ** -digits;
      return [poissonP(tails[digits].low, mean, 0.5), poissonP(tails[digits].high, mean, 0.5)];
    });
    expect(bonferroni(values), JSON.stringify(tails)).toBeGreaterThan(level);
  });

  it("fill 65,536 cells evenly, and know neither the draw before nor the replication beside", () => {
    const expected = (lanes * draws) / cells.length;
    const square = cells.reduce((sum, count) => sum + (count - expected) ** 2 / expected, 0);
    const correlation = (sum: number, n: number) => normalP((12 * sum) / Math.sqrt(n));
    const values = [
      chiSquareP(square, cells.length - 1),
      correlation(sums.product, lanes * (draws - 1)),
      correlation(sums.across, (lanes - 1) * draws),
    ];
    expect(bonferroni(values), JSON.stringify(values)).toBeGreaterThan(level);
  });
});
