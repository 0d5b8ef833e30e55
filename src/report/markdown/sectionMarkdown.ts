import type { Section } from "../sections/section.ts";
import { escapeMarkdown, escapeProse, markdownTable } from "./markdown.ts";

/** A section with its sentences and its table; of pictures only the numbers behind them, elsewhere, tell. */
export function sectionMarkdown({ title, note, blocks = [], table, isPart }: Section): string {
  const told = blocks.flatMap(({ heading, sentences }) => [
    ...(heading === null ? [] : [`**${escapeMarkdown(heading)}**`]),
    sentences.map((sentence) => `- ${escapeProse(sentence)}`).join("\n"),
  ]);
  return [
    `${isPart ? "###" : "##"} ${escapeMarkdown(title)}`,
    ...(note === "" ? [] : [escapeProse(note)]),
    ...told,
    ...(table.rows.length > 0 ? [markdownTable(table)] : []),
  ].join("\n\n");
}
