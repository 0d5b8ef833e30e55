import type { Chart, Frame, LegendEntry } from "../charts/chart.ts";
import { drawChart } from "../charts/drawChart.ts";
import type { Table } from "../tables/table.ts";
import { unbroken } from "../wording.ts";
import { hitAreas } from "./hitAreas.ts";
import { html, type Markup, raw } from "./html.ts";
import { tableHtml } from "./tableHtml.ts";

const frames: Readonly<Record<Chart["width"], Frame>> = {
  full: { width: 1088, height: 400, fontSize: 13 },
  half: { width: 528, height: 330, fontSize: 12.5 },
};
/** For telephones: drawn anew rather than shrunk, so that letters stay legible. */
const narrow: Frame = { width: 344, height: 280, fontSize: 12 };

/** A chart with its finding above, caption below and numbers behind, drawn once for wide pages and once for narrow. */
export async function chartHtml(chart: Chart): Promise<Markup> {
  const { id, title, caption, legend, width, table } = chart;
  return html`<figure class="chart ${width}" id="chart-${id}">
<div class="shown">
<h3 id="chart-${id}-title">${unbroken(title)}</h3>
${legend.length > 0 ? html`<ul class="legend">${legend.map(entryHtml)}</ul>` : html`<div></div>`}
<div class="picture">
<div class="wide">${await drawn(chart, frames[width], "wide")}</div>
<div class="narrow">${await drawn(chart, narrow, "narrow")}</div>
</div>
<figcaption>${unbroken(caption)}</figcaption>
</div>
<details${isSlim(table) ? html` class="slim"` : null}><summary>The numbers</summary>${tableHtml(table, title)}</details>
</figure>
`;
}

/** Long and narrow: on paper two columns of it stand abreast. */
function isSlim({ columns, rows }: Table): boolean {
  return rows.length > 15 && columns.length <= 7 && !columns.some(({ prose }) => prose);
}

async function drawn(chart: Chart, frame: Frame, kind: "wide" | "narrow"): Promise<Markup> {
  const { id, description, draw } = chart;
  const prefix = `${id}-${kind}`;
  const drawing = await drawChart(draw(frame), frame, prefix, chart);
  const words = html` role="img" aria-labelledby="chart-${id}-title" aria-describedby="${prefix}-desc"><desc id="${prefix}-desc">${description}</desc>`;
  const [start, end] = [drawing.svg.indexOf(">"), drawing.svg.lastIndexOf("</svg>")];
  const [tag, marks] = [drawing.svg.slice(0, start), drawing.svg.slice(start + 1, end)];
  return html`${raw(tag)}${words}${raw(marks)}${hitAreas(chart, drawing, kind === "wide")}</svg>`;
}

const shapes: Readonly<Record<LegendEntry["kind"], (color: string) => Markup>> = {
  line: (color) => html`<path d="M0 6H18" stroke="${color}" stroke-width="2.5"/>`,
  area: (color) => html`<rect x="1" y="1" width="16" height="10" rx="1.5" fill="${color}"/>`,
  point: (color) => html`<path d="M9 0.5L14.5 6L9 11.5L3.5 6Z" fill="${color}"/>`,
};

function entryHtml({ label, kind, color }: LegendEntry): Markup {
  return html`<li><svg viewBox="0 0 18 12" aria-hidden="true">${shapes[kind](color)}</svg><span>${label}</span></li>`;
}
