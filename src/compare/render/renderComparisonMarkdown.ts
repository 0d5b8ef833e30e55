import { escapeMarkdown, markdownCode } from "../../report/markdown/markdown.ts";
import { sectionMarkdown } from "../../report/markdown/sectionMarkdown.ts";
import type { Comparison } from "../comparison.ts";
import { assumptionSections, comparisonMethods, resultSections } from "../comparisonSections.ts";
import { kickerInWords, titleInWords } from "../words.ts";

/** comparison.md: the same in text, for reviews. */
export function renderComparisonMarkdown(comparison: Comparison): string {
  const parts = [
    `# ${escapeMarkdown(titleInWords(comparison))}`,
    escapeMarkdown(kickerInWords(comparison)),
    ...assumptionSections(comparison).map(sectionMarkdown),
    "## What comes of it",
    comparison.findings.map((finding) => `- ${escapeMarkdown(finding)}`).join("\n"),
    ...resultSections(comparison).map(sectionMarkdown),
    `## Methods and limits\n\n${comparisonMethods(comparison).map(escapeMarkdown).join("\n\n")}`,
    "To come to the same numbers:",
    comparison.runs.map(({ command }) => `- ${markdownCode(command)}`).join("\n"),
  ];
  return `${parts.join("\n\n")}\n`;
}
