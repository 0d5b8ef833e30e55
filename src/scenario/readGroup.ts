import { entryNode, type MapNode } from "./located.ts";
import type { PoolReading } from "./readSection.ts";
import type { GroupRow, PoolScenario } from "./scenario.ts";

/** A closed group, given by its rows or by the moments of its losses. */
export interface Group {
  /** null: none; undefined: it could not be read. */
  readonly rows: readonly GroupRow[] | null | undefined;
  readonly dependence: PoolScenario["dependence"];
  readonly isByMoments: boolean;
}

/** Reads `group` or `losses`; null where there is neither. Who has one of them has nothing else that says who is in it. */
export function readGroup(
  root: MapNode,
  { schemas, read, tell }: Pick<PoolReading, "schemas" | "read" | "tell">,
): Group | null {
  const key = ["group", "losses"].find((one) => entryNode(root, one) !== undefined);
  if (key === undefined) return null;
  const others = ["members", "joining", "cover", "pools", ...(key === "group" ? ["losses"] : [])];
  for (const other of others) {
    if (entryNode(root, other) === undefined) continue;
    const allowed =
      other === "losses" ? "either a group or losses" : `either ${key}, or members, joining, cover and pools`;
    tell({ steps: [other], found: `${other} beside ${key === "group" ? "a group" : key}`, allowed }, root);
  }
  if (key === "group") {
    return { rows: read("group", schemas.group), dependence: null, isByMoments: false };
  }
  const losses = read("losses", schemas.losses);
  return { rows: losses?.group, dependence: losses?.dependence ?? null, isByMoments: true };
}
