import { describe, expect, it } from "vitest";
import { conditionalMeanRule } from "../../../src/plan/sharing/conditionalMeans.ts";
import { rowMoments } from "../../../src/plan/sharing/rowMoments.ts";
import { seedKey } from "../../../src/random/seedKey.ts";
import { nextUniform, openStream, type Stream } from "../../../src/random/streams.ts";
import type { ClaimCount, GroupRow } from "../../../src/scenario/scenario.ts";
import { lossesOf, type Outcome, outcomesOf } from "./enumerate.ts";
import { atMostOne, groupRow, multiples, poisson } from "./groupRow.ts";

const small = [0.1, 0.2, 0.4, 0.3];
const large = [0.15, 0.25, 0.3, 0.3];
const denuit = [
  groupRow("a", 1, poisson(0.08), multiples(1, small)),
  groupRow("b", 1, poisson(0.08), multiples(1, large)),
  groupRow("c", 1, poisson(0.1), multiples(1, small)),
  groupRow("d", 1, poisson(0.1), multiples(1, large)),
];

describe("conditional means of Denuit (2019), example 6.1", () => {
  const { step, conditionalMeans } = conditionalMeanRule(denuit);

  it("divide the totals as published", () => {
    const parts = (total: number) => conditionalMeans.map((means) => means[total] / total);
    expect(step).toBe(1);
    for (const [total, published] of [
      [1, [0.1778, 0.2667, 0.2222, 0.3333]],
      [3, [0.2522, 0.1923, 0.3152, 0.2403]],
    ] as const) {
      parts(total).forEach((part, i) => {
        expect(Math.abs(part - published[i])).toBeLessThan(5e-5);
      });
    }
  });

  it("have the published standard deviations, and cost everybody the mean", () => {
    const total = totalOfPoissons(denuit, conditionalMeans[0].length - 1);
    conditionalMeans.forEach((means, i) => {
      const mean = means.reduce((sum, value, s) => sum + total[s] * value, 0);
      const square = means.reduce((sum, value, s) => sum + total[s] * value * value, 0);
      expect(mean).toBeCloseTo([0.232, 0.22, 0.29, 0.275][i], 10);
      expect(
        Math.abs(Math.sqrt(square - mean * mean) - [0.41493, 0.38607, 0.51866, 0.48259][i]),
      ).toBeLessThan(5e-6);
    });
  });
});

/** By the exponential series of all rows' amounts together, term by term: another way than the one that is tested. */
function totalOfPoissons(rows: readonly GroupRow[], last: number): number[] {
  const intensity = [...Array(last + 1)].map(() => 0);
  for (const { claims, benefit } of rows) {
    if (claims.kind !== "poisson" || typeof benefit !== "object" || !("perClaim" in benefit)) continue;
    if (benefit.perClaim.kind !== "discrete") continue;
    const { values, probabilities } = benefit.perClaim;
    values.forEach((value, i) => {
      intensity[value] += Number(claims.mean) * probabilities[i];
    });
  }
  const mean = intensity.reduce((sum, value) => sum + value, 0);
  let term = intensity.map((_, s) => (s === 0 ? Math.exp(-mean) : 0));
  const total = [...term];
  for (let n = 1; n < 40; n++) {
    term = term.map((_, s) => term.slice(0, s + 1).reduce((sum, p, k) => sum + p * intensity[s - k], 0) / n);
    term.forEach((p, s) => {
      total[s] += p;
    });
  }
  return total;
}

/** E[loss of each row | total], by total in steps, from all that can happen (on the lattice, which ends where that is rare). */
function byEnumeration(rows: readonly GroupRow[], mostClaims: number, step: number): Map<number, number[]> {
  let all: readonly Outcome[] = [{ probability: 1, losses: [] }];
  for (const row of rows) all = outcomesOf(all, lossesOf(row, mostClaims));
  const found = new Map<number, { probability: number; losses: number[] }>();
  for (const { probability, losses } of all) {
    const total = Math.round(losses.reduce((sum, loss) => sum + loss, 0) / step);
    const known = found.get(total) ?? { probability: 0, losses: rows.map(() => 0) };
    known.probability += probability;
    losses.forEach((loss, i) => {
      known.losses[i] += probability * loss;
    });
    found.set(total, known);
  }
  const possible = [...found].filter(([, { probability }]) => probability > 1e-12);
  return new Map(possible.map(([total, of]) => [total, of.losses.map((loss) => loss / of.probability)]));
}

function randomRow(
  name: string,
  stream: Stream,
  step: number,
  kinds: readonly ClaimCount["kind"][],
): GroupRow {
  const kind = kinds[Math.floor(kinds.length * nextUniform(stream))];
  const mean = 0.05 + 0.5 * nextUniform(stream);
  const claims: ClaimCount =
    kind === "atMostOne"
      ? { kind, probability: nextUniform(stream) < 0.15 ? 1 : nextUniform(stream) }
      : { kind, mean, shape: 0.3 + nextUniform(stream) };
  const parts = [nextUniform(stream), nextUniform(stream)];
  const sum = parts[0] + parts[1];
  const values = [Math.floor(2 * nextUniform(stream)), 2 + Math.floor(3 * nextUniform(stream))];
  const discrete = { values: values.map((value) => value * step), probabilities: parts.map((p) => p / sum) };
  const benefit =
    nextUniform(stream) < 0.5 ? discrete.values[1] : { perClaim: { kind: "discrete" as const, ...discrete } };
  return groupRow(name, 1 + Math.floor(3 * nextUniform(stream)), claims, benefit);
}

