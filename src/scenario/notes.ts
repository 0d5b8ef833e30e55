/** A text with the offsets at which its lines begin, so that no search runs over a whole long line. */
export interface Lines {
  readonly text: string;
  readonly starts: readonly number[];
}

/** Splits a text into lines. */
export function linesOf(text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return { text, starts };
}

/** Number of the line of an offset, from 0 on. */
export function lineAt({ starts }: Lines, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The text of a line, at most `most` characters of it, without its end. */
export function lineText(lines: Lines, line: number, most: number): string {
  const start = lines.starts[line];
  const end = lines.starts[line + 1] ?? lines.text.length;
  return lines.text.slice(start, Math.min(end, start + most)).replace(/[\r\n]+$/, "");
}

/**
 * The comment that belongs to a piece of YAML: the one at the end of its line, else the lines directly above it.
 * Read from the text itself, since a parser attaches comments to nodes in ways an author does not expect.
 */
export function noteOf(lines: Lines, start: number, end: number): string {
  return noteAfter(lines, end) || noteBefore(lines, start);
}

/** The comment in the rest of the line from `end` on, past closing brackets and commas; empty if there is none. */
export function noteAfter(lines: Lines, end: number): string {
  const stop = lines.starts[lineAt(lines, end) + 1] ?? lines.text.length;
  const rest = lines.text.slice(end, Math.min(stop, end + 2_000));
  return tidy(/^[,\]}\s]*\s#(.*)$/m.exec(rest)?.[1] ?? "");
}

/** The comment lines directly above the line of `start`, joined; a blank line ends them. */
export function noteBefore(lines: Lines, start: number): string {
  const found: string[] = [];
  for (let line = lineAt(lines, start) - 1; line >= 0 && found.length < 20; line -= 1) {
    const comment = /^\s*#(.*)$/.exec(lineText(lines, line, 1_000))?.[1];
    if (comment === undefined || comment.includes("yaml-language-server:")) break;
    found.unshift(tidy(comment));
  }
  return found.filter((line) => line !== "").join(" ");
}

function tidy(comment: string): string {
  return comment.replace(/^#+/, "").trim();
}
