import { contentsHtml, type Entry, headingsOf } from "../../report/html/contentsHtml.ts";
import { html, type Markup } from "../../report/html/html.ts";
import { pageHtml } from "../../report/html/pageHtml.ts";
import { chartsHtml, methodsEntry, methodsHtml, sectionsHtml } from "../../report/html/sectionsHtml.ts";
import { unbroken } from "../../report/wording.ts";
import { comparisonCharts } from "../charts/comparisonCharts.ts";
import type { ComparedRun } from "../comparedRun.ts";
import type { Comparison } from "../comparison.ts";
import { assumptionSections, comparisonMethods, resultSections } from "../comparisonSections.ts";
import { kickerInWords, titleInWords } from "../words.ts";

const found: Entry = { id: "findings", title: "What comes of it" };

/** comparison.html: one file that opens offline; assumptions first, then what came of them. */
export async function renderComparisonHtml(
  comparison: Comparison,
  runs: readonly ComparedRun[],
): Promise<string> {
  const commands = comparison.runs.map(({ command }) => command);
  const [assumed, results] = [assumptionSections(comparison), resultSections(comparison)];
  const contents = contentsHtml([...headingsOf(assumed), found, ...headingsOf(results), methodsEntry]);
  const main = html`${masthead(comparison)}${contents}${await sectionsHtml(assumed)}<section id="${found.id}">
<h2>${found.title}</h2>
${findingsHtml(comparison)}</section>
${await chartsHtml(comparisonCharts(runs))}${await sectionsHtml(results)}${methodsHtml(comparisonMethods(comparison), commands)}`;
  return await pageHtml({
    title: titleInWords(comparison),
    version: comparison.fentan,
    main,
    footer: `fentan ${comparison.fentan}`,
  });
}

function masthead(comparison: Comparison): Markup {
  return html`<header>
<p class="kicker">${kickerInWords(comparison)}</p>
<h1>${titleInWords(comparison)}</h1>
</header>
`;
}

function findingsHtml({ findings }: Comparison): Markup {
  return html`<ul class="findings">
${findings.map((finding) => html`<li>${unbroken(finding)}</li>\n`)}</ul>
`;
}
