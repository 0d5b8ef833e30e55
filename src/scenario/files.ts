import type { Located } from "./located.ts";
import { type Mistake, mistake } from "./mistake.ts";

/** Reads files and remembers what was read, for checksums, and so that each is read once. */
export interface Files {
  readonly sources: Record<string, string>;
  /** The text of a file; null if it cannot be read. */
  read(path: string): string | null;
}

export function filesFrom(read: (path: string) => string): Files {
  const sources: Record<string, string> = {};
  const missing = new Set<string>();
  return {
    sources,
    read(path) {
      if (Object.hasOwn(sources, path)) return sources[path];
      if (missing.has(path)) return null;
      try {
        const text = read(path);
        sources[path] = text;
        return text;
      } catch {
        missing.add(path);
        return null;
      }
    },
  };
}

/** The mistake of naming a file that cannot be read. */
export function missingFile(node: Located, name: string): Mistake {
  return mistake({
    ...node.place,
    path: node.path,
    found: `${name}, which cannot be read`,
    allowed: "a file that exists",
  });
}
