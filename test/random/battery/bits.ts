import { chiSquareP, normalP } from "../pValue.ts";
import type { Test } from "./test.ts";

const BITS = 52;
/** Enough for a bias of a per cent to show, and few enough for all pairs. */
const MOST = 2 ** 13;

/** Each bit of the first numbers as a row of +1 and -1, the highest first. */
function signs(u: Float64Array): Int8Array[] {
  const n = Math.min(u.length, MOST);
  return Array.from({ length: BITS }, (_, bit) => {
    const scale = 2 ** (bit + 1);
    return Int8Array.from({ length: n }, (_, i) => (Math.floor(u[i] * scale) % 2 === 1 ? 1 : -1));
  });
}

/** Squared standard score of the sum of the products of two rows, one shifted. */
function score(a: Int8Array, b: Int8Array, shift: number): number {
  let sum = 0;
  for (let i = shift; i < a.length; i++) sum += a[i] * b[i - shift];
  return (sum * sum) / (a.length - shift);
}

/** Each of the 52 bits is 1 half of the time. */
const balanced: Test = (u) => {
  const rows = signs(u);
  const square = rows.reduce(
    (sum, row) => sum + row.reduce((total, sign) => total + sign, 0) ** 2 / row.length,
    0,
  );
  return chiSquareP(square, BITS);
};

/** No two bits of a number know each other. */
const pairs: Test = (u) => {
  const rows = signs(u);
  let square = 0;
  for (let a = 0; a < BITS; a++) for (let b = 0; b < a; b++) square += score(rows[a], rows[b], 0);
  return chiSquareP(square, (BITS * (BITS - 1)) / 2);
};

/** No bit knows any of the number before. */
const successive: Test = (u) => {
  const rows = signs(u);
  let square = 0;
  for (const a of rows) for (const b of rows) square += score(a, b, 1);
  return chiSquareP(square, BITS * BITS);
};

/** The number of ones in a number: binomial, its variance 13. */
const ones: Test = (u) => {
  const rows = signs(u);
  const n = rows[0].length;
  let square = 0;
  for (let i = 0; i < n; i++) square += rows.reduce((sum, row) => sum + row[i], 0) ** 2 / BITS;
  // A square of a standardised binomial(52, 1/2) has the variance 2 - 2 / 52.
  return normalP((square - n) / Math.sqrt(n * (2 - 2 / BITS)));
};

export const bitTests: Readonly<Record<string, Test>> = {
  "bits balanced": balanced,
  "pairs of bits": pairs,
  "bits of successive numbers": successive,
  "ones in a number": ones,
};
