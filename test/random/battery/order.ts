import { cellsP, chiSquareP, normalP, poissonP } from "../pValue.ts";
import type { Test } from "./test.ts";

/** Correlation of numbers so many apart. */
const serial =
  (lag: number): Test =>
  (u) => {
    let sum = 0;
    for (let i = lag; i < u.length; i++) sum += (u[i] - 0.5) * (u[i - lag] - 0.5);
    return normalP((12 * sum) / Math.sqrt(u.length - lag));
  };

/** How often the numbers change from rising to falling and back: mean (2 n - 1) / 3, variance (16 n - 29) / 90. */
const upAndDown: Test = (u) => {
  let runs = 1;
  for (let i = 2; i < u.length; i++) if (u[i] > u[i - 1] !== u[i - 1] > u[i - 2]) runs++;
  return normalP((runs - (2 * u.length - 1) / 3) / Math.sqrt((16 * u.length - 29) / 90));
};

/** How often they cross 1/2. */
const crossings: Test = (u) => {
  let crossed = 0;
  for (let i = 1; i < u.length; i++) if (u[i] > 0.5 !== u[i - 1] > 0.5) crossed++;
  return normalP((crossed - (u.length - 1) / 2) / Math.sqrt((u.length - 1) / 4));
};

/** The way from one number in [from, to) to the next: geometrically distributed. */
const gaps =
  (from: number, to: number): Test =>
  (u) => {
    const p = to - from;
    const most = Math.ceil(5 / p);
    const counts = new Float64Array(most + 1);
    let last = -1;
    let total = 0;
    for (let i = 0; i < u.length; i++) {
      if (u[i] < from || u[i] >= to) continue;
      if (last >= 0) counts[Math.min(i - last - 1, most)]++;
      if (last >= 0) total++;
      last = i;
    }
    const expected = counts.map((_, gap) => total * (1 - p) ** gap * (gap < most ? p : 1));
    return cellsP(counts, expected);
  };

/** The orders of five successive numbers: 120 equally likely ones. */
const orders: Test = (u) => {
  const groups = Math.floor(u.length / 5);
  const counts = new Float64Array(120);
  for (let g = 0; g < groups; g++) counts[orderOf(u.subarray(5 * g, 5 * g + 5))]++;
  const square = counts.reduce((sum, count) => sum + (count - groups / 120) ** 2, 0) / (groups / 120);
  return chiSquareP(square, 119);
};

/** The order of the numbers as one number: how many of those behind each are smaller, in the factorial system. */
function orderOf(numbers: Float64Array): number {
  let order = 0;
  for (let i = 0; i < numbers.length; i++) {
    let smaller = 0;
    for (let j = i + 1; j < numbers.length; j++) if (numbers[j] < numbers[i]) smaller++;
    order = order * (numbers.length - i) + smaller;
  }
  return order;
}

/** The largest of eight: its eighth power is uniform. */
const largest: Test = (u) => {
  const counts = new Float64Array(64);
  const groups = Math.floor(u.length / 8);
  for (let g = 0; g < groups; g++) counts[Math.floor(Math.max(...u.subarray(8 * g, 8 * g + 8)) ** 8 * 64)]++;
  return cellsP(
    counts,
    counts.map(() => groups / 64),
  );
};

/**
 * Birthday spacings: 2^10 of the numbers are birthdays in a year of 2^28 days; of the spacings between them, sorted, about
 * one is met again: n^3 / (4 days) in a batch.
 *
 * Source: Marsaglia & Tsang, "Some difficult-to-pass tests of randomness", Journal of Statistical Software 7:3 (2002).
 */
const birthdays: Test = (u, w) => {
  const batch = 2 ** 10;
  const days = 2 ** 28;
  const batches = Math.floor(u.length / batch);
  let again = 0;
  for (let b = 0; b < batches; b++) {
    const born = u.slice(b * batch, (b + 1) * batch).map((one) => Math.floor(one * days));
    again += repeatedSpacings(born.sort());
  }
  return poissonP(again, (batches * batch ** 3) / (4 * days), w);
};

function repeatedSpacings(sorted: Float64Array): number {
  const spacings = sorted.map((day, i) => (i === 0 ? day : day - sorted[i - 1]));
  return spacings.length - new Set(spacings).size;
}

export const orderTests: Readonly<Record<string, Test>> = {
  ...Object.fromEntries(
    [1, 2, 3, 4, 7, 16, 64, 1000].map((lag) => [`serial correlation ${lag}`, serial(lag)]),
  ),
  "up and down": upAndDown,
  crossings,
  "gaps below 0.1": gaps(0, 0.1),
  "gaps above 0.9": gaps(0.9, 1),
  "gaps around 0.5": gaps(0.45, 0.55),
  "orders of five": orders,
  "largest of eight": largest,
  birthdays,
};
