import type { AskNode } from "./ask.ts";

/** The names of the columns that an expression reads, as often as it does. */
export function columnsOf(node: AskNode): string[] {
  if (node.kind === "column") return [node.name];
  if (node.kind === "number") return [];
  if (node.kind === "operation") return node.of.flatMap(columnsOf);
  return [node.of, node.and, node.given].flatMap((part) => (part === null ? [] : columnsOf(part)));
}
