import { html, type Markup, raw } from "./html.ts";
import { style as shared } from "./style.ts";

/** Nothing may be loaded and nothing may run: the page is whole by itself, whatever a scenario's texts say. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What a page consists of. */
export interface Page {
  readonly title: string;
  /** Version of fentan. */
  readonly version: string;
  readonly main: Markup;
  readonly footer: string;
  /** Beside the style sheet of all pages; none unless given. */
  readonly style?: string;
}

/** One file that opens offline, complete without scripts. */
export function pageHtml({ title, version, main, footer, style }: Page): string {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="fentan ${version}">
<title>${title}</title>
<style>
${raw(style === undefined ? shared : `${shared}\n${style}`)}
</style>
</head>
<body>
<main>
${main}</main>
<footer><p>${footer}</p></footer>
</body>
</html>
`.markup;
}
