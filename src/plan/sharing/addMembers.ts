import { convolve } from "./convolve.ts";
import { largestTotal } from "./largestTotal.ts";
import { type BinomialRow, noAmount, sizeBiased } from "./latticeRow.ts";

/** Totals of the members that are rarer together are left out: nothing against the 1e-12 that the group's lattice leaves out. */
const leftOut = 1e-30;

/**
 * The distribution of a total with that of some members of a row added, each with one claim at most; by total in steps. No
 * term is negative, so every probability keeps its digits (which taking members out again would lose).
 *
 * One by one, or all at once where their own total has fewer values than that takes terms.
 */
export function addMembers(row: BinomialRow, members: number, total: Float64Array): Float64Array {
  const { steps } = row;
  const last = Math.min(
    total.length - 1,
    largestTotal([{ ...row, count: { ...row.count, trials: members } }], leftOut),
  );
  if (last === 0) return total;
  const values = last / Math.min(...steps.filter((step) => step > 0));
  return members * (steps.length + 1) <= values
    ? oneByOne(oneMember(row), members, total)
    : convolve(total, powerOf(oneMember(row), members, last));
}

/**
 * A row's expected loss where the total is s: E[row's loss; total = s], by total: of each member in turn, beside all others.
 *
 * Source: Denuit, "Size-biased transform and conditional mean risk sharing", ASTIN Bulletin 49:3 (2019).
 *
 * @param others the distribution of the other rows' total
 */
export function lossOfBinomial(row: BinomialRow, others: Float64Array): Float64Array {
  const { trials, probability } = row.count;
  if (trials === 0) return new Float64Array(others.length);
  const butOne = addMembers(row, trials - 1, others);
  return butOne.map((_, s) => trials * probability * sizeBiased(row, butOne, s));
}

function oneByOne(one: Float64Array, members: number, total: Float64Array): Float64Array {
  for (let member = 0; member < members; member++) total = convolve(total, one);
  return total;
}

function oneMember(row: BinomialRow): Float64Array {
  const { steps, probabilities, count } = row;
  const out = new Float64Array(Math.max(...steps) + 1);
  steps.forEach((step, i) => {
    out[step] = count.probability * probabilities[i];
  });
  out[0] = 1 - count.probability + count.probability * noAmount(row);
  return out;
}

/** The distribution of the sum of `count` independent totals, by squaring; values above `last` are left out. */
function powerOf(one: Float64Array, count: number, last: number): Float64Array {
  let out = new Float64Array(last + 1);
  out[0] = 1;
  for (let squared = convolve(out, one); count > 0; count = Math.floor(count / 2)) {
    if (count % 2 === 1) out = convolve(out, squared);
    if (count > 1) squared = convolve(squared, squared);
  }
  return out;
}
