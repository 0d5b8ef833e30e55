import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { address, newArena } from "../../../../src/engine/fast/kernel/arena.ts";

const random = seedrandom("sweeps");
const arena = newArena();
const { kernel } = arena;

/** Numbers in the arena, with some more behind them that nobody may touch. */
function numbers(count: number, next: () => number = random): Float64Array {
  const all = arena.floats(count + 7);
  for (let i = 0; i < all.length; i++) all[i] = next();
  return all;
}

const noughts = (count: number) => numbers(count, () => 0);
const addresses = (...arrays: Float64Array[]) => arrays.map((array) => address(array));

/** Some cells in fewer, as many and more lanes than go side by side, also with a rest. */
const sizes = [1, 3, 4, 6, 61, 64].flatMap((lanes) => [1, 5, 33].map((cells) => [cells, lanes] as const));

describe.each(sizes)(
  "sweeps over %d cells of %d lanes give, to the bit, what one after the other does",
  (cells, lanes) => {
    /** Calls `visit` with every cell, lane, and the place of both. */
    function each(visit: (cell: number, lane: number, i: number) => void): void {
      for (let cell = 0; cell < cells; cell++)
        for (let lane = 0; lane < lanes; lane++) visit(cell, lane, cell * lanes + lane);
    }

    it.each([1, 2, 4, 7, 9])("%d weighted sums", (rows) => {
      const [values, weights, sums] = [numbers(cells * lanes), numbers(rows * cells), numbers(rows * lanes)];
      const expected = sums.slice();
      for (let row = 0; row < rows; row++)
        each((cell, lane, i) => (expected[row * lanes + lane] += weights[row * cells + cell] * values[i]));
      kernel.weigh(address(values), lanes, rows, cells, address(weights), address(sums));
      expect([...sums]).toEqual([...expected]);
    });

    it("members times each lane's factor", () => {
      const [members, factors] = [numbers(cells * lanes), numbers(lanes)];
      const expected = members.slice();
      each((_, lane, i) => (expected[i] *= factors[lane]));
      kernel.scale(address(members), cells, lanes, address(factors));
      expect([...members]).toEqual([...expected]);
    });

    it("members times the ratios of their cell, wherever these are", () => {
      const [members, exposed] = [numbers(cells * lanes), numbers(cells * lanes)];
      const ratios = Array.from({ length: cells }, () => numbers(lanes));
      const rows = arena.integers(cells);
      for (const [cell, ratio] of ratios.entries()) rows[cell] = address(ratio);
      const expected = exposed.slice();
      each((cell, lane, i) => (expected[i] = members[i] * ratios[cell][lane]));
      kernel.expose(address(members), cells, lanes, address(rows), address(exposed));
      expect([...exposed]).toEqual([...expected]);
    });

    it("claimants out, at most all there are", () => {
      const [members, exposed] = [numbers(cells * lanes), numbers(cells * lanes)];
      const rates = numbers(cells, () => (random() < 0.3 ? 0 : random()));
      const [ratio, claimed] = [numbers(lanes, () => 3 * random()), numbers(lanes)];
      const [left, counted] = [members.slice(), claimed.slice()];
      each((cell, lane, i) => {
        const out = Math.min(exposed[i] * rates[cell] * ratio[lane], members[i]);
        counted[lane] += out;
        left[i] -= out;
      });
      const [m, e, r, f, c] = addresses(members, exposed, rates, ratio, claimed);
      kernel.takeClaimants(m, e, cells, lanes, r, f, c);
      expect([...members]).toEqual([...left]);
      expect([...claimed]).toEqual([...counted]);
    });

    it.each([true, false])(
      "deaths, then age-outs of the others; who they are, where that is asked: %s",
      (isAsked) => {
        const [members, death, ageOut] = [numbers(cells * lanes), numbers(cells), numbers(cells)];
        const [died, agedOut, aged] = [numbers(lanes), numbers(lanes), noughts(cells * lanes)];
        const expected = [members, died, agedOut, aged].map((array) => array.slice());
        each((cell, lane, i) => {
          const dying = members[i] * death[cell];
          const aging = (members[i] - dying) * ageOut[cell];
          expected[0][i] = members[i] - dying - aging;
          expected[1][lane] += dying;
          expected[2][lane] += aging;
          if (isAsked) expected[3][i] = aging;
        });
        const [m, p, q, d, a, w] = addresses(members, death, ageOut, died, agedOut, aged);
        kernel.dieOrAgeOut(m, cells, lanes, p, q, d, a, isAsked ? w : 0);
        expect([members, died, agedOut, aged].map((array) => [...array])).toEqual(
          expected.map((array) => [...array]),
        );
      },
    );

    it("products added row by row", () => {
      const [factor, other, sums] = [numbers(lanes), numbers(cells * lanes), numbers(cells * lanes)];
      const expected = sums.slice();
      each((_, lane, i) => (expected[i] += factor[lane] * other[i]));
      kernel.addProducts(address(factor), address(other), cells, lanes, address(sums));
      expect([...sums]).toEqual([...expected]);
    });
  },
);

describe("an arena", () => {
  it("gives arrays of 0 that stay what they are while it grows", () => {
    const own = newArena();
    const first = own.floats(3).fill(7);
    const many = own.floats(1e6);
    expect([...first]).toEqual([7, 7, 7]);
    expect(many.every((number) => number === 0)).toBe(true);
    expect(own.integers(2)).toEqual(new Uint32Array(2));
  });

  it("gives the memory anew that was given up, with nothing left in it", () => {
    const own = newArena();
    const kept = own.floats(5).fill(1);
    const used = own.used();
    const before = address(own.floats(9).fill(2));
    own.giveUp(used);
    const after = own.floats(9);
    expect(address(after)).toBe(before);
    expect([...after, ...kept]).toEqual([...new Array(9).fill(0), ...new Array(5).fill(1)]);
  });

  it("knows which arrays are in none: the kernel would write anywhere", () => {
    expect(() => address(new Float64Array(3))).toThrow(/not in the arena/);
    expect(() => address(arena.floats(3).slice())).toThrow(/not in the arena/);
  });
});
