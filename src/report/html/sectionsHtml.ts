import type { Chart } from "../charts/chart.ts";
import { methods } from "../methods.ts";
import type { Report } from "../report.ts";
import { reportSections } from "../sections/reportSections.ts";
import type { Section } from "../sections/section.ts";
import { reproduce } from "../tables/runTable.ts";
import { countOf, unbroken } from "../wording.ts";
import { chartHtml } from "./chartHtml.ts";
import { html, type Markup } from "./html.ts";
import { tableHtml } from "./tableHtml.ts";

/** The sections of a report, then how the numbers came about. */
export async function reportSectionsHtml(report: Report): Promise<Markup> {
  const sections = await sectionsHtml(reportSections(report));
  return html`${sections}${methodsHtml(methods(report), [reproduce(report)])}`;
}

/** Sections one after another. */
export async function sectionsHtml(all: readonly Section[]): Promise<Markup> {
  const sections: Markup[] = [];
  for (const section of all) sections.push(await sectionHtml(section));
  return html`${sections}`;
}

async function sectionHtml({ id, title, note, charts, table, folded, isPart }: Section): Promise<Markup> {
  const content = tableHtml(table, title);
  const heading = isPart ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`;
  return html`<section id="${id}"${isPart ? html` class="part"` : null}>
${heading}
<p class="note">${unbroken(note)}</p>
${await chartsHtml(charts ?? [])}${folded ? html`<details><summary>Show ${countOf(table.rows.length, "row")}</summary>${content}</details>` : content}
</section>
`;
}

/** Pictures side by side; nothing where there are none. */
export async function chartsHtml(charts: readonly Chart[]): Promise<Markup> {
  const drawn: Markup[] = [];
  for (const chart of charts) drawn.push(await chartHtml(chart));
  return drawn.length > 0 ? html`<div class="charts">\n${drawn}</div>\n` : html``;
}

/** How the numbers came about, paragraph by paragraph, and the commands that come to the same. */
export function methodsHtml(paragraphs: readonly string[], commands: readonly string[]): Markup {
  return html`<section id="methods">
<h2>Methods and limits</h2>
${paragraphs.map((paragraph) => html`<p>${unbroken(paragraph)}</p>\n`)}
<p>To come to the same numbers:</p>
<pre><code>${commands.join("\n")}</code></pre>
</section>
`;
}