describe("conditional means of random small groups", () => {
  it("are those of all that can happen, where everybody claims at most once", () => {
    for (let trial = 0; trial < 40; trial++) {
      const stream = openStream(seedKey("conditional means"), trial, 1, 0);
      const rows = ["a", "b", "c", "d"].map((name) => randomRow(name, stream, 0.7, ["atMostOne"]));
      const { step, conditionalMeans } = conditionalMeanRule(rows);
      for (const [total, losses] of byEnumeration(rows, 1, step)) {
        losses.forEach((loss, i) => {
          expect(Math.abs(conditionalMeans[i][total] - loss)).toBeLessThan(1e-11 * (1 + total * step));
        });
      }
    }
  });

  it("are so for all kinds of claim numbers, as far as few claims go", () => {
    for (let trial = 0; trial < 20; trial++) {
      const stream = openStream(seedKey("conditional means"), trial, 2, 0);
      const kinds = ["atMostOne", "poisson", "geometric", "negativeBinomial"] as const;
      const rows = ["a", "b", "c"].map((name) => randomRow(name, stream, 0.7, kinds));
      const { step, conditionalMeans } = conditionalMeanRule(rows);
      const withoutZero = rows.every(({ benefit }) => typeof benefit === "number" || leastOf(benefit) > 0);
      // With at least 5 claims left out a total below 5 steps is complete, if no claim is of 0.
      for (const [total, losses] of byEnumeration(rows, 4, step)) {
        if (!withoutZero || total > 4) continue;
        losses.forEach((loss, i) => {
          expect(Math.abs(conditionalMeans[i][total] - loss)).toBeLessThan(1e-10 * (1 + total * step));
        });
      }
    }
  });

  it("sum to the total, are never negative, and cost every row its mean", () => {
    for (let trial = 0; trial < 10; trial++) {
      const stream = openStream(seedKey("conditional means"), trial, 3, 0);
      const kinds = ["atMostOne", "poisson", "geometric", "negativeBinomial"] as const;
      const rows = ["a", "b", "c", "d", "e"].map((name) => randomRow(name, stream, 10, kinds));
      const { step, conditionalMeans } = conditionalMeanRule(rows);
      for (let s = 0; s < conditionalMeans[0].length; s++) {
        const sum = conditionalMeans.reduce((all, means) => all + means[s], 0);
        expect(Math.abs(sum - s * step)).toBeLessThan(1e-9 * (1 + s * step));
        expect(Math.min(...conditionalMeans.map((means) => means[s]))).toBeGreaterThanOrEqual(0);
      }
    }
  });
});

function leastOf(benefit: GroupRow["benefit"]): number {
  if (typeof benefit !== "object" || !("perClaim" in benefit)) return 1;
  return benefit.perClaim.kind === "discrete" ? benefit.perClaim.values[0] : 1;
}

describe("conditional means", () => {
  it("divide alike rows equally, and rows that never lose bear nothing", () => {
    const rows = [
      groupRow("a", 3, atMostOne(0.1), 4),
      groupRow("b", 3, atMostOne(0.1), 4),
      groupRow("c", 3, poisson(0), 4),
      groupRow("d", 3, poisson(1), 0),
      groupRow("e", 0, { kind: "geometric", mean: 1 }, 4),
    ];
    const { conditionalMeans } = conditionalMeanRule(rows);
    const last = conditionalMeans[0].length - 1;
    expect(last).toBe(6);
    expect(conditionalMeans.map((means) => means[last])).toEqual([12, 12, 0, 0, 0]);
  });

  it("let a certain loss be borne by its own row", () => {
    const rows = [groupRow("a", 2, atMostOne(1), 30), groupRow("b", 1, atMostOne(0.5), 20)];
    const { step, conditionalMeans } = conditionalMeanRule(rows);
    expect(step).toBe(10);
    expect(conditionalMeans.map((means) => means[6])).toEqual([60, 0]);
    expect(conditionalMeans.map((means) => means[8])).toEqual([60, 20]);
    // Totals that cannot be stand between.
    expect(conditionalMeans.map((means) => means[7])).toEqual([60, 10]);
  });

  it("have no lattice point but 0 where nothing can be lost", () => {
    const { conditionalMeans } = conditionalMeanRule([groupRow("a", 2, poisson(0), 30)]);
    expect(conditionalMeans.map((means) => [...means])).toEqual([[0]]);
  });

  it("serve large groups, where the probability of no claim at all is 0 to the computer", () => {
    const rows = [groupRow("a", 1e6, poisson(1e-3), 5), groupRow("b", 1e6, atMostOne(2e-3), 5)];
    const [a, b] = conditionalMeanRule(rows).conditionalMeans;
    expect(a[3000]).toBeCloseTo(5000, -1);
    expect(a[3000] + b[3000]).toBeCloseTo(15_000, 8);
    const means = rows.map((row) => rowMoments(row).mean);
    expect(means).toEqual([5000, 10_000]);
  });

  it("refuse amounts without a common step", () => {
    expect(() =>
      conditionalMeanRule([groupRow("a", 1, poisson(1), 1), groupRow("b", 1, poisson(1), Math.E)]),
    ).toThrow("common step");
  });
});
