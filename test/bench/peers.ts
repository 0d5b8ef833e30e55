import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Measured } from "./measured.ts";
import { peersFolder } from "./places.ts";
import { outputOf } from "./processes.ts";
import { planOf } from "./ready.ts";
import type { BenchPool } from "./scenarios.ts";
import { ratesOf } from "./writeRates.ts";

/** One who does the same: simulates the pool of a file of rates, on one core. */
export interface Peer {
  readonly name: string;
  readonly measure: (rates: string, replications: number, seed: number) => Measured;
}

/** A peer, or how to get what it needs. */
export type Found = Peer | { readonly missing: string };

const flags = ["-O3", "-march=native"];

/** null where C can be compiled, else how to get what is missing. */
export const whyNoC = (): string | null =>
  runs("gcc", ["--version"]) ? null : "gcc is missing: apt-get install gcc libc6-dev";

/** Compiles one of the peers' programs, and gives where it stands. */
export function compileC(source: string, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const built = join(folder, source);
  outputOf("gcc", [...flags, "-o", built, join(peersFolder, `${source}.c`), "-lm"]);
  return built;
}

/** The fast or the exact engine's model in C. */
export function peerInC(source: "fast" | "exact", folder: string): Found {
  const missing = whyNoC();
  if (missing !== null) return { missing };
  return { name: `C, gcc ${flags.join(" ")}`, measure: measureBy(compileC(source, folder), []) };
}

/** The fast engine's model in NumPy. */
export function peerInNumpy(): Found {
  if (!runs("python3", ["-c", "import numpy"]))
    return { missing: "NumPy is missing: apt-get install python3-numpy" };
  return { name: "NumPy", measure: measureBy("python3", [join(peersFolder, "fast.py")]) };
}

/** The same in R. */
export function peerInR(): Found {
  if (!runs("Rscript", ["--version"])) return { missing: "R is missing: apt-get install r-base-core" };
  return { name: "R", measure: measureBy("Rscript", [join(peersFolder, "fast.R")]) };
}

/** Writes a pool's file of rates and gives its path. */
export function writeRatesFile(pool: BenchPool, folder: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${pool.engine}-${pool.classes}x${pool.periods}.rates`);
  writeFileSync(path, ratesOf(planOf({ pool }, [])));
  return path;
}

const runs = (command: string, words: readonly string[]) => spawnSync(command, words).status === 0;

function measureBy(command: string, words: readonly string[]): Peer["measure"] {
  return (rates, replications, seed) =>
    JSON.parse(outputOf(command, [...words, rates, String(replications), String(seed)]));
}
