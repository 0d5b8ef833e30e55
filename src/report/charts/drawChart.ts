import type { TopLevelSpec } from "vega-lite";
import type { Chart, Frame } from "./chart.ts";
import { chartConfig } from "./theme.ts";

const padding = { left: 2, right: 10, top: 4, bottom: 2 };

/**
 * A Vega-Lite picture as static SVG, without a DOM. Vega is loaded at the first chart, because it is large and most
 * commands draw nothing.
 *
 * @param prefix goes before every id inside, which Vega numbers over the whole process: the same chart is drawn to
 *   the same text again, and two charts of a page never share an id.
 */
export async function drawChart(
  spec: TopLevelSpec,
  frame: Frame,
  prefix: string,
  { along = "x", readings = [] }: Pick<Chart, "along" | "readings"> = {},
): Promise<Drawing> {
  const [vega, { compile }] = await Promise.all([import("vega"), import("vega-lite")]);
  const sized = {
    ...spec,
    width: frame.width,
    height: frame.height,
    autosize: { type: "fit", contains: "padding" },
    padding,
    config: chartConfig(frame),
  } as TopLevelSpec;
  Object.assign(Reflect.get(vega, "textMetrics") ?? {}, { width: textWidth });
  const view = new vega.View(vega.parse(compile(sized).spec), { renderer: "none", logLevel: vega.Error });
  const svg = tidy(await view.toSVG(), prefix);
  const [x, y] = view.origin();
  const { left, top } = padding;
  const scale: Scale = readings.length > 0 ? view.scale(along) : Number;
  const band = scale.bandwidth?.() ?? 0;
  const places = readings.map(({ at }) => rounded(scale(at) + band / 2));
  const plot = { x: x + left, y: y + top, width: view.width(), height: view.height() };
  view.finalize();
  return { svg, plot, places, hasBands: band > 0 };
}

/** A picture, and where in it things are. */
export interface Drawing {
  readonly svg: string;
  /** What the axes enclose, in pixels of the picture. */
  readonly plot: Readonly<Record<"x" | "y" | "width" | "height", number>>;
  /** Of each reading, along its axis from the plot's corner on, in pixels. */
  readonly places: readonly number[];
  /** Whether a reading has a band of the axis for itself, as categories have. */
  readonly hasBands: boolean;
}

/** One of Vega's scales: from a value to pixels. */
interface Scale {
  (value: number | string): number;
  readonly bandwidth?: () => number;
}

function rounded(pixels: number): number {
  return Number(pixels.toFixed(2));
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
      attribute.replace(/-?\d+\.\d{3,}(?:e-?\d+)?/g, (digits) => String(rounded(Number(digits)))),
    );
}

function withOwnIds(svg: string, prefix: string): string {
  const ids = new Map<string, string>();
  for (const [, id] of svg.matchAll(/ id="([^"]+)"/g)) ids.set(id, `${prefix}-${ids.size + 1}`);
  return svg
    .replace(/ id="([^"]+)"/g, (_, id: string) => ` id="${ids.get(id)}"`)
    .replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${ids.get(id) ?? id})`);
}
