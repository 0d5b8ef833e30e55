import { bitTests } from "./bits.ts";
import { frequencyTests } from "./frequency.ts";
import { orderTests } from "./order.ts";
import type { Test } from "./test.ts";

const tests: Readonly<Record<string, Test>> = { ...frequencyTests, ...orderTests, ...bitTests };

/** One p-value, and which test of which numbers gave it. */
export interface PValue {
  readonly numbers: string;
  readonly test: string;
  readonly p: number;
}

/**
 * All tests of one row of numbers; 2^16 of them are meant.
 *
 * @param number numbers rows, so that what smooths counts differs between them
 */
export function battery(numbers: string, uniforms: Float64Array, number = 0): PValue[] {
  return Object.entries(tests).map(([test, run], i) => {
    // Multiples of the golden ratio: even, and unrelated to any generator.
    const w = ((number * 97 + i + 1) * 0.6180339887498949) % 1;
    return { numbers, test, p: run(uniforms, w) };
  });
}
