import { contentsHtml, headingsOf } from "../html/contentsHtml.ts";
import { html } from "../html/html.ts";
import { headHtml } from "../html/mastheadHtml.ts";
import { pageHtml } from "../html/pageHtml.ts";
import { sectionsHtml } from "../html/sectionsHtml.ts";
import { escapeMarkdown, escapeProse } from "../markdown/markdown.ts";
import { sectionMarkdown } from "../markdown/sectionMarkdown.ts";
import type { Explained } from "./explained.ts";
import { explainStyle } from "./explainStyle.ts";
import { explainSections } from "./sections.ts";
import { mastheadOf } from "./words/masthead.ts";

/** explain.html: the assumptions in words and pictures, in one file that opens offline. */
export async function explainHtml(explained: Explained): Promise<string> {
  const { fentan, scenario } = explained;
  const sections = explainSections(explained);
  return await pageHtml({
    title: scenario.title,
    version: fentan,
    main: html`${headHtml(mastheadOf(explained))}${contentsHtml(headingsOf(sections))}${await sectionsHtml(sections)}`,
    style: explainStyle,
    footer: `fentan ${fentan} · ${scenario.file}${scenario.overrides.map((one) => ` · --set ${one}`).join("")}`,
  });
}

/** explain.md: the same words, for reviews and for differences between versions of a scenario. */
export function explainMarkdown(explained: Explained): string {
  const { title, headline, lead, findings } = mastheadOf(explained);
  return `${[
    `# ${escapeMarkdown(title)}`,
    ...(lead === "" ? [] : [escapeProse(lead)]),
    escapeMarkdown(headline),
    ...findings.map(escapeMarkdown),
    ...explainSections(explained).map(sectionMarkdown),
  ].join("\n\n")}\n`;
}
