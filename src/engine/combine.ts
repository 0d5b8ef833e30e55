import { metricIndex, periodMetrics } from "../plan/metrics.ts";
import type { SeriesOutcome } from "./outcome.ts";
import type { Sink } from "./record.ts";

/**
 * Adds one pool to what several have together: sums as they are, means times their weights; `divideMeans` ends it.
 *
 * @param count lanes, from both offsets on
 */
export function addPaths(into: Sink, from: Sink, count: number): void {
  for (const { key, over } of periodMetrics) {
    for (let t = 0; t < into.periods; t++) {
      const to = (metricIndex[key] * into.periods + t) * into.count + into.offset;
      const of = (metricIndex[key] * from.periods + t) * from.count + from.offset;
      const weight = over && (metricIndex[over] * from.periods + t) * from.count + from.offset;
      for (let lane = 0; lane < count; lane++) {
        const value = from.paths[of + lane];
        if (value !== 0) into.paths[to + lane] += weight === null ? value : value * from.paths[weight + lane];
      }
    }
  }
}

/** Divides means by the sum of their weights. Where there is no weight an index is 1, anything else 0. */
export function divideMeans(into: Sink, count: number): void {
  for (const { key, over, unit } of periodMetrics) {
    if (over === null) continue;
    const none = unit === "ratio" ? 1 : 0;
    for (let t = 0; t < into.periods; t++) {
      const to = (metricIndex[key] * into.periods + t) * into.count + into.offset;
      const weight = (metricIndex[over] * into.periods + t) * into.count + into.offset;
      for (let lane = 0; lane < count; lane++) {
        const all = into.paths[weight + lane];
        into.paths[to + lane] = all > 0 ? into.paths[to + lane] / all : none;
      }
    }
  }
}

/** When pools have ended together: with the last of them, by its cause; not at all while one still runs. */
export type Endings = Pick<SeriesOutcome, "lastRunning" | "endings">;

/** Adds the ending of one pool to that of several. `isFirst`: there was none before. */
export function addEndings(
  into: Endings,
  offset: number,
  from: { readonly lastRunning: Int32Array; readonly ending: Uint8Array },
  isFirst: boolean,
): void {
  from.lastRunning.forEach((last, lane) => {
    const at = offset + lane;
    const runsOn = !isFirst && into.endings[at] === 0;
    const isLater = isFirst || last > into.lastRunning[at] || from.ending[lane] === 0;
    if (runsOn || !isLater) return;
    into.lastRunning[at] = last;
    into.endings[at] = from.ending[lane];
  });
}
