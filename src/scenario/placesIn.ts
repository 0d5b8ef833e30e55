import type { Located, Place } from "./located.ts";

/** Where everything of a scenario is written, by its path (`members.mix[0].portion`): leaves, lists and maps. */
export function placesIn(root: Located): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const visit = (node: Located): void => {
    places.set(node.path, node.place);
    if (node.kind === "list") node.items.forEach(visit);
    if (node.kind === "map") for (const { node: inner } of node.entries.values()) visit(inner);
  };
  visit(root);
  return places;
}
