import type { Chart, Reading } from "../charts/chart.ts";
import type { Drawing } from "../charts/drawChart.ts";
import { html, type Markup } from "./html.ts";

/**
 * Transparent areas that divide a picture's plot among its readings, each as far as it is the nearest. A browser shows their titles
 * by itself; the page's script shows the same texts.
 *
 * @param titled whether the areas carry their texts: once is enough for all drawings of a chart.
 */
export function hitAreas(
  { readings = [], along }: Pick<Chart, "along" | "readings">,
  { plot, places, hasBands }: Drawing,
  titled: boolean,
): Markup | null {
  if (readings.length === 0) return null;
  const end = along === "y" ? plot.height : plot.width;
  const areas = readings.map((reading, i) => {
    const from = i === 0 ? 0 : middle(places, i - 1);
    const length = (i === readings.length - 1 ? end : middle(places, i)) - from;
    const extent =
      along === "y"
        ? html`x="${-plot.x}" y="${round(from)}" width="${plot.x + plot.width}" height="${round(length)}"`
        : html`x="${round(from)}" width="${round(length)}" height="${plot.height}"`;
    const title = titled ? html`<title>${readingText(reading)}</title>` : null;
    return html`<rect ${extent} data-at="${places[i]}">${title}</rect>`;
  });
  const kind = hasBands ? "hits bands" : "hits";
  return html`<g class="${kind}" fill="none" pointer-events="all" transform="translate(${plot.x},${plot.y})">${areas}</g>`;
}

/** The head, then a line for each value: "28 Jan 2019", "Median, yuan: 0.03". */
export function readingText({ head, values }: Reading): string {
  const lines = [head, ...values.map(([label, value]) => `${label}: ${value}`)];
  return lines.map((line) => line.replace(/[\s\p{Cc}]+/gu, " ")).join("\n");
}

function middle(places: readonly number[], i: number): number {
  return (places[i] + places[i + 1]) / 2;
}

function round(pixels: number): number {
  return Number(pixels.toFixed(2));
}
