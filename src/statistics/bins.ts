/**
 * How the sketch sorts numbers into bins without logarithms: a float64's exponent and the first nine bits of its
 * mantissa are the bin, that is 512 bins an octave, each at most 2^-9 = 0.195 % wide. HdrHistogram bins so;
 * DDSketch does with logarithms (Masson, Rim & Lee 2019, PVLDB 12:2195, section 2).
 */
const binBits = 9;

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
 * @example 1 and 1.0019 share a bin, 1.002 is in the next; -1 has the bin of 1 with the other sign.
 */
export function binOf(high: number): number {
  const size = (high & 0x7fff_ffff) >>> ignoredBits;
  if (size <= lastSizeOfZero) return 0;
  return high < 0 ? lastSizeOfZero - size : size - lastSizeOfZero;
}

const scratch = new Float64Array(1);
const scratchWords = new Int32Array(scratch.buffer);

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
  scratchWords[highWord] = size << ignoredBits;
  return scratch[0];
}
