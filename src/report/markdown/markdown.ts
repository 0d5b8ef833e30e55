import type { Table } from "../tables/table.ts";

/*
 * Markdown from texts that may hold anything: the one place where it is escaped.
 */

/** One line of plain text: no character of it can start a tag, a link, an emphasis, a cell or a list. */
export function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]|~$]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/^(\s*)([-+>#=])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, "$1\\$2");
}

/** Code for a shell or a formula, verbatim. */
export function markdownCode(text: string): string {
  const longest = Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  return longest > 0 ? `${fence} ${oneLine(text)} ${fence}` : `${fence}${oneLine(text)}${fence}`;
}

/** A table of GitHub's Markdown. */
export function markdownTable({ columns, rows, strong = [] }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const head = line(columns.map(({ head }) => escapeProse(head)));
  const rule = line(columns.map(({ align }) => (align === "right" ? "---:" : "---")));
  const body = rows.map((row, i) =>
    line(
      row.map((cell) => (strong.includes(i) && cell !== "" ? `**${escapeProse(cell)}**` : escapeProse(cell))),
    ),
  );
  return [head, rule, ...body].join("\n");
}

/** As `escapeMarkdown`, but http addresses become links. */
export function escapeProse(text: string): string {
  return oneLine(text)
    .split(/(\bhttps?:\/\/[\w\-./?=&%#~:,+@]+)/)
    .map((part, i) => (i % 2 === 1 ? `<${part}>` : escapeMarkdown(part)))
    .join("");
}

/** Line breaks and control characters become spaces. */
function oneLine(text: string): string {
  return text.replace(/[\s\p{Cc}]+/gu, " ");
}
