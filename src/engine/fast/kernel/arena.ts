import { type Kernel, pageBytes, startKernel } from "./kernel.ts";

/**
 * Memory of the fast engine's innermost loops: arrays that lie one behind the other where the kernel reaches them, and are given
 * up all together. Nothing is allocated anew from one lane group to the next.
 */
export interface Arena {
  readonly kernel: Kernel;
  /** So many numbers, all 0. */
  floats(length: number): Float64Array;
  integers(length: number): Uint32Array;
  /** How much is in use: for `giveUp`. */
  used(): number;
  /** Gives up all arrays that were made after `used` was that much. */
  giveUp(used: number): void;
}

/** Where an array of an arena starts, or its `index`-th number, in bytes. @throws Error where it is of no arena: a bug */
export function address(array: Float64Array | Uint32Array, index = 0): number {
  if (!(array.buffer instanceof SharedArrayBuffer)) throw new Error("an array that is not in the arena");
  return array.byteOffset + index * array.BYTES_PER_ELEMENT;
}

/** The first bytes stay free, so that no array has the address 0: that stands for none. */
const firstByte = 64;

export function newArena(): Arena {
  const { kernel, memory } = startKernel();
  let end = firstByte;
  return {
    kernel,
    floats: (length) => {
      const start = reserve(8 * length);
      return new Float64Array(memory.buffer, start, length).fill(0);
    },
    integers: (length) => {
      const start = reserve(4 * length);
      return new Uint32Array(memory.buffer, start, length).fill(0);
    },
    used: () => end,
    giveUp: (used) => {
      end = used;
    },
  };

  /** Whole lines of the processor's cache. */
  function reserve(bytes: number): number {
    const start = end;
    end += Math.ceil(bytes / 64) * 64;
    const missing = end - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
    return start;
  }
}
