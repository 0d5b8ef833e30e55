import { findings } from "../findings/findings.ts";
import { methods } from "../methods.ts";
import type { Report } from "../report.ts";
import { closingSections } from "../sections/closingSections.ts";
import { reportSections } from "../sections/reportSections.ts";
import { reproduce } from "../tables/runTable.ts";
import { replicationsExplained } from "../wording.ts";
import { escapeMarkdown, escapeProse, markdownCode } from "./markdown.ts";
import { sectionMarkdown } from "./sectionMarkdown.ts";

/** report.md: findings, tables, methods, assumptions; for reviews and for differences between runs. */
export function renderMarkdown(report: Report): string {
  const { title, purpose } = report.scenario;
  const parts = [
    `# ${escapeMarkdown(title)}`,
    ...(purpose === "" ? [] : [escapeProse(purpose)]),
    escapeMarkdown(`From ${replicationsExplained(report)}:`),
    findings(report)
      .map((finding) => `- ${escapeMarkdown(finding)}`)
      .join("\n"),
    ...reportSections(report).map(sectionMarkdown),
    `## Methods and limits\n\n${methods(report).map(escapeMarkdown).join("\n\n")}`,
    `To come to the same numbers: ${markdownCode(reproduce(report))}`,
    ...closingSections(report).map(sectionMarkdown),
  ];
  return `${parts.join("\n\n")}\n`;
}
