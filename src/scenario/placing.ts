import type { Located } from "./located.ts";

/** Finds the node a plain map or list was made of. */
export type NodeOf = (written: object) => Located | undefined;

const waiting = new WeakMap<object, (nodeOf: NodeOf) => void>();

/**
 * Says what to do with a piece of the scenario once it is known where it was written. A schema sees values only, not
 * where they stand; paths and names of tables are filled in by `place` when all is read.
 */
export function whenPlaced<T extends object>(value: T, action: (nodeOf: NodeOf) => void): T {
  waiting.set(value, action);
  return value;
}

/** Fills in what waits for its place, everywhere in `value`. */
export function place(value: unknown, nodeOf: NodeOf): void {
  if (typeof value !== "object" || value === null) return;
  waiting.get(value)?.(nodeOf);
  if (Array.isArray(value) && typeof value[0] === "number") return;
  for (const part of Object.values(value)) place(part, nodeOf);
}
