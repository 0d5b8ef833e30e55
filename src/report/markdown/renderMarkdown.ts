import { findings } from "../findings/findings.ts";
import { methods } from "../methods.ts";
import type { Report } from "../report.ts";
import { reportSections } from "../sections/reportSections.ts";
import type { Section } from "../sections/section.ts";
import { reproduce } from "../tables/runTable.ts";
import { replicationsExplained } from "../wording.ts";
import { escapeMarkdown, escapeProse, markdownCode, markdownTable } from "./markdown.ts";

/** report.md: findings, tables, methods; for reviews and for differences between runs. */
export function renderMarkdown(report: Report): string {
  const { title, purpose } = report.scenario;
  const parts = [
    `# ${escapeMarkdown(title)}`,
    ...(purpose === "" ? [] : [escapeProse(purpose)]),
    escapeMarkdown(`From ${replicationsExplained(report)}:`),
    findings(report)
      .map((finding) => `- ${escapeMarkdown(finding)}`)
      .join("\n"),
    ...reportSections(report).map(markdownSection),
    `## Methods and limits\n\n${methods(report).map(escapeMarkdown).join("\n\n")}`,
    `To come to the same numbers: ${markdownCode(reproduce(report))}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

/** A section's heading, note and table. */
export function markdownSection({ title, note, table, isPart }: Section): string {
  return `${isPart ? "###" : "##"} ${escapeMarkdown(title)}\n\n${escapeProse(note)}\n\n${markdownTable(table)}`;
}
