import { methods } from "../methods.ts";
import type { Report } from "../report.ts";
import { reportTables, type TableSection } from "../tables/reportTables.ts";
import { reproduce } from "../tables/runTable.ts";
import { countOf, unbroken } from "../wording.ts";
import { html, type Markup } from "./html.ts";
import { tableHtml } from "./tableHtml.ts";

/** The tables, then how the numbers came about. */
export function sectionsHtml(report: Report): Markup {
  return html`${reportTables(report).map(sectionHtml)}${methodsHtml(report)}`;
}

function sectionHtml({ id, title, note, table, folded }: TableSection): Markup {
  const content = tableHtml(table, title);
  return html`<section id="${id}">
<h2>${title}</h2>
<p class="note">${unbroken(note)}</p>
${folded ? html`<details><summary>Show ${countOf(table.rows.length, "row")}</summary>${content}</details>` : content}
</section>
`;
}

function methodsHtml(report: Report): Markup {
  return html`<section id="methods">
<h2>Methods and limits</h2>
${methods(report).map((paragraph) => html`<p>${unbroken(paragraph)}</p>\n`)}
<p>To come to the same numbers:</p>
<pre><code>${reproduce(report)}</code></pre>
</section>
`;
}
