import { childPath, type Place } from "../scenario/located.ts";
import type { Quantity } from "../scenario/scenario.ts";
import type { Subject } from "./subject.ts";

/** Where everything of a scenario is written, by path. */
export type Places = ReadonlyMap<string, Place>;

/** A piece of a scenario with its place. */
export interface WrittenAt extends Place {
  readonly path: string;
}

/**
 * Where a rule that holds for a pool in a stage is written, or what is nearest around it: by its own sections before those of all pools,
 * by the latest change before the rules at the start.
 *
 * @param key such as `sharing.fee`
 */
export function writtenAt(places: Places, subject: Subject, key: string): WrittenAt {
  for (let around = key; around !== ""; around = around.slice(0, Math.max(0, lastStep(around)))) {
    const found = layersOf(subject).map((layer) => (layer === "" ? around : `${layer}.${around}`));
    const path = found.find((candidate) => places.has(candidate));
    if (path !== undefined) return at(places, path);
  }
  return at(places, "");
}

/** The place of an uncertain number, which knows its path; of any other, that of the rule. */
export function quantityAt(places: Places, subject: Subject, quantity: Quantity, key: string): WrittenAt {
  return typeof quantity === "number" ? writtenAt(places, subject, key) : at(places, quantity.path);
}

export function at(places: Places, path: string): WrittenAt {
  const place = places.get(path) ?? places.get("") ?? { file: "", line: 1, column: 1 };
  return { path, ...place };
}

/** Where the path of what is around ends; -1 for a section. */
function lastStep(path: string): number {
  return Math.max(path.lastIndexOf("."), path.lastIndexOf("["));
}

/** Paths of the layers that hold for a pool in a stage, the one that decides first. */
function layersOf({ pool, index }: Subject): string[] {
  const changes = Array.from({ length: index }, (_, i) => childPath("changes", index - 1 - i));
  const own =
    pool.name === "" ? [] : [...changes, ""].map((layer) => childPath(childPath(layer, "pools"), pool.name));
  return [...own, ...changes, ""];
}
