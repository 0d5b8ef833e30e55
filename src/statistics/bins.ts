/**
 * How the sketch sorts numbers into bins without logarithms: a float64's exponent and the first ten bits of its
 * mantissa are the bin, that is 1,024 bins an octave, each at most 2^-10 = 0.098 % wide. HdrHistogram bins so;
 * DDSketch does with logarithms (Masson, Rim & Lee 2019, PVLDB 12:2195, section 2).
 */
const binBits = 10;

/** Low bits of the high word that the bin ignores: the high word has 1 sign, 11 exponent and 20 mantissa bits. */
const ignoredBits = 20 - binBits;

const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

/** Where the high word of a float64 stands among its two 32-bit words. */
export const highWord = littleEndian ? 1 : 0;

/** All numbers nearer to zero than this one (just below 1e-9) share a bin with zero. */
const lastSizeOfZero = (new Int32Array(new Float64Array([1e-9]).buffer)[highWord] >>> ignoredBits) - 1;

/**
 * The bin of a float64, from its high word: an integer that rises with the number, 0 around zero.
 *
 * @example 1 and 1.0009 share a bin, 1.001 is in the next; -1 has the bin of 1 with the other sign.
 */
export function binOf(high: number): number {
  const size = (high & 0x7fff_ffff) >>> ignoredBits;
  if (size <= lastSizeOfZero) return 0;
  return high < 0 ? lastSizeOfZero - size : size - lastSizeOfZero;
}

/** The numbers a bin takes lie between these two. */
export function binEdges(bin: number): { readonly from: number; readonly to: number } {
  if (bin < 0) {
    const { from, to } = binEdges(-bin);
    return { from: -to, to: -from };
  }
  const first = smallestOfSize(lastSizeOfZero + 1);
  if (bin === 0) return { from: -first, to: first };
  return { from: smallestOfSize(lastSizeOfZero + bin), to: smallestOfSize(lastSizeOfZero + bin + 1) };
}

function smallestOfSize(size: number): number {
  const words = new Uint32Array(2);
  words[highWord] = size << ignoredBits;
  return new Float64Array(words.buffer)[0];
}
