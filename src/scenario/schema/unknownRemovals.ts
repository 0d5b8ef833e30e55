import type { z } from "zod";
import { isNothing, type Located, type MapNode, type Steps, toPlain } from "../located.ts";
import { nearest } from "../nearest.ts";
import type { Problem } from "../problem.ts";
import { unknownKey } from "../unknownKey.ts";
import { readerOf } from "./field.ts";
import { unwrapped } from "./keysAt.ts";

/**
 * Entries that say `none` (or have no value) under a key that the schema does not know, or a name that nothing before
 * had: whoever misspells what is to be taken away would otherwise believe that it is gone. Schemas do not see such
 * entries, because `none` is as if the key were left out.
 */
export function unknownRemovals(node: Located, schema: z.core.$ZodType, steps: Steps = []): Problem[] {
  if (node.kind === "scalar") return [];
  const layer = unwrapped(schema);
  const { def } = layer;
  const reader = readerOf(layer);
  if (reader !== undefined) return ofReader(node, reader, steps);
  if (node.kind === "list") {
    if (def.type !== "array") return [];
    return node.items.flatMap((item, index) => unknownRemovals(item, def.element, [...steps, index]));
  }
  if (def.type === "object") return ofMap(node, def.shape, steps);
  return def.type === "record" ? ofNames(node, def.valueType, steps) : [];
}

function ofMap(map: MapNode, shape: Readonly<Record<string, z.core.$ZodType>>, steps: Steps): Problem[] {
  return [...map.entries].flatMap(([key, { node }]) => {
    if (Object.hasOwn(shape, key)) return unknownRemovals(node, shape[key], [...steps, key]);
    return isNothing(node) ? [unknownKey(key, Object.keys(shape), steps)] : [];
  });
}

function ofNames(map: MapNode, valueType: z.core.$ZodType, steps: Steps): Problem[] {
  const names = [...map.entries].filter(([, { node }]) => !isNothing(node)).map(([name]) => name);
  return [...map.entries].flatMap(([name, { node, isReplacing }]) => {
    if (!isNothing(node)) return unknownRemovals(node, valueType, [...steps, name]);
    return isReplacing === true ? [] : [unknownName(name, names, steps)];
  });
}

/** The problem of a name that is said to be none and was never there. */
export function unknownName(name: string, names: readonly string[], steps: Steps): Problem {
  const near = nearest(name, names);
  const allowed = `none for what there is: ${names.join(", ") || "nothing yet"}`;
  // What a file that cannot be read may have is not known.
  const told = { steps: [...steps, name], found: "none for a name that is not there", allowed };
  return { ...told, isAboutKey: true, isAbsence: true, ...(near === undefined ? {} : { nearest: near }) };
}

/** Readers look at all keys first, so that a second reading finds those they do not know among removals, where there are any. */
function ofReader(node: Located, reader: NonNullable<ReturnType<typeof readerOf>>, steps: Steps): Problem[] {
  if (!holdsRemoval(node)) return [];
  const read = reader(toPlain(node, new WeakMap(), true));
  if (read.ok) return [];
  const unknown = read.problems.filter((problem) => problem.isAboutKey && isRemovalAt(node, problem.steps));
  return unknown.map((problem) => ({ ...problem, steps: [...steps, ...problem.steps] }));
}

function holdsRemoval(node: Located): boolean {
  if (node.kind === "scalar") return isNothing(node);
  if (node.kind === "list") return node.items.some(holdsRemoval);
  return [...node.entries.values()].some((entry) => holdsRemoval(entry.node));
}

function isRemovalAt(node: Located | undefined, steps: Steps): boolean {
  if (node === undefined) return false;
  const [step, ...rest] = steps;
  if (step === undefined) return isNothing(node);
  if (node.kind === "list") return isRemovalAt(node.items[Number(step)], rest);
  return node.kind === "map" && isRemovalAt(node.entries.get(String(step))?.node, rest);
}
