import { distributionKinds } from "./distributionKinds.ts";
import { hasNames, type Located } from "./located.ts";
import type { Assumption } from "./scenario.ts";

/**
 * Every leaf of a scenario as it was written, with its comment and file: numbers, words, names of tables. A
 * distribution is one leaf, and so is a list of single values.
 */
export function assumptionsIn(node: Located): Assumption[] {
  if (isLeaf(node)) {
    return [{ path: node.path, value: writtenOf(node), note: node.note, from: node.place.file }];
  }
  if (node.kind === "list") return node.items.flatMap(assumptionsIn);
  return node.kind === "map" ? [...node.entries.values()].flatMap((entry) => assumptionsIn(entry.node)) : [];
}

function isLeaf(node: Located): boolean {
  if (node.kind === "scalar") return true;
  if (node.kind === "list") return node.items.every((item) => item.kind === "scalar");
  if (hasNames(node.path) || hasDurations(node)) return false;
  return distributionKinds.some((kind) => node.entries.has(kind));
}

/** `delay: { gamma: { mean: .., sd: .. } }` may hold uncertain numbers of its own: its parts are leaves. */
function hasDurations(node: Located): boolean {
  return /(^|\.)(delay|yearly)$/.test(node.path);
}

/** A node in one line, as YAML; a map without its outer braces. */
function writtenOf(node: Located): string {
  if (node.kind !== "map") return inline(node);
  return [...node.entries].map(([key, entry]) => `${key}: ${inline(entry.node)}`).join(", ");
}

function inline(node: Located): string {
  if (node.kind === "scalar") return node.text;
  if (node.kind === "list") return `[${node.items.map(inline).join(", ")}]`;
  return `{ ${writtenOf(node)} }`;
}
