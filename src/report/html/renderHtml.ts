import { reportCharts } from "../charts/reportCharts.ts";
import { methods } from "../methods.ts";
import type { Report } from "../report.ts";
import { closingSections } from "../sections/closingSections.ts";
import { reportSections } from "../sections/reportSections.ts";
import { reproduce } from "../tables/runTable.ts";
import { contentsHtml, type Entry, headingsOf } from "./contentsHtml.ts";
import { html, type Markup } from "./html.ts";
import { mastheadHtml } from "./mastheadHtml.ts";
import { pageHtml } from "./pageHtml.ts";
import { chartsHtml, methodsEntry, methodsHtml, sectionsHtml } from "./sectionsHtml.ts";

const pictures: Entry = { id: "pictures", title: "Pictures" };

/**
 * report.html, complete without scripts. First a summary, then pictures, tables, methods and limits, and all that was assumed.
 */
export async function renderHtml(report: Report): Promise<string> {
  const [charts, tables, closing] = [reportCharts(report), reportSections(report), closingSections(report)];
  const entries: Entry[] = [
    ...(charts.length > 0 ? [pictures] : []),
    ...headingsOf(tables),
    methodsEntry,
    ...headingsOf(closing),
  ];
  const drawn = charts.length > 0 ? picturesHtml(await chartsHtml(charts)) : null;
  const after = html`${methodsHtml(methods(report), [reproduce(report)])}${await sectionsHtml(closing)}`;
  return await pageHtml({
    title: report.scenario.title,
    version: report.fentan,
    main: html`${mastheadHtml(report)}${contentsHtml(entries)}${drawn}${await sectionsHtml(tables)}${after}`,
    footer: `fentan ${report.fentan} · seed ${report.seed} · digest ${report.digest.slice(0, 16)}`,
  });
}

function picturesHtml(charts: Markup): Markup {
  return html`<section id="${pictures.id}">
<h2>${pictures.title}</h2>
${charts}</section>
`;
}
