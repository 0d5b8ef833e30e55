import { distributionKinds } from "./distributionKinds.ts";
import { type Entry, hasNames, isNothing, type Located, type MapNode } from "./located.ts";

/**
 * Keys that exclude each other, in any map: writing one over a base that has another replaces it, so that a plan with
 * `settle: { daysOfMonth: [14, 28] }` can be overridden by `settle: { every: 1 month }`.
 */
const alternatives: readonly (readonly (readonly string[])[])[] = [
  [
    ...distributionKinds.map((kind) => [kind]),
    ["perClaim"],
    ["bills", "upTo", "fixed", "deductible", "portion"],
    ["periods"],
    ["power"],
    ["band"],
    ["logit"],
    ["threshold"],
  ],
  [
    ["median", "sigma"],
    ["mean", "sd"],
    ["shape", "scale", "rate"],
    ["alpha", "beta"],
  ],
  [["scale"], ["rate"]],
  [["to"], ["periods"]],
  [["daysOfMonth"], ["every"]],
  [["start", "timeConstant"], ["years"]],
  [["benefit"], ["benefits"]],
  [["age"], ["class"], ["tenure"], ["linear"], ["matrix"]],
];

/**
 * `over` laid over `base`: maps merge key by key, everything else replaces. `none` replaces too, and means absent.
 * Nothing is lost of where each piece was written. `keysAreNames`: the keys of these two maps are names (of classes).
 */
export function merge(base: Located, over: Located, keysAreNames = false): Located {
  if (base.kind !== "map" || over.kind !== "map") return over;
  const entries = new Map<string, Entry>();
  for (const [key, entry] of base.entries) {
    if (keysAreNames || !isReplaced(key, over)) entries.set(key, entry);
  }
  for (const [key, entry] of over.entries) entries.set(key, mergeEntry(entries.get(key), entry));
  return { ...over, place: base.place, entries };
}

/** The map with one entry put in, in the place of what was there under its key or another that excludes it. */
export function replaceEntry(base: MapNode, key: string, entry: Entry, keysAreNames: boolean): MapNode {
  const over: MapNode = { ...base, entries: new Map([[key, entry]]) };
  const kept = [...base.entries].filter(([other]) => keysAreNames || !isReplaced(other, over));
  return { ...base, entries: new Map(kept).set(key, entry) };
}

/** An entry laid over the one before it, if there is one. */
export function mergeEntry(base: Entry | undefined, over: Entry): Entry {
  if (base === undefined) return over;
  if (isNothing(base.node)) return { ...over, isReplacing: true, isWhole: true };
  if (over.isWhole === true) return { ...over, isReplacing: true };
  // Names exclude nothing.
  const node = merge(base.node, over.node, hasNames(over.node.path));
  const isMerged = base.node.kind === "map" && over.node.kind === "map";
  const entry: Entry = { keyPlace: isMerged ? base.keyPlace : over.keyPlace, node, isReplacing: true };
  return base.isWhole === true ? { ...entry, isWhole: true } : entry;
}

function isReplaced(key: string, over: MapNode): boolean {
  if (over.entries.has(key)) return false;
  return alternatives.some((sets) => {
    const chosen = sets.filter((set) => set.some((other) => over.entries.has(other)));
    const known = sets.some((set) => set.includes(key));
    return known && chosen.length > 0 && !chosen.some((set) => set.includes(key));
  });
}
