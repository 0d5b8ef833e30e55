import { besideFile } from "./filePath.ts";
import { type Files, missingFile, notUtf8 } from "./files.ts";
import { entryNode, type Located, type MapNode, withoutEntry } from "./located.ts";
import { merge } from "./merge.ts";
import { type Mistake, mistake } from "./mistake.ts";
import { readYaml } from "./readYaml.ts";

/** A scenario file laid over those it extends; null where there is nothing to go on with. */
export interface Loaded {
  readonly root: MapNode | null;
  /** Is anything missing from it, because a file it extends could not be read? */
  readonly isPartial: boolean;
  readonly mistakes: readonly Mistake[];
}

/**
 * Reads a scenario file and the chain of files it extends, the base first. `chain` holds the files that led here, so
 * that a circle is found.
 */
export function loadScenario(file: string, files: Files, chain: readonly string[] = []): Loaded {
  const text = files.read(file);
  if (text === null) return nothing(file, "no file that can be read", "a file that exists");
  const encoding = notUtf8(file, text, "scenario");
  if (encoding !== null) return { root: null, isPartial: true, mistakes: [encoding] };
  const { node, mistakes } = readYaml(file, text);
  if (node === null) {
    return mistakes.length > 0
      ? { root: null, isPartial: true, mistakes }
      : nothing(file, "an empty file", "a scenario: a map of keys");
  }
  if (node.kind !== "map") {
    const found = node.kind === "list" ? "a list" : JSON.stringify(node.text.slice(0, 40));
    return nothing(file, found, "a scenario: a map of keys");
  }
  return withBase(file, node, mistakes, files, [...chain, file]);
}

function withBase(
  file: string,
  node: MapNode,
  mistakes: readonly Mistake[],
  files: Files,
  chain: readonly string[],
): Loaded {
  const extended = entryNode(node, "extends");
  const own = withoutEntry(node, "extends");
  if (extended === undefined) return { root: own, isPartial: false, mistakes };
  const base = loadBase(file, extended, files, chain);
  const all = [...base.mistakes, ...mistakes];
  if (base.root === null) return { root: own, isPartial: true, mistakes: all };
  const merged = merge(base.root, own);
  const root = merged.kind === "map" ? { ...merged, place: own.place } : own;
  return { root, isPartial: base.isPartial, mistakes: all };
}

function loadBase(file: string, extended: Located, files: Files, chain: readonly string[]): Loaded {
  if (extended.kind !== "scalar" || typeof extended.value !== "string") {
    return wrongBase(
      extended,
      `a ${extended.kind === "scalar" ? "number" : extended.kind}`,
      "the name of a scenario file",
    );
  }
  const base = besideFile(file, extended.value);
  if (chain.includes(base))
    return wrongBase(extended, `a circle: ${[...chain, base].join(" > ")}`, "another file");
  if (chain.length > 20)
    return wrongBase(extended, "more than 20 files in a row", "fewer levels of `extends`");
  if (files.read(base) === null)
    return { root: null, isPartial: true, mistakes: [missingFile(extended, base)] };
  return loadScenario(base, files, chain);
}

function wrongBase(node: Located, found: string, allowed: string): Loaded {
  return {
    root: null,
    isPartial: true,
    mistakes: [mistake({ ...node.place, path: "extends", found, allowed })],
  };
}

function nothing(file: string, found: string, allowed: string): Loaded {
  return {
    root: null,
    isPartial: true,
    mistakes: [mistake({ file, line: 1, column: 1, path: "scenario", found, allowed })],
  };
}
