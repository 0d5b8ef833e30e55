import { childPath } from "../../src/scenario/located.ts";

/** The paths of all that plain data holds, as `--set` writes them: maps, lists and what is in them. */
export function pathsIn(value: unknown, path = ""): string[] {
  if (typeof value !== "object" || value === null) return [path];
  const inside = Array.isArray(value)
    ? value.flatMap((item, index) => pathsIn(item, childPath(path, index)))
    : Object.entries(value).flatMap(([key, inner]) => pathsIn(inner, childPath(path, key)));
  return path === "" ? inside : [path, ...inside];
}
