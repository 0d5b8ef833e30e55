import type { Table } from "../tables/table.ts";
import { unbroken } from "../wording.ts";
import { html, linked, type Markup } from "./html.ts";

/**
 * A table that scrolls by itself where the page is narrow.
 *
 * @param label names it for those who do not see it.
 */
export function tableHtml(table: Table, label: string): Markup {
  const { columns, rows } = table;
  const kinds = columns.map((_, i) => kindOf(table, i));
  const head = columns.map(({ head }, i) => html`<th scope="col" class="${kinds[i]}">${head}</th>`);
  const body = rows.map((row, r) => {
    const cells = row.map((cell, i) => {
      const content = columns[i].prose ? linked(cell) : cell;
      return i === 0 && !columns[i].prose
        ? html`<th scope="row" class="${kinds[i]}">${content}</th>`
        : html`<td class="${kinds[i]}">${content}</td>`;
    });
    return html`<tr${rowClass(table, r)}>${cells}</tr>\n`;
  });
  return html`<div class="scroll${rows.length <= 15 ? " whole" : ""}" tabindex="0" role="group" aria-label="${label}"><table>
<caption>${unbroken(label)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body}</tbody>
</table></div>`;
}

function rowClass({ strong, marked }: Table, row: number): Markup | null {
  if (strong?.includes(row)) return html` class="strong"`;
  return marked?.includes(row) ? html` class="marked"` : null;
}

/**
 * How a column is set: short words such as dates stay on one line. Prose behind three columns is off a telephone's screen, where
 * it must not make the rows high.
 */
function kindOf({ columns, rows }: Table, i: number): "number" | "prose" | "prose far" | "short" | "words" {
  if (columns[i].align === "right") return "number";
  if (columns[i].prose) return i < 3 ? "prose" : "prose far";
  return rows.every((row) => row[i].length <= 24) ? "short" : "words";
}
