import type { Frame } from "./chart.ts";

/*
 * Colours are CSS variables, so that one drawing serves light, dark and print; the page's style sheet gives their values.
 */
export const ink = "var(--ink)";
export const muted = "var(--muted)";
export const gridColor = "var(--grid)";
export const accent = "var(--accent)";
/** Bars that carry lines. */
export const barColor = "var(--bar)";
export const outerBand = "var(--band-outer)";
export const innerBand = "var(--band-inner)";
export const observedColor = "var(--observed)";
export const raising = "var(--raising)";
export const lowering = "var(--lowering)";
export const paper = "var(--paper)";

/** Colours for things without an order; the last for more things than colours. */
export const categories = [1, 2, 3, 4, 5, 6].map((i) => `var(--category-${i})`);

/** Eight colours from low to high risk. */
const ramp = [1, 2, 3, 4, 5, 6, 7, 8].map((i) => `var(--ramp-${i})`);

/** As many colours of the ramp as asked for (at most eight), spread over it. */
export function rampOf(count: number): string[] {
  return Array.from(
    { length: count },
    (_, i) => ramp[count === 1 ? 0 : Math.round((i * (ramp.length - 1)) / (count - 1))],
  );
}

/** What all charts share; fonts are set by the page's style sheet. */
export function chartConfig({ width, fontSize }: Frame) {
  return {
    font: "sans-serif",
    background: "transparent",
    aria: false,
    view: { stroke: null },
    axis: {
      labelColor: muted,
      labelFontSize: fontSize,
      labelPadding: 6,
      titleColor: muted,
      titleFontSize: fontSize,
      titleFontWeight: "normal" as const,
      gridColor,
      gridOpacity: 1,
      domain: false,
      tickColor: gridColor,
      tickSize: 5,
    },
    axisX: { grid: false, domain: true, domainColor: muted, titlePadding: 8, titleLimit: width * 0.75 },
    axisY: {
      ticks: false,
      tickCount: 5,
      // The unit stands above the axis, to be read without turning the head.
      titleAngle: 0,
      titleAlign: "left" as const,
      titleAnchor: "end" as const,
      titleBaseline: "bottom" as const,
      titleY: -10,
      titleX: 0,
      titleLimit: width * 0.8,
    },
    line: { strokeWidth: 2, strokeJoin: "round" as const },
    text: { fontSize, color: ink },
  };
}

/** A scale from 0 that ends at a tick. */
export const fromZero = { zero: true, nice: 5 };

/** Labels such as "100 M"; below a thousandth with an exponent. */
export const numberLabel =
  "abs(datum.value) >= 1e15 || (datum.value != 0 && abs(datum.value) < 1e-4) ? format(datum.value, '.2~e') : " +
  "abs(datum.value) >= 1e9 ? format(datum.value / 1e9, ',.4~r') + ' bn' : " +
  "abs(datum.value) >= 1e6 ? format(datum.value / 1e6, ',.4~r') + ' M' : format(datum.value, ',.6~r')";
