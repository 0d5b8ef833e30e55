import seedrandom from "seedrandom";
import type { BlockOutcome } from "../../src/engine/outcome.ts";
import { periodMetrics } from "../../src/plan/metrics.ts";

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

/** A made-up run of `total` replications, cut into blocks of `size`; some plans end early. */
export function makeOutcomes(seed: string, total: number, size: number, periods = 5): BlockOutcome[] {
  const random = seedrandom(seed);
  const cells = periodMetrics.length * periods;
  const replications = Array.from({ length: total }, () => ({
    numbers: Float64Array.from({ length: cells }, () => nastyNumber(random)),
    columns: [
      100 * random(),
      Math.floor(5 * random()),
      random() < 0.3 ? 2020 + random() : Number.POSITIVE_INFINITY,
    ],
    lastRunning: random() < 0.7 ? periods - 1 : Math.floor(random() * periods),
    ending: Math.floor(random() * 4),
  }));
  return Array.from({ length: Math.ceil(total / size) }, (_, block) => {
    const part = replications.slice(block * size, (block + 1) * size);
    const count = part.length;
    return {
      block,
      first: block * size,
      count,
      periods,
      paths: Float64Array.from(
        { length: cells * count },
        (_, i) => part[i % count].numbers[Math.floor(i / count)],
      ),
      columns: Float64Array.from(
        { length: 3 * count },
        (_, i) => part[i % count].columns[Math.floor(i / count)],
      ),
      lastRunning: Int32Array.from(part, ({ lastRunning }) => lastRunning),
      endings: Uint8Array.from(part, ({ ending }) => ending),
      maxImbalance: 1e-12 * (block + 1),
      maxMemberImbalance: 1e-13,
    };
  });
}

export const columnNames = ["total.cost", "total.cases", "ending.year"];
