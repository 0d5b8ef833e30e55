import { describe, expect, it } from "vitest";
import { drawBinomial, drawMultinomial } from "../../src/engine/multinomial.ts";
import { poolPurposes } from "../../src/random/purpose.ts";
import { seedKey } from "../../src/random/seedKey.ts";
import { openStream } from "../../src/random/streams.ts";

const stream = () => openStream(seedKey("multinomial"), 0, poolPurposes("", 0).cells("test"), 0);

describe("drawBinomial", () => {
  it.each([
    ["nobody", 0, 0.5, 0],
    ["no chance", 10, 0, 0],
    ["less than no chance, by rounding", 10, -1e-17, 0],
    ["no number, 0 of a rest of 0", 10, Number.NaN, 0],
    ["certainty", 10, 1, 10],
    ["more than certainty, by rounding", 10, 1 + 1e-15, 10],
  ])("gives for %s %i x %d = %i", (_, count, probability, result) => {
    expect(drawBinomial(stream(), count, probability)).toBe(result);
  });

  it("takes no draw for what is certain", () => {
    const [one, other] = [stream(), stream()];
    drawBinomial(one, 10, 1);
    expect(drawBinomial(one, 1000, 0.3)).toBe(drawBinomial(other, 1000, 0.3));
  });
});

describe("drawMultinomial", () => {
  const split = (count: number, weights: number[], total: number, luck = stream()) => {
    const parts = weights.map(() => 0);
    drawMultinomial(luck, count, weights, total, (part, here) => {
      parts[part] = here;
    });
    return parts;
  };

  it("gives every item to one part", () => {
    const parts = split(1000, [1, 2, 3], 6);
    expect(parts.reduce((a, b) => a + b, 0)).toBe(1000);
    expect(parts.every((of) => of >= 0)).toBe(true);
  });

  it("gives nothing to parts without weight", () => {
    expect(split(50, [0, 1, 0], 1)).toEqual([0, 50, 0]);
  });

  it("has the means, variances and covariances of a multinomial", () => {
    const runs = 20_000;
    const weights = [0.2, 0.5, 0.3];
    const luck = stream();
    const drawn = Array.from({ length: runs }, () => split(10, weights, 1, luck));
    const mean = (of: (parts: number[]) => number) => drawn.reduce((sum, parts) => sum + of(parts), 0) / runs;
    weights.forEach((p, i) => {
      expect(Math.abs(mean((parts) => parts[i]) - 10 * p)).toBeLessThan(
        4 * Math.sqrt((10 * p * (1 - p)) / runs),
      );
    });
    // Var = 10 x .5 x .5 = 2.5 with se about 2.5 sqrt(2 / runs); Cov = -10 x .2 x .5 = -1 with se below sqrt(5 / runs).
    expect(Math.abs(mean((parts) => (parts[1] - 5) ** 2) - 2.5)).toBeLessThan(4 * 2.5 * Math.sqrt(2 / runs));
    expect(Math.abs(mean((parts) => (parts[0] - 2) * (parts[1] - 5)) + 1)).toBeLessThan(
      4 * Math.sqrt(5 / runs),
    );
  });
});
