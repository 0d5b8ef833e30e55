import { periodMetrics } from "../plan/metrics.ts";

/** A cell is one metric in one period: what of it, and which replications have it. */
export const cellMetric = (cell: number, periods: number) => periodMetrics[Math.floor(cell / periods)];

/**
 * Copies the numbers of a cell that mean something into `into`, from place `already` on, and returns where they end: of a
 * `running` metric those of the replications whose plan (or pool) ran in the period, of the others all.
 *
 * @param paths `paths[cell * count + replication]`
 */
export function gatherCell(
  paths: Float64Array,
  cell: number,
  periods: number,
  lastRunning: Int32Array,
  into: Float64Array,
  already = 0,
): number {
  const count = lastRunning.length;
  const start = cell * count;
  const period = cellMetric(cell, periods).running ? cell % periods : -1;
  if (haveAll(period, lastRunning)) {
    into.set(paths.subarray(start, start + count), already);
    return already + count;
  }
  let present = already;
  for (let replication = 0; replication < count; replication++) {
    if (period <= lastRunning[replication]) into[present++] = paths[start + replication];
  }
  return present;
}

function haveAll(period: number, lastRunning: Int32Array): boolean {
  if (period < 0) return true;
  for (let replication = 0; replication < lastRunning.length; replication++)
    if (lastRunning[replication] < period) return false;
  return true;
}
