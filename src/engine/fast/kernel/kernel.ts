import { compiled } from "./compiled.ts";

/** The functions of `sweeps.as.ts`, on addresses in the memory they were started with. */
export interface Kernel {
  weigh(values: number, lanes: number, rows: number, cells: number, weights: number, sums: number): void;
  scale(members: number, cells: number, lanes: number, factors: number): void;
  expose(members: number, cells: number, lanes: number, ratios: number, exposed: number): void;
  takeClaimants(
    members: number,
    exposed: number,
    cells: number,
    lanes: number,
    rates: number,
    ratio: number,
    claimed: number,
  ): void;
  dieOrAgeOut(
    members: number,
    cells: number,
    lanes: number,
    death: number,
    ageOut: number,
    died: number,
    agedOut: number,
    aged: number,
  ): void;
  addProducts(factor: number, other: number, rows: number, lanes: number, sums: number): void;
}

/** A memory that can grow while arrays lie in it. */
export interface KernelMemory {
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): number;
}

/** Bytes of a page, and the most pages there may be: 4 GiB. */
export const pageBytes = 65536;
const mostPages = 65536;

// What is used of WebAssembly: Node's types do not have it.
declare const WebAssembly: {
  readonly Memory: new (size: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: true;
  }) => KernelMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: { readonly env: object }) => { readonly exports: Kernel };
};

let module: object | null = null;

/** The kernel with a memory of its own. It is compiled once a thread. */
export function startKernel(): { readonly kernel: Kernel; readonly memory: KernelMemory } {
  module ??= new WebAssembly.Module(Uint8Array.from(atob(compiled), (char) => char.charCodeAt(0)));
  // Shared, though with no other thread: only then do arrays stay where they are when the memory grows.
  const memory = new WebAssembly.Memory({ initial: 1, maximum: mostPages, shared: true });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return { kernel: exports, memory };
}
