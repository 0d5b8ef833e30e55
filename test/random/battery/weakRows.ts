import { LENGTH } from "./rows.ts";

/** x -> (multiplier x + increment) mod modulus, as numbers in (0, 1). */
function congruential(multiplier: bigint, increment: bigint, modulus: bigint, seed: bigint): () => number {
  let x = seed;
  return () => {
    x = (multiplier * x + increment) % modulus;
    return (Number(x) + 0.5) / Number(modulus);
  };
}

const ansi = (seed: number) => congruential(1_103_515_245n, 12_345n, 2n ** 31n, BigInt(seed));
const randu = (seed: number) => congruential(65_539n, 0n, 2n ** 31n, BigInt(seed));
const minimal = (seed: number) => congruential(16_807n, 0n, 2n ** 31n - 1n, BigInt(seed));
const filled = (next: (i: number) => number) => Float64Array.from({ length: LENGTH }, (_, i) => next(i));

/** Two draws of 26 bits as one number of 52, so that low bits are as good as high ones. */
function twice(next: () => number): () => number {
  return () => (Math.floor(next() * 2 ** 26) + Math.floor(next() * 2 ** 26) * 2 ** -26 + 2 ** -27) * 2 ** -26;
}

/** Marsaglia's xorshift of 32 bits, its first number straight from the seed. */
function xorshift(seed: number): () => number {
  let x = seed | 0;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return ((x >>> 0) + 0.5) / 2 ** 32;
  };
}

/** Generators and ways of seeding that must be found out, and a test that does it whatever the others say. */
export const weakRows: readonly (readonly [string, () => Float64Array, string])[] = [
  ["RANDU", () => filled(randu(1)), "boxes of triples"],
  ["the LCG of the ANSI C standard", () => filled(ansi(1)), "bits of successive numbers"],
  ["the minimal standard", () => filled(twice(minimal(1))), "birthdays"],
  [
    "a weak generator seeded with seed + replication",
    () => filled((i) => ansi(1000 + i)()),
    "serial correlation 1",
  ],
  [
    "a weak generator seeded with seed + replication, later",
    () => filled((i) => xorshift(1000 + i)()),
    "birthdays",
  ],
  [
    "neighbouring seeds of a weak generator in turn",
    () => inTurn(minimal(1), minimal(2)),
    "serial correlation 1",
  ],
  ["one stream for two purposes", () => inTurn(twice(ansi(7)), twice(ansi(7))), "serial correlation 1"],
  ["numbers of 16 bits", () => filled(() => coarse()), "birthdays"],
  ["a golden sequence", () => filled((i) => (i * 0.6180339887498949) % 1), "serial correlation 1"],
  ["a slight slope", () => filled(() => strong() ** 1.05), "Kolmogorov-Smirnov"],
  ["no far tail", () => filled(() => Math.min(strong(), 1 - 1 / 1024 - 1e-9)), "upper tail"],
];

function inTurn(...streams: readonly (() => number)[]): Float64Array {
  return filled((i) => streams[i % streams.length]());
}

const strong = twice(minimal(12_345));
const coarse = () => (Math.floor(strong() * 2 ** 16) + 0.5) / 2 ** 16;
