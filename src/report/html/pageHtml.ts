import { html, type Markup, raw } from "./html.ts";
import { style } from "./style.ts";

/** Nothing may be loaded and nothing may run: the page is whole by itself, whatever a scenario's texts say. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** What a page holds. */
export interface Page {
  readonly title: string;
  /** Of fentan. */
  readonly version: string;
  readonly main: Markup;
  readonly footer: string;
}

/** A file that opens offline, complete without scripts. */
export function pageHtml({ title, version, main, footer }: Page): string {
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
${raw(style)}
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
