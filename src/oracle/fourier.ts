/*
 * Distributions on a circle of lattice points and their Fourier transforms: the transform of a sum of independent numbers is the product
 * of their transforms. Transforms are held at the frequencies 0 to half: real parts, then imaginary parts.
 */

/** The transform of a distribution, wrapped around a circle of `size` points, a power of two. O(size log size). */
export function transformOf(probabilities: Float64Array, size: number): Float64Array {
  const re = new Float64Array(size);
  probabilities.forEach((probability, i) => {
    re[i % size] += probability;
  });
  const im = new Float64Array(size);
  transform(re, im, -1);
  const half = size / 2 + 1;
  const out = new Float64Array(2 * half);
  out.set(re.subarray(0, half));
  out.set(im.subarray(0, half), half);
  return out;
}

/** The distribution on the circle that has a transform. */
export function distributionOf(transformed: Float64Array): Float64Array {
  const half = transformed.length / 2;
  const size = 2 * (half - 1);
  const re = new Float64Array(size);
  const im = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    const at = j < half ? j : size - j;
    re[j] = transformed[at];
    im[j] = (j < half ? 1 : -1) * transformed[half + at];
  }
  transform(re, im, 1);
  return re.map((value) => value / size);
}

/**
 * The discrete Fourier transform in place, sum of x(n) exp(sign 2 pi i n j / size).
 *
 * Source: Cooley & Tukey, "An algorithm for the machine calculation of complex Fourier series", Mathematics of Computation 19 (1965).
 */
function transform(re: Float64Array, im: Float64Array, sign: 1 | -1): void {
  reverseBits(re, im);
  const [cos, sin] = roots(re.length, sign);
  for (let length = 2; length <= re.length; length *= 2) {
    const half = length / 2;
    const stride = re.length / length;
    for (let start = 0; start < re.length; start += length) {
      for (let i = 0; i < half; i++) {
        const a = start + i;
        const b = a + half;
        const c = cos[i * stride];
        const s = sin[i * stride];
        const x = re[b] * c - im[b] * s;
        const y = re[b] * s + im[b] * c;
        re[b] = re[a] - x;
        im[b] = im[a] - y;
        re[a] += x;
        im[a] += y;
      }
    }
  }
}

/** cos and sin of the first half of the circle. */
function roots(size: number, sign: 1 | -1): [Float64Array, Float64Array] {
  const cos = new Float64Array(size / 2);
  const sin = new Float64Array(size / 2);
  for (let i = 0; i < size / 2; i++) {
    const angle = (2 * sign * Math.PI * i) / size;
    cos[i] = Math.cos(angle);
    sin[i] = Math.sin(angle);
  }
  return [cos, sin];
}

function reverseBits(re: Float64Array, im: Float64Array): void {
  const { length } = re;
  for (let i = 1, j = 0; i < length; i++) {
    let bit = length / 2;
    for (; j >= bit; bit /= 2) j -= bit;
    j += bit;
    if (i >= j) continue;
    swap(re, i, j);
    swap(im, i, j);
  }
}

function swap(of: Float64Array, i: number, j: number): void {
  const first = of[i];
  of[i] = of[j];
  of[j] = first;
}
