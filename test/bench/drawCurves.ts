import * as vega from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Curve } from "./scaling.ts";

const size = { width: 210, height: 130 };

/** One small picture a curve, on logarithmic scales: a straight line that rises with the dashed one grows in proportion. */
export async function drawCurves(curves: readonly Curve[]): Promise<string> {
  const drawn = curves.filter(({ points }) => points.length > 1);
  const spec = {
    background: "white",
    padding: 12,
    columns: 3,
    spacing: { row: 28, column: 40 },
    concat: drawn.map(panelOf),
    config: {
      font: "sans-serif",
      view: { stroke: null },
      axis: {
        gridColor: "#e5e5e5",
        domainColor: "#888",
        tickColor: "#888",
        labelColor: "#444",
        titleColor: "#444",
      },
      title: { fontSize: 12, fontWeight: 600, anchor: "start" },
    },
  } as unknown as TopLevelSpec;
  const view = new vega.View(vega.parse(compile(spec).spec), { renderer: "none", logLevel: vega.Error });
  return `${await view.toSVG()}\n`;
}

function panelOf({ what, unit, points }: Curve) {
  const [first] = points;
  const rows = points.flatMap(({ size: at, value }) => [
    { at, time: value, line: "measured" },
    { at, time: (first.value * at) / first.size, line: "in proportion" },
  ]);
  const most = 2 * Math.max(...points.map(({ value }) => value));
  const least = 0.5 * Math.min(...points.map(({ value }) => value));
  return {
    ...size,
    title: what,
    data: { values: rows.filter(({ time }) => time <= most && time >= least) },
    encoding: {
      x: {
        field: "at",
        type: "quantitative",
        scale: { type: "log", nice: false },
        axis: { format: "~s", tickCount: 5, title: null },
      },
      y: {
        field: "time",
        type: "quantitative",
        scale: { type: "log", domain: [least, most] },
        axis: {
          title: unit,
          titleAngle: 0,
          titleAnchor: "end",
          titleAlign: "left",
          titleX: 0,
          titleY: -8,
          format: "~s",
          tickCount: 4,
        },
      },
    },
    layer: [
      {
        transform: [{ filter: "datum.line == 'in proportion'" }],
        mark: { type: "line", color: "#999", strokeDash: [4, 3], clip: true },
      },
      {
        transform: [{ filter: "datum.line == 'measured'" }],
        mark: { type: "line", color: "#1f5fa8", point: { color: "#1f5fa8", filled: true, size: 36 } },
      },
    ],
  };
}
