import { exampleFiles } from "./exampleFiles.ts";
import type { Mutation } from "./mutation.ts";
import { mutations } from "./mutations.ts";

/** A mistake that must be told. */
export interface ExpectedMistake {
  readonly file: string;
  readonly line: number;
  readonly path: string;
  /** Part of its message. */
  readonly says: string;
}

/** A scenario that must be refused, and why. */
export interface BrokenScenario {
  readonly title: string;
  /** The file to give to `parseScenario` or to `fentan check`. */
  readonly file: string;
  /** All files there are: path -> text. */
  readonly files: Readonly<Record<string, string>>;
  /** All that must be told, in any order; where `isBroken`, at least a mistake in the file at or after `brokenLine`. */
  readonly expected: readonly ExpectedMistake[];
  readonly isBroken: boolean;
}

/** What every message looks like: file, line, column, path, what was found, what is allowed, the nearest right word. */
export const messagePattern =
  /^(--set|\S+\.(yaml|csv)):[1-9]\d*:[1-9]\d* {2}\S.*?: found \S.*; allowed: \S.*?( \(did you mean "[^"]+"\))?$/;

/**
 * Broken scenarios: each known mutation by itself, and as many combinations of two to five of them, chosen by `seed`.
 * The same seed gives the same scenarios.
 */
export function brokenScenarios(seed: number, combinations = 100): BrokenScenario[] {
  const files = exampleFiles();
  const random = uniforms(seed);
  const single = mutations.map((one) => broken([one], files));
  const several = Array.from({ length: combinations }, () => broken(chooseSeveral(random), files));
  return [...single, ...several];
}

function baseAt(part: number): Mutation["base"] {
  if (part < 0.5) return "mutual.yaml";
  return part < 0.9 ? "pools.yaml" : "group.yaml";
}

/** Two to five mutations of one scenario whose mistakes do not hide each other. */
function chooseSeveral(random: () => number): Mutation[] {
  const base = baseAt(random());
  const candidates = mutations.filter((one) => one.base === base && one.alone !== true);
  const wanted = base === "group.yaml" ? 2 : 2 + Math.floor(random() * 4);
  const chosen: Mutation[] = [];
  while (chosen.length < wanted) {
    const candidate = candidates[Math.floor(random() * candidates.length)];
    if (chosen.every((one) => one.group !== candidate.group)) chosen.push(candidate);
  }
  return chosen;
}

function broken(chosen: readonly Mutation[], files: Readonly<Record<string, string>>): BrokenScenario {
  const changed = { ...files };
  for (const one of chosen) {
    const file = one.file ?? one.base;
    if (changed[file].split(one.find).length !== 2)
      throw new Error(`not exactly once in ${file}: ${one.find}`);
    changed[file] = changed[file].replace(one.find, () => one.replace);
  }
  return {
    title: chosen.map(({ title }) => title).join(" AND "),
    file: chosen[0].base,
    files: changed,
    expected: chosen.flatMap((one) => expectedOf(one, files)),
    isBroken: chosen.some((one) => one.isBroken === true),
  };
}

function expectedOf(mutation: Mutation, files: Readonly<Record<string, string>>): ExpectedMistake[] {
  const file = mutation.file ?? mutation.base;
  const before = files[file].slice(0, files[file].indexOf(mutation.find));
  const changedLine = before.split("\n").length;
  return mutation.paths.map((path, index) => ({
    file: mutation.toldIn ?? file,
    line: mutation.lines?.[index] ?? changedLine,
    path,
    says: index === 0 ? (mutation.says ?? "") : "",
  }));
}

/** Numbers from 0 to 1 by the generator "mulberry32": chosen for being short, good enough to pick test cases. */
function uniforms(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
