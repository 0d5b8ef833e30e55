import { reportCharts } from "../charts/reportCharts.ts";
import type { Report } from "../report.ts";
import { html } from "./html.ts";
import { mastheadHtml } from "./mastheadHtml.ts";
import { pageHtml } from "./pageHtml.ts";
import { chartsHtml, reportSectionsHtml } from "./sectionsHtml.ts";

/** report.html: one file that opens offline, pictures first, complete without scripts. */
export async function renderHtml(report: Report): Promise<string> {
  const { fentan, scenario, seed, digest } = report;
  const charts = await chartsHtml(reportCharts(report));
  return pageHtml({
    title: scenario.title,
    version: fentan,
    main: html`${mastheadHtml(report)}${charts}${await reportSectionsHtml(report)}`,
    footer: `fentan ${fentan} · seed ${seed} · digest ${digest.slice(0, 16)}`,
  });
}
