import { reportCharts } from "../charts/reportCharts.ts";
import type { Report } from "../report.ts";
import { html, raw } from "./html.ts";
import { mastheadHtml } from "./mastheadHtml.ts";
import { chartsHtml, sectionsHtml } from "./sectionsHtml.ts";
import { style } from "./style.ts";

/** Nothing may be loaded and nothing may run: the page is whole by itself, whatever a scenario's texts say. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** report.html: one file that opens offline, pictures first, complete without scripts. */
export async function renderHtml(report: Report): Promise<string> {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="fentan ${report.fentan}">
<title>${report.scenario.title}</title>
<style>
${raw(style)}
</style>
</head>
<body>
<main>
${mastheadHtml(report)}${await chartsHtml(reportCharts(report))}${await sectionsHtml(report)}</main>
<footer><p>fentan ${report.fentan} · seed ${report.seed} · digest ${report.digest.slice(0, 16)}</p></footer>
</body>
</html>
`.markup;
}
