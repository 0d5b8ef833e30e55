import type { Chart } from "../charts/chart.ts";
import type { Block, Section } from "../sections/section.ts";
import { countOf, unbroken } from "../wording.ts";
import { chartHtml } from "./chartHtml.ts";
import type { Entry } from "./contentsHtml.ts";
import { html, linked, type Markup } from "./html.ts";
import { tableHtml } from "./tableHtml.ts";

/** Sections one after another. */
export async function sectionsHtml(all: readonly Section[]): Promise<Markup> {
  const sections: Markup[] = [];
  for (const section of all) sections.push(await sectionHtml(section));
  return html`${sections}`;
}

export async function sectionHtml(section: Section): Promise<Markup> {
  const { id, title, note, blocks, charts, isPart } = section;
  const heading = isPart ? html`<h3>${title}</h3>` : html`<h2>${title}</h2>`;
  return html`<section id="${id}"${isPart ? html` class="part"` : null}>
${heading}
${note === "" ? null : html`<p class="note">${unbroken(note)}</p>\n`}${(blocks ?? []).map(blockHtml)}${await chartsHtml(charts ?? [])}${tableOf(section)}
</section>
`;
}

function blockHtml({ heading, sentences }: Block): Markup {
  const items = sentences.map((sentence) => html`<li>${linked(unbroken(sentence))}</li>\n`);
  return html`${heading === null ? null : html`<h4>${heading}</h4>\n`}<ul class="told">\n${items}</ul>\n`;
}

/** Its table, folded away where it is long; nothing where it has no rows. */
function tableOf({ title, table, folded }: Section): Markup | null {
  if (table.rows.length === 0) return null;
  const content = tableHtml(table, title);
  if (!folded) return content;
  const summary = typeof folded === "string" ? folded : `Show ${countOf(table.rows.length, "row")}`;
  return html`<details><summary>${summary}</summary>${content}</details>`;
}

/** Pictures side by side; nothing where there are none. */
export async function chartsHtml(charts: readonly Chart[]): Promise<Markup> {
  const drawn: Markup[] = [];
  for (const chart of charts) drawn.push(await chartHtml(chart));
  return drawn.length > 0 ? html`<div class="charts">\n${drawn}</div>\n` : html``;
}

export const methodsEntry: Entry = { id: "methods", title: "Methods and limits" };

/** How the numbers came about, paragraph by paragraph, and the commands that come to the same. */
export function methodsHtml(paragraphs: readonly string[], commands: readonly string[]): Markup {
  return html`<section id="${methodsEntry.id}">
<h2>${methodsEntry.title}</h2>
${paragraphs.map((paragraph) => html`<p>${unbroken(paragraph)}</p>\n`)}
<p>To come to the same numbers:</p>
<pre><code>${commands.join("\n")}</code></pre>
</section>
`;
}
