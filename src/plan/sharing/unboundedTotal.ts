import { noAmount, sizeBiased, type UnboundedRow } from "./latticeRow.ts";

/** Where the numbers of a recursion come near overflow. */
const huge = 1e250;

/**
 * The distribution of the total of rows whose numbers of claims are Poisson or negative binomial: its probabilities of 0,
 * 1, 2... steps. O(steps x amounts).
 *
 * A recursion like Panjer's over all rows at once, from s f(s) = sum over rows of E[row's loss; total = s]. No term is
 * negative, so every probability keeps its digits. It starts from f(0) = 1: the true one may be 0 to the computer.
 *
 * Source: Panjer, "Recursive evaluation of a family of compound distributions", ASTIN Bulletin 12:1 (1981).
 *
 * @param last totals above are left out; without them the probabilities sum to one
 */
export function unboundedTotal(rows: readonly UnboundedRow[], last: number): Float64Array {
  const out = new Float64Array(last + 1);
  const oneMore = rows.map(() => new Float64Array(last + 1));
  for (let s = 0; s <= last; s++) {
    out[s] =
      s === 0 ? 1 : rows.reduce((sum, row, i) => sum + rate(row) * sizeBiased(row, oneMore[i], s), 0) / s;
    rows.forEach((row, i) => {
      oneMore[i][s] = withOneMore(row, out[s], oneMore[i], s);
    });
    if (out[s] > huge) for (const numbers of [out, ...oneMore]) scale(numbers, 1 / huge);
  }
  return scale(out, 1 / out.reduce((sum, value) => sum + value, 0));
}

/**
 * A row's expected loss where the total is s: E[row's loss; total = s], by total.
 *
 * It is met as the size of one of the row's claims beside a total of all the others: beside the whole total again if the
 * row is Poisson, beside one with a larger shape (by one) if it is negative binomial.
 *
 * Source: Denuit, "Size-biased transform and conditional mean risk sharing", ASTIN Bulletin 49:3 (2019).
 *
 * @param total the distribution of all rows' total
 */
export function lossOfUnbounded(row: UnboundedRow, total: Float64Array): Float64Array {
  const oneMore = new Float64Array(total.length);
  for (let s = 0; s < total.length; s++) oneMore[s] = withOneMore(row, total[s], oneMore, s);
  return oneMore.map((_, s) => rate(row) * sizeBiased(row, oneMore, s));
}

/** Next of the distribution f + growth (f * b) + growth^2 (f * b * b) + ...: of the total and some more claims of the row. */
function withOneMore(row: UnboundedRow, total: number, oneMore: Float64Array, s: number): number {
  const { steps, probabilities } = row;
  const more = growth(row);
  if (more === 0) return total;
  let sum = 0;
  for (let i = 0; i < steps.length; i++) {
    if (steps[i] > 0 && steps[i] <= s) sum += probabilities[i] * oneMore[s - steps[i]];
  }
  return (total + more * sum) / (1 - more * noAmount(row));
}

/** Of a negative binomial number: the limit of P(n + 1) / P(n); 0 of a Poisson number. */
function growth({ count }: UnboundedRow): number {
  if (count.kind === "poisson" || count.mean === 0) return 0;
  return count.mean / (count.mean + count.shape);
}

function rate(row: UnboundedRow): number {
  return row.count.kind === "poisson" ? row.count.mean : row.count.shape * growth(row);
}

function scale(numbers: Float64Array, factor: number): Float64Array {
  for (let s = 0; s < numbers.length; s++) numbers[s] *= factor;
  return numbers;
}
