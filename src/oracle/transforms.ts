import type { Algebra, ClaimsLaw } from "./algebra.ts";

/**
 * Fourier transforms of amounts, their sums and choices: arrays of real parts, then imaginary parts (see `fourier.ts`).
 *
 * @param payments by payment, all of one length
 * @param size points of the circle
 */
export function transformsAlgebra(payments: readonly Float64Array[], size: number): Algebra<Float64Array> {
  const half = size / 2 + 1;
  const nothing = new Float64Array(2 * half).fill(1, 0, half);
  return {
    nothing,
    payments,
    choice: (of) => (of.every(([, each]) => each === nothing) ? nothing : choice(of, half)),
    sum: (a, b) => (a === nothing ? b : b === nothing ? a : product(a, b)),
    counted: (law, mean, claim) => (claim === nothing ? nothing : counted(law, mean, claim)),
    times: (of, persons) => (of === nothing || persons === 0 ? nothing : power(of, persons)),
  };
}

function choice(of: readonly (readonly [number, Float64Array])[], half: number): Float64Array {
  const out = new Float64Array(2 * half);
  for (const [part, each] of of) {
    if (part !== 0) for (let j = 0; j < out.length; j++) out[j] += part * each[j];
  }
  return out;
}

function product(a: Float64Array, b: Float64Array): Float64Array {
  const half = a.length / 2;
  const out = new Float64Array(a.length);
  for (let j = 0; j < half; j++) {
    out[j] = a[j] * b[j] - a[half + j] * b[half + j];
    out[half + j] = a[j] * b[half + j] + a[half + j] * b[j];
  }
  return out;
}

/** The probability generating function of the number, at the transform of a claim. */
function counted(law: ClaimsLaw, mean: number, claim: Float64Array): Float64Array {
  switch (law.kind) {
    case "atMostOne":
      return lessOne(claim).map((value, j) => mean * value + (j < claim.length / 2 ? 1 : 0));
    case "poisson":
      return exponential(lessOne(claim).map((value) => mean * value));
    case "negativeBinomial": {
      const toPole = lessOne(claim).map(
        (value, j) => (j < claim.length / 2 ? 1 : 0) - (mean / law.shape) * value,
      );
      return power(toPole, -law.shape);
    }
  }
}

/** The transform of a compound Poisson total: exp(sum of means (transform - 1)). */
export function compoundPoisson(
  claims: readonly (readonly [number, Float64Array])[],
  size: number,
): Float64Array {
  const half = size / 2 + 1;
  const exponent = choice(claims, half);
  const all = claims.reduce((sum, [mean]) => sum + mean, 0);
  for (let j = 0; j < half; j++) exponent[j] -= all;
  return exponential(exponent);
}

function lessOne(of: Float64Array): Float64Array {
  return of.map((value, j) => (j < of.length / 2 ? value - 1 : value));
}

function exponential(of: Float64Array): Float64Array {
  const half = of.length / 2;
  const out = new Float64Array(of.length);
  for (let j = 0; j < half; j++) fromPolar(out, half, j, of[j], of[half + j]);
  return out;
}

/** By logarithm and angle: the principal value, which for a whole exponent does not matter, nor where the real part is above 0. */
function power(of: Float64Array, exponent: number): Float64Array {
  const half = of.length / 2;
  const out = new Float64Array(of.length);
  for (let j = 0; j < half; j++) {
    const [re, im] = [of[j], of[half + j]];
    const size = re * re + im * im;
    if (size > 0) fromPolar(out, half, j, (exponent * Math.log(size)) / 2, exponent * Math.atan2(im, re));
  }
  return out;
}

function fromPolar(out: Float64Array, half: number, j: number, log: number, angle: number): void {
  const size = Math.exp(log);
  out[j] = size * Math.cos(angle);
  out[half + j] = size * Math.sin(angle);
}
