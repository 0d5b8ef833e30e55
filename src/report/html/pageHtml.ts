import { html, type Markup, raw } from "./html.ts";
import { script, scriptHash } from "./script.ts";
import { style as shared } from "./style.ts";

/** What a page consists of. */
export interface Page {
  readonly title: string;
  /** Version of fentan. */
  readonly version: string;
  /** Contents (`contentsHtml`) among it. */
  readonly main: Markup;
  readonly footer: string;
  /** Beside the style sheet of all pages; none unless given. */
  readonly style?: string;
}

/** One file that opens offline, with the style sheet and the script that charts and tables need; complete without scripts. */
export async function pageHtml({ title, version, main, footer, style }: Page): Promise<string> {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${await policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="fentan ${version}">
<title>${title}</title>
<style>
${raw(style === undefined ? shared : `${shared}\n${style}`)}
</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<main id="content" tabindex="-1">
${main}</main>
<footer><a class="back" href="#contents">Contents</a><p>${footer}</p></footer>
${script}
</body>
</html>
`.markup;
}

/** Nothing may be loaded, and nothing but the page's own script may run: whatever a scenario's texts say. */
async function policy(): Promise<string> {
  return `default-src 'none'; style-src 'unsafe-inline'; script-src ${await scriptHash()}; base-uri 'none'; form-action 'none'`;
}
