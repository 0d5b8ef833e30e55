/** Probabilities below this are taken as 0: products of them would be slow to compute with, and count for nothing. */
const negligible = 1e-290;

/**
 * The distribution of a sum of two independent totals: out[s] = sum over k of a[k] b[s - k], for the totals of `a`.
 *
 * All terms are positive, so every probability keeps its digits, in the far tails too (a Fourier transform would lose
 * them). O(length of a x values of b, or of a, with a probability above 0).
 */
export function convolve(a: Float64Array, b: Float64Array): Float64Array<ArrayBuffer> {
  const out = new Float64Array(a.length);
  const [many, few] = possibleCount(a) < possibleCount(b) ? [b, a] : [a, b];
  const [first, end] = spanOf(many);
  for (let k = 0; k < few.length; k++) {
    if (few[k] > negligible) addShifted(out, many.subarray(first, end), first + k, few[k]);
  }
  return out;
}

function addShifted(out: Float64Array, of: Float64Array, shift: number, factor: number): void {
  const end = Math.min(of.length, out.length - shift);
  for (let i = 0; i < end; i++) out[shift + i] += factor * of[i];
}

function possibleCount(of: Float64Array): number {
  let count = 0;
  for (let i = 0; i < of.length; i++) if (of[i] > negligible) count++;
  return count;
}

/** From the first possible total to the one after the last. */
function spanOf(of: Float64Array): [number, number] {
  const isPossible = (value: number) => value > negligible;
  return [Math.max(0, of.findIndex(isPossible)), of.findLastIndex(isPossible) + 1];
}
