import { describe, expect, it } from "vitest";
import { latticeOf } from "../../../src/plan/sharing/lattice.ts";
import { gammaLowerTail } from "../../../src/random/gammaTails.ts";
import { atMostOne, groupRow, multiples, poisson } from "./groupRow.ts";

describe("latticeOf", () => {
  it("counts amounts in steps, without those of probability 0", () => {
    const amount = {
      perClaim: { kind: "discrete", values: [0, 0.7, 2.5], probabilities: [0.5, 0, 0.5] },
    } as const;
    const rows = [groupRow("a", 3, atMostOne(0.5), amount), groupRow("b", 2, atMostOne(0.5), 1.5)];
    expect(latticeOf(rows)).toEqual({
      step: 0.5,
      last: 21,
      rows: [
        {
          count: { kind: "binomial", trials: 3, probability: 0.5 },
          steps: [0, 5],
          probabilities: [0.5, 0.5],
        },
        { count: { kind: "binomial", trials: 2, probability: 0.5 }, steps: [3], probabilities: [1] },
      ],
    });
  });

  it("ends little above the total that is exceeded with probability 1e-12", () => {
    const last = latticeOf([groupRow("a", 100, poisson(0.3), 10)])?.last ?? 0;
    const beyond = (total: number) => gammaLowerTail(total + 1, 30);
    expect(beyond(last)).toBeLessThan(1e-12);
    expect(beyond(last - 5)).toBeGreaterThan(1e-12);
  });

  it("ends, too, for large groups and for few claims, and short of the pole of geometric ones", () => {
    const rare = latticeOf([groupRow("a", 10_000, atMostOne(1e-6), 1)])?.last ?? 0;
    expect(rare).toBeGreaterThan(4);
    expect(rare).toBeLessThan(10);
    const large = latticeOf([groupRow("a", 1e6, atMostOne(0.01), 1)])?.last ?? 0;
    expect((large - 10_000) / Math.sqrt(9900)).toBeGreaterThan(7);
    expect((large - 10_000) / Math.sqrt(9900)).toBeLessThan(8);
    // P(N > n) = (2 / 3)^(n + 1) is 1e-12 at 67.
    const geometric = latticeOf([groupRow("a", 1, { kind: "geometric", mean: 2 }, 1)])?.last ?? 0;
    expect(geometric).toBeGreaterThan(67);
    expect(geometric).toBeLessThan(85);
  });

  it("has one point where nothing can be lost", () => {
    const rows = [groupRow("a", 5, poisson(0), 3), groupRow("b", 5, poisson(1), 0)];
    expect(latticeOf(rows)?.last).toBe(0);
  });

  it("is none for amounts off a lattice", () => {
    expect(
      latticeOf([groupRow("a", 5, poisson(1), { perClaim: { kind: "uniform", low: 0, high: 1 } })]),
    ).toBeNull();
    expect(latticeOf([groupRow("a", 5, poisson(1), 1), groupRow("b", 5, poisson(1), Math.PI)])).toBeNull();
    const bills = { kind: "constant", value: 3 } as const;
    const against = { bills, upTo: 9, fixed: 0, deductible: 0, portion: 1 };
    expect(latticeOf([groupRow("a", 5, poisson(1), against)])).toBeNull();
    expect(latticeOf([groupRow("a", 5, poisson(1), multiples(0.1, [0.5, 0.5]))])?.step).toBeCloseTo(0.1, 15);
  });
});
