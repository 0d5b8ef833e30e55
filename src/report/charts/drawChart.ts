import type { TopLevelSpec } from "vega-lite";
import type { Frame } from "./chart.ts";
import { chartConfig } from "./theme.ts";

/**
 * A Vega-Lite picture as static SVG, without a DOM. Vega is loaded at the first chart, because it is large and most
 * commands draw nothing.
 *
 * @param prefix goes before every id inside, which Vega numbers over the whole process: the same chart is drawn to
 *   the same text again, and two charts of a page never share an id.
 */
export async function drawChart(spec: TopLevelSpec, frame: Frame, prefix: string): Promise<string> {
  const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  const sized = {
    ...spec,
    width: frame.width,
    height: frame.height,
    autosize: { type: "fit", contains: "padding" },
    padding: { left: 2, right: 10, top: 4, bottom: 2 },
    config: chartConfig(frame),
  } as TopLevelSpec;
  Object.assign(Reflect.get(vega, "textMetrics") ?? {}, { width: textWidth });
  const view = new vega.View(vega.parse(compile(sized).spec), { renderer: "none", logLevel: vega.Error });
  const svg = await view.toSVG();
  view.finalize();
  return tidy(svg, prefix);
}

/**
 * Vega leaves room for its labels, and without a canvas takes every letter for 0.8 em. System fonts are narrower, Han
 * characters wider. The same on every machine, whether it has a canvas or not. (Vega's `textMetrics.width` may be
 * replaced, but its types do not tell.)
 */
function textWidth(item: { readonly fontSize?: number; readonly limit?: number }, text: string): number {
  const ems = Array.from(String(text), (letter) =>
    (letter.codePointAt(0) ?? 0) > 0x2e7f ? 1 : letter === "%" ? 0.95 : 0.61,
  );
  const width = ems.reduce((sum, em) => sum + em, 0) * (item.fontSize ?? 11);
  return item.limit ? Math.min(width, item.limit) : width;
}

/** Shorter and self-contained: own ids, no roles (the picture is one image), no invisible labels, two decimals. */
function tidy(svg: string, prefix: string): string {
  return withOwnIds(svg, prefix)
    .replace(/<text [^>]*opacity="0"[^>]*>[^<]*<\/text>/g, "")
    .replace(/ (?:aria-[a-z]+|role|pointer-events|font-family|xmlns:xlink|class)="[^"]*"/g, "")
    .replace(/<path d="M0,0h0v0h0Z"\/>|<path d="" display="none"\/>/g, "")
    .replace(/ (?:d|transform|x|y|x2|y2|width|height)="[^"]*"/g, (attribute) =>
      attribute.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (digits) => String(Number(Number(digits).toFixed(2)))),
    );
}

function withOwnIds(svg: string, prefix: string): string {
  const ids = new Map<string, string>();
  for (const [, id] of svg.matchAll(/ id="([^"]+)"/g)) ids.set(id, `${prefix}-${ids.size + 1}`);
  return svg
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${ids.get(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${ids.get(id) ?? id})`);
}
