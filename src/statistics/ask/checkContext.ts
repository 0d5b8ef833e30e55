import type { AskMistake, AskNode } from "./ask.ts";
import type { Name } from "./names.ts";
import type { Tree } from "./syntax.ts";

/**
 * What an expression stands for: a constant; one number or one truth per replication; a figure over replications.
 * `mistaken`: a mistake was noted already, say no more.
 */
export type Meaning = "constant" | "numbers" | "truth" | "figure" | "mistaken";

export interface Meant {
  readonly node: AskNode;
  readonly meaning: Meaning;
}

/** What checking a question needs, and the mistakes it has found. */
export interface CheckContext {
  readonly names: ReadonlyMap<string, Name>;
  readonly knownColumns: readonly string[];
  readonly mistakes: AskMistake[];
}

/** Stands for what is mistaken, so that checking can go on. */
export const mistaken: Meant = { node: { kind: "number", value: 0 }, meaning: "mistaken" };

/** What a mistake says: what was found, what is allowed, the nearest right word. */
export interface Finding {
  readonly found: string;
  readonly allowed: string;
  readonly nearest?: string | undefined;
}

/** Notes a mistake at the first name of `tree`. */
export function wrong(
  tree: Tree,
  { names, mistakes }: CheckContext,
  { found, allowed, nearest }: Finding,
): Meant {
  const position = (firstName(tree, names)?.at ?? 0) + 1;
  mistakes.push({ position, found, allowed, ...(nearest === undefined ? {} : { nearest }) });
  return mistaken;
}

/** The first name in a tree, for its place in the text: the parser does not tell places. */
export function firstName(tree: Tree, names: CheckContext["names"]): Name | undefined {
  if (tree.kind === "name") return names.get(tree.letter);
  const parts = tree.kind === "call" ? [tree.of, ...tree.given] : tree.kind === "sign" ? tree.of : [];
  for (const part of parts) {
    const found = firstName(part, names);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** What a meaning is called in messages. */
export const called: Readonly<Record<Meaning, string>> = {
  constant: "a constant",
  numbers: "one number per replication",
  truth: "a condition",
  figure: "a figure over all replications",
  mistaken: "something mistaken",
};
