/*
 * HTML that escapes by default: the one place where texts become markup.
 */

/** Markup that is safe to insert as it is. */
export interface Markup {
  readonly markup: string;
}

export type Part = string | number | Markup | readonly Part[] | null;

/**
 * A tagged template: every text put in is escaped, so that it can be neither a tag nor leave an attribute in quotes.
 * Lists are joined, null is nothing. `html`<b>${"a < b"}</b>`.markup` is "<b>a &lt; b</b>".
 */
export function html(texts: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  const inserted = parts.map((part, i) => markupOf(part) + texts[i + 1]);
  return raw(texts[0] + inserted.join(""));
}

/** For markup made by the program itself, such as drawn charts and the style sheet. Never for texts. */
export function raw(markup: string): Markup {
  return { markup };
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** Text in which http and https addresses are links; no other scheme ever becomes one. */
export function linked(text: string): Markup {
  const pieces = text.split(/(\bhttps?:\/\/[^\s<>"'`(){}|\\^]+[^\s<>"'`(){}|\\^.,;:!?])/);
  const parts = pieces.map((piece, i) => (i % 2 === 1 ? link(piece) : html`${piece}`));
  return html`${parts}`;
}

function link(address: string): Markup {
  return html`<a href="${address}" rel="noopener noreferrer">${address}</a>`;
}

function markupOf(part: Part): string {
  if (part === null) return "";
  if (typeof part === "string") return escapeHtml(part);
  if (typeof part === "number") return String(part);
  if ("markup" in part) return part.markup;
  return part.map(markupOf).join("");
}
