import { unbroken } from "../wording.ts";
import { plain } from "./textTable.ts";

/** Sentences as paragraphs of at most `width` columns. */
export function wrapped(paragraphs: readonly string[], width: number): string {
  return paragraphs
    .map((paragraph) =>
      wrap(plain(unbroken(paragraph)), Math.max(20, width))
        .replaceAll("\u00a0", " ")
        .replaceAll("\u2060", ""),
    )
    .join("\n");
}

function wrap(paragraph: string, width: number): string {
  const lines = [""];
  for (const word of paragraph.split(" ")) {
    const last = lines[lines.length - 1];
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`  ${word}`);
  }
  return lines.join("\n");
}
