import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { quantile, sortedSample } from "../../src/statistics/quantile.ts";
import {
  addConstant,
  addToSketch,
  forEachBin,
  newSketch,
  numbers,
  type Sketch,
} from "../../src/statistics/sketch.ts";
import { sketchedSample } from "../../src/statistics/sketchQuantiles.ts";
import { nastyNumber } from "./makeOutcome.ts";

function sketchOf(values: Float64Array): Sketch {
  const sketch = newSketch(1);
  addToSketch(sketch, 0, numbers(values), values.length);
  return sketch;
}

const draw = (n: number, one: (random: () => number, i: number) => number) => {
  const random = seedrandom("sketch");
  return Float64Array.from({ length: n }, (_, i) => one(random, i));
};

const samples: Record<string, Float64Array> = {
  "all kinds mixed": draw(20_000, nastyNumber),
  "twenty orders of magnitude": draw(20_000, (random) => 10 ** (20 * random() - 8)),
  "negatives and positives": draw(20_000, (random) => random() - 0.5),
  "small integers": draw(20_000, (random) => Math.floor(random() * 30)),
  "a narrow band": draw(20_000, (random) => 1e8 * (1 + 1e-5 * random())),
  "few numbers": draw(7, nastyNumber),
};

describe("sketchedSample", () => {
  for (const [name, values] of Object.entries(samples)) {
    it(`gives every order statistic within 0.195 %, and as many: ${name}`, () => {
      const exact = sortedSample(values);
      const sketched = sketchedSample(sketchOf(values), 0);
      expect(sketched.count).toBe(exact.count);
      let worst = 0;
      for (let rank = 0; rank < exact.count; rank++) {
        const error = Math.abs(sketched.at(rank) - exact.at(rank));
        worst = Math.max(worst, error / Math.max(1e-6, Math.abs(exact.at(rank))));
      }
      expect(worst).toBeLessThanOrEqual(2 ** -9);
    });
  }

  it("gives quantiles within 0.2 % of the exact ones where neighbours have one sign", () => {
    const values = samples["twenty orders of magnitude"];
    const exact = sortedSample(values);
    const sketched = sketchedSample(sketchOf(values), 0);
    for (const p of [0, 0.001, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1]) {
      expect(Math.abs(quantile(sketched, p) / quantile(exact, p) - 1)).toBeLessThan(0.002);
    }
  });

  it("gives atoms back to the last bit", () => {
    const values = draw(999, (random) => (random() < 0.5 ? 4.31 : 0));
    const sketched = sketchedSample(sketchOf(values), 0);
    expect([sketched.at(0), sketched.at(998)]).toEqual([0, 4.31]);
  });

  it("gives a constant back at every p", () => {
    const sketched = sketchedSample(sketchOf(new Float64Array(100).fill(-2.7)), 0);
    expect([0, 0.3, 1].map((p) => quantile(sketched, p))).toEqual([-2.7, -2.7, -2.7]);
  });

  it("takes no more memory for ten times the numbers", () => {
    const once = draw(20_000, nastyNumber);
    const sketch = sketchOf(once);
    const { length } = sketch;
    for (let i = 0; i < 9; i++) addToSketch(sketch, 0, numbers(once), once.length);
    expect(sketch.length).toBe(length);
    expect(sketchedSample(sketch, 0).count).toBe(200_000);
  });
});

describe("addConstant", () => {
  const binsOf = (sketch: Sketch) => {
    const bins: number[][] = [];
    forEachBin(sketch, 0, (bin, count, value) => bins.push([bin, count, value]));
    return bins;
  };

  it("does what adding the number again and again does, into empty bins, bins of its own and bins of others", () => {
    const [first, second] = [
      sketchOf(Float64Array.of(1, 1, 2, 2.001)),
      sketchOf(Float64Array.of(1, 1, 2, 2.001)),
    ];
    for (const [value, count] of [
      [7, 100],
      [7, 1],
      [1, 5],
      [1.001, 3],
      [2, 4],
      [0, 2],
      [-3, 0],
    ] as const) {
      addConstant(first, 0, value, count);
      addToSketch(second, 0, numbers(new Float64Array(count).fill(value)), count);
    }
    expect(binsOf(first)).toEqual(binsOf(second));
    expect(sketchedSample(first, 0).count).toBe(119);
  });
});
