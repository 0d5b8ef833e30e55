import { html, type Markup } from "./html.ts";

/** A heading of the page to go to. */
export interface Entry {
  readonly id: string;
  readonly title: string;
}

/** The headings of sections that are not parts of others. */
export const headingsOf = (sections: readonly (Entry & { readonly isPart?: boolean })[]): Entry[] =>
  sections.filter(({ isPart }) => !isPart);

export function contentsHtml(entries: readonly Entry[]): Markup {
  const items = entries.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>\n`);
  return html`<nav id="contents" aria-labelledby="contents-title">
<h2 id="contents-title">Contents</h2>
<ul>
${items}</ul>
</nav>
`;
}
