import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { weigh } from "../../src/engine/weigh.ts";

const random = seedrandom("weigh");
const numbers = (count: number) => Float64Array.from({ length: count }, () => random() - 0.5);

/** The definition, sum by sum in the order of the cells. */
function expectedSums(
  values: Float64Array,
  first: number,
  lanes: number,
  weights: { rows: number; cells: number; of: Float64Array },
  sums: Float64Array,
): Float64Array {
  return sums.map((before, i) => {
    const row = Math.floor(i / lanes);
    if (row >= weights.rows) return before;
    let sum = before;
    for (let cell = 0; cell < weights.cells; cell++)
      sum += weights.of[row * weights.cells + cell] * values[first + cell * lanes + (i % lanes)];
    return sum;
  });
}

describe("weigh", () => {
  it.each([
    [1, 1, 1],
    [2, 3, 4],
    [3, 5, 7],
    [4, 1, 64],
    [5, 40, 6],
    [9, 17, 33],
  ])(
    "adds %d weighted sums over %d cells in %d lanes, to the bit as one after the other",
    (rows, cells, lanes) => {
      const first = 3 * lanes;
      const values = numbers(first + cells * lanes);
      const weights = { rows, cells, of: numbers(rows * cells) };
      const sums = numbers(rows * lanes + 5);
      const expected = expectedSums(values, first, lanes, weights, sums);
      weigh(values, first, lanes, weights, sums);
      expect(sums).toEqual(expected);
    },
  );

  it("leaves sums as they are where there are no cells", () => {
    const sums = numbers(8);
    const before = sums.slice();
    weigh(numbers(4), 0, 4, { rows: 2, cells: 0, of: new Float64Array(0) }, sums);
    expect(sums).toEqual(before);
  });
});
