import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { mergeSketch, packSketch } from "../../src/statistics/packedSketch.ts";
import { addToSketch, newSketch, numbers, type Sketch } from "../../src/statistics/sketch.ts";
import { nastyNumber } from "./makeOutcome.ts";

const cells = 3;
const random = seedrandom("packed");
const parts = Array.from({ length: 4 }, () =>
  Float64Array.from({ length: cells * 50 }, () => nastyNumber(random)),
);

function add(sketch: Sketch, values: Float64Array): Sketch {
  for (let cell = 0; cell < cells; cell++)
    addToSketch(sketch, cell, numbers(values.slice(cell * 50, cell * 50 + 50)), 50);
  return sketch;
}

const all = parts.reduce(add, newSketch(cells));

describe("packSketch", () => {
  it("gives the same bits whatever the order of numbers", () => {
    expect(packSketch([...parts].reverse().reduce(add, newSketch(cells)))).toEqual(packSketch(all));
  });

  it("gives the same bits whatever is merged into what", () => {
    const [a, b, c, d] = parts.map((part) => packSketch(add(newSketch(cells), part)));
    const left = newSketch(cells);
    for (const part of [d, b]) mergeSketch(left, part);
    const right = newSketch(cells);
    for (const part of [c, a]) mergeSketch(right, part);
    mergeSketch(left, packSketch(right));
    expect(packSketch(left)).toEqual(packSketch(all));
  });

  it("comes back from its packed form", () => {
    const back = newSketch(cells);
    mergeSketch(back, packSketch(all));
    expect(packSketch(back)).toEqual(packSketch(all));
  });

  it("keeps every number's bin and their count in each cell", () => {
    const { ends, counts } = packSketch(all);
    const first = counts.slice(0, ends[0]).reduce((sum, count) => sum + Math.abs(count), 0);
    expect([ends.length, first]).toEqual([cells, 200]);
  });
});
