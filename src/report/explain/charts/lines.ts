import type { TopLevelSpec } from "vega-lite";
import type { Picture, Series } from "../../../explain/explanation.ts";
import type { Frame, LegendEntry } from "../../charts/chart.ts";
import { accent, categories, innerBand, lowering, numberLabel, raising } from "../../charts/theme.ts";
import { timeX } from "../../charts/timeAxis.ts";
import { valueY } from "../../charts/valueAxis.ts";
import { type PictureWords, seriesInWords } from "../words/pictures.ts";

/** A line with the colour of what it is of; men and women of one thing have one. */
export interface Line extends Series {
  readonly label: string;
  readonly color: string;
}

const mostVersions = 3;

/**
 * The lines that are drawn, at most one to a colour: of many stages the first and the last ones, or the last alone. Colours go by what a
 * line is called.
 */
export function linesOf(picture: Picture): Line[] {
  const series = picture.series.filter(({ points }) => points.length > 0);
  const labelled = series.map((one) => ({ ...one, label: seriesInWords(one, picture) }));
  const others = labelsOf(labelled.filter(({ from }) => from === null));
  const own = shownLabels(labelled.filter(({ from }) => from !== null));
  const named = labelled.some(({ from, name }) => from !== null && name !== "");
  const ours = named ? categories : [accent, lowering, raising];
  const free = own.length > 0 ? categories.slice(1) : categories;
  const colors = new Map([
    ...others.map((label, i) => [label, free[i % free.length]] as const),
    ...own.map((label, i) => [label, ours[i % ours.length]] as const),
  ]);
  return labelled.flatMap((one) => {
    const color = colors.get(one.label);
    return color === undefined ? [] : [{ ...one, color }];
  });
}

function shownLabels(own: readonly (Series & { readonly label: string })[]): string[] {
  const stages = [...new Set(own.flatMap(({ from }) => from ?? []))].sort();
  const shown = stages.length > mostVersions ? [stages[0], ...stages.slice(1 - mostVersions)] : stages;
  const labels = labelsOf(own.filter(({ from }) => from !== null && shown.includes(from)));
  if (labels.length <= categories.length) return labels;
  const last = own.filter(({ from }) => from === stages[stages.length - 1]);
  return labelsOf(last).slice(0, categories.length);
}

function labelsOf(series: readonly { readonly label: string }[]): string[] {
  return [...new Set(series.map(({ label }) => label))];
}

export function legendOf(lines: readonly Line[]): LegendEntry[] {
  const entries = new Map(lines.map(({ label, color }) => [label, { label, kind: "line" as const, color }]));
  return [...entries.values()];
}

/** What holds until it changes. */
const steps: readonly Picture["kind"][] = ["benefit", "fee", "caps"];

/** Lines over age, time since joining, share or time; women dashed, uncertain ones with a band. */
export function linesSpec(
  frame: Frame,
  picture: Picture,
  lines: readonly Line[],
  words: PictureWords,
): TopLevelSpec {
  const isTime = lines.some(({ points }) => points.some(({ x }) => typeof x === "string"));
  const rows = lines.flatMap(({ label, color, sex, from, points }) =>
    points.map(({ x, y, low, high }) => ({
      at: typeof x === "string" ? Date.parse(x) : x,
      value: y,
      low,
      high,
      color,
      line: `${label} ${sex}`,
      isDashed: sex === "female",
      width: from === null && !isTime ? 1.25 : 2,
    })),
  );
  const x = isTime
    ? timeX(frame, datesOf(lines))
    : {
        field: "at",
        type: "quantitative" as const,
        title: words.xTitle,
        axis: {
          labelExpr: numberLabel,
          tickCount: Math.min(8, Math.floor(frame.width / 60)),
          ...(picture.kind === "delay" ? { tickMinStep: 1 } : {}),
        },
        scale: { nice: false, zero: false },
      };
  const y = words.isPart
    ? { ...valueY("value", words.yTitle), axis: { labelExpr: percentLabel } }
    : valueY("value", words.yTitle);
  const color = { field: "color", type: "nominal" as const, scale: null };
  const interpolate = steps.includes(picture.kind) ? ("step-after" as const) : ("linear" as const);
  const line = (dash: number[]) => ({
    mark: {
      type: "line" as const,
      interpolate,
      strokeDash: dash,
      point: lines.every(({ points }) => points.length <= 12) ? { filled: true, size: 30 } : false,
    },
    transform: [{ filter: dash.length > 0 ? "datum.isDashed" : "!datum.isDashed" }],
    encoding: {
      x,
      y,
      color,
      detail: { field: "line" },
      strokeWidth: { field: "width", type: "quantitative" as const, scale: null },
    },
  });
  const band = {
    mark: { type: "area" as const, opacity: 0.6, color: innerBand },
    transform: [{ filter: "isValid(datum.low)" }],
    encoding: { x, y: { ...y, field: "low" }, y2: { field: "high" }, detail: { field: "line" } },
  };
  return {
    data: { values: rows },
    layer: [
      ...(rows.some(({ low }) => low !== undefined) ? [band] : []),
      line([]),
      ...(rows.some(({ isDashed }) => isDashed) ? [line([5, 3])] : []),
    ],
  };
}

/** "0.05 %": rates are small. */
const percentLabel = "format(100 * datum.value, ',.4~r') + ' %'";

function datesOf(lines: readonly Line[]): string[] {
  return [...new Set(lines.flatMap(({ points }) => points.map(({ x }) => String(x))))].sort();
}
