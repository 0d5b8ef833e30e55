import type { Chart } from "./chart.ts";

/** Halves come in pairs: the first of an odd number stands alone over the whole width. */
export function paired(charts: readonly (Chart | null)[]): Chart[] {
  const shown = charts.filter((chart) => chart !== null);
  const halves = shown.filter(({ width }) => width === "half");
  const single = halves.length % 2 === 1 ? halves[0] : null;
  return shown.map((chart) => (chart === single ? { ...chart, width: "full" } : chart));
}
