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

/**
 * The mistake of a text that was not written in UTF-8: it has the sign that stands in for what cannot be decoded
 * (U+FFFD), or the zeros of UTF-16. Null where it has neither.
 */
export function notUtf8(file: string, text: string, path: string): Mistake | null {
  const at = text.search(/[\0\uFFFD]/);
  if (at < 0) return null;
  const line = text.slice(0, at).split("\n").length;
  const column = at - text.lastIndexOf("\n", at - 1);
  const allowed = "text saved as UTF-8, not as UTF-16 or in the encoding of one country";
  return mistake({ file, line, column, path, found: "what is not UTF-8 text", allowed });
}

/** The mistake of naming a file that cannot be read. */
export function missingFile(node: Located, name: string): Mistake {
  return mistake({
    ...node.place,
    path: node.path,
    found: `${name || "a file without a name"}, which cannot be read`,
    allowed: "a file that exists",
  });
}
