import { cellsP, chiSquareP, kolmogorovP, normalP, poissonP } from "../pValue.ts";
import { collisions, equal } from "./boxes.ts";
import type { Test } from "./test.ts";

/** How often each of the equal parts of (0, 1) is met. */
const parts: Test = (u) => {
  const counts = new Float64Array(1024);
  for (const one of u) counts[Math.floor(one * 1024)]++;
  return cellsP(counts, equal(1024, u.length));
};

const distance: Test = (u) => kolmogorovP(u.slice());

/** Numbers within 2^-10 of an end, which are expected 64 times in 2^16. */
const tail =
  (isIn: (one: number) => boolean): Test =>
  (u, w) =>
    poissonP(u.filter(isIn).length, u.length / 1024, w);

/** The mean and the sum of squares around it. */
const mean: Test = (u) =>
  normalP((u.reduce((sum, one) => sum + one - 0.5, 0) * Math.sqrt(12)) / Math.sqrt(u.length));
const spread: Test = (u) =>
  normalP(
    (u.reduce((sum, one) => sum + (one - 0.5) ** 2 - 1 / 12, 0) * Math.sqrt(180)) / Math.sqrt(u.length),
  );

/** Cells of all but equal size, of pairs (2) or triples (3) of successive numbers. */
const boxes =
  (dimensions: number, side: number): Test =>
  (u) => {
    const counts = new Float64Array(side ** dimensions);
    const points = Math.floor(u.length / dimensions);
    for (let i = 0; i < points; i++) {
      let box = 0;
      for (let d = 0; d < dimensions; d++) box = box * side + Math.floor(u[i * dimensions + d] * side);
      counts[box]++;
    }
    const expected = points / counts.length;
    const square = counts.reduce((sum, count) => sum + (count - expected) ** 2, 0) / expected;
    return chiSquareP(square, counts.length - 1);
  };

/** How often points fall into boxes already met, of far more boxes than points. */
const collision =
  (dimensions: number, side: number): Test =>
  (u, w) => {
    const { found, expected } = collisions(u, dimensions, side);
    return poissonP(found, expected, w);
  };

export const frequencyTests: Readonly<Record<string, Test>> = {
  "equal parts": parts,
  "Kolmogorov-Smirnov": distance,
  "lower tail": tail((one) => one < 1 / 1024),
  "upper tail": tail((one) => one >= 1023 / 1024),
  mean,
  spread,
  "boxes of pairs": boxes(2, 64),
  "boxes of triples": boxes(3, 12),
  "boxes of fours": boxes(4, 6),
  "collisions of pairs": collision(2, 2 ** 13),
  "collisions of triples": collision(3, 2 ** 8),
};
