import { html, type Markup } from "../../report/html/html.ts";
import { pageHtml } from "../../report/html/pageHtml.ts";
import { chartsHtml, methodsHtml, sectionsHtml } from "../../report/html/sectionsHtml.ts";
import { unbroken } from "../../report/wording.ts";
import { comparisonCharts } from "../charts/comparisonCharts.ts";
import type { ComparedRun } from "../comparedRun.ts";
import type { Comparison } from "../comparison.ts";
import { assumptionSections, comparisonMethods, resultSections } from "../comparisonSections.ts";
import { kickerInWords, titleInWords } from "../words.ts";

/** comparison.html: one file that opens offline; assumptions first, then what came of them. */
export async function renderComparisonHtml(
  comparison: Comparison,
  runs: readonly ComparedRun[],
): Promise<string> {
  const commands = comparison.runs.map(({ command }) => command);
  const main = html`${masthead(comparison)}${await sectionsHtml(assumptionSections(comparison))}<section id="findings">
<h2>What comes of it</h2>
${findingsHtml(comparison)}</section>
${await chartsHtml(comparisonCharts(runs))}${await sectionsHtml(resultSections(comparison))}${methodsHtml(comparisonMethods(comparison), commands)}`;
  return pageHtml({
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
