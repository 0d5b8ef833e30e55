import seedrandom from "seedrandom";
import type { BlockOutcome, SeriesOutcome } from "../../src/engine/outcome.ts";
import { metricIndex, periodMetrics } from "../../src/plan/metrics.ts";

/** Numbers of all the kinds that sketches find hard: atoms, zeros, negatives, twenty orders of magnitude, a constant. */
export function nastyNumber(random: () => number): number {
  const kind = Math.floor(random() * 6);
  if (kind === 0) return 0;
  if (kind === 1) return 4.31;
  if (kind === 2) return -(10 ** (20 * random() - 10));
  if (kind === 3) return 10 ** (20 * random() - 10);
  if (kind === 4) return Math.floor(random() * 10);
  return 1000 * (1 + 0.01 * random());
}

/** A made-up run of `total` replications of a plan of two pools, cut into blocks of `size`; some plans and pools end early. */
export function makeOutcomes(seed: string, total: number, size: number, periods = 5): BlockOutcome[] {
  const random = seedrandom(seed);
  const replications = Array.from({ length: total }, (_, i) => ({
    series: Array.from({ length: seriesCount }, () => makeSeries(random, periods, i)),
    columns: [
      100 * random(),
      Math.floor(5 * random()),
      random() < 0.3 ? 2020 + random() : Number.POSITIVE_INFINITY,
    ],
  }));
  return Array.from({ length: Math.ceil(total / size) }, (_, block) => {
    const part = replications.slice(block * size, (block + 1) * size);
    const count = part.length;
    return {
      block,
      first: block * size,
      count,
      periods,
      series: Array.from({ length: seriesCount }, (_, s) => together(part.map(({ series }) => series[s]))),
      columns: Float64Array.from(
        { length: 3 * count },
        (_, i) => part[i % count].columns[Math.floor(i / count)],
      ),
      maxImbalance: 1e-12 * (block + 1),
      maxMemberImbalance: 1e-13,
    };
  });
}

interface MadeSeries {
  readonly numbers: Float64Array;
  readonly lastRunning: number;
  readonly ending: number;
}

/** There are no deposits, and nothing is refused in the first thirty replications. */
function makeSeries(random: () => number, periods: number, replication: number): MadeSeries {
  const numbers = Float64Array.from({ length: periodMetrics.length * periods }, () => nastyNumber(random));
  const fillMetric = (metric: number, value: number) =>
    numbers.fill(value, metric * periods, (metric + 1) * periods);
  fillMetric(metricIndex.deposits, 0);
  if (replication < 30) fillMetric(metricIndex.denied, 4.31);
  return {
    numbers,
    lastRunning: random() < 0.7 ? periods - 1 : Math.floor(random() * periods),
    ending: Math.floor(random() * 4),
  };
}

function together(replications: readonly MadeSeries[]): SeriesOutcome {
  const count = replications.length;
  const cells = replications[0].numbers.length;
  return {
    paths: Float64Array.from(
      { length: cells * count },
      (_, i) => replications[i % count].numbers[Math.floor(i / count)],
    ),
    lastRunning: Int32Array.from(replications, ({ lastRunning }) => lastRunning),
    endings: Uint8Array.from(replications, ({ ending }) => ending),
  };
}

/** Of the plan and its two pools. */
export const seriesCount = 3;

export const columnNames = ["total.cost", "total.cases", "ending.year"];
