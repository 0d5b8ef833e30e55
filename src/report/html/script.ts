import { html, type Markup, raw } from "./html.ts";
import { live } from "./live.ts";

// Without the indentation, which is a fifth of it; no text in it runs over several lines.
const source = `(${live.toString()})();`.replace(/\n\s+/g, "\n");

/** Holds no text of a scenario. */
export const script: Markup = html`<script>${raw(source)}</script>`;

/** What a Content-Security-Policy calls the script: it alone may run. */
export async function scriptHash(): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(source));
  return `'sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}'`;
}
