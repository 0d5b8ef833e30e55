import type { DelayRule } from "../plan/plan.ts";
import { gammaLowerTail } from "../random/gammaTails.ts";
import { normalProbability } from "../random/normalProbability.ts";
import { computeInLanes, type Lanes } from "./lanes.ts";

/** The part of a delay's probability beyond which it is cut off; the rest goes to the last period. */
const negligible = 1e-6;

/** What pools that settle beside each other have in common: by rule and longest delay. */
const known = new WeakMap<Lanes, Map<string, Float64Array[]>>();

/** `delayProbabilities`, worked out once for all pools and stages with the same rule. */
export function delayInLanes(rule: DelayRule, lanes: Lanes, most: number): Float64Array[] {
  const ofLanes = known.get(lanes) ?? new Map<string, Float64Array[]>();
  known.set(lanes, ofLanes);
  const name = `${most} ${JSON.stringify(rule)}`;
  const probabilities = ofLanes.get(name) ?? delayProbabilities(rule, lanes, most);
  ofLanes.set(name, probabilities);
  return probabilities;
}

/**
 * Probabilities that an illness in one period is an approved claim 0, 1, 2... periods later, by lane, one row behind the other in the
 * arena. Illness comes at the middle of its period: P(j) = F(j + 1/2) - F(j - 1/2), F the distribution of the delay in periods.
 *
 * @param most longest delay that can matter, in periods
 */
export function delayProbabilities(rule: DelayRule, lanes: Lanes, most: number): Float64Array[] {
  const rows = probabilitiesOf(rule, lanes, most);
  const all = lanes.arena.floats(rows.length * lanes.count);
  return rows.map((row, j) => {
    all.set(row, j * lanes.count);
    return all.subarray(j * lanes.count, (j + 1) * lanes.count);
  });
}

function probabilitiesOf(rule: DelayRule, lanes: Lanes, most: number): Float64Array[] {
  if (rule.kind === "none") return [lanes.arena.floats(lanes.count).fill(1)];
  if (rule.kind === "periods") return rule.probabilities.map((p) => lanes.arena.floats(lanes.count).fill(p));
  const within = (periods: number) =>
    computeInLanes(lanes, [rule.meanPeriods, rule.sdPeriods], (value) =>
      delayDistribution(rule.kind, value(rule.meanPeriods), value(rule.sdPeriods), periods),
    );
  const probabilities: Float64Array[] = [];
  let before: Float64Array = lanes.arena.floats(lanes.count);
  for (let j = 0; j <= most; j++) {
    // Lane by lane: a replication must not depend on those beside it.
    const after = within(j + 0.5).map((p) => (p > 1 - negligible ? 1 : p));
    probabilities.push(after.map((p, lane) => p - before[lane]));
    if (after.every((p) => p === 1)) break;
    before = after;
  }
  return probabilities;
}

/** P(delay <= periods); without spread the delay is its mean. */
export function delayDistribution(
  kind: "gamma" | "lognormal",
  mean: number,
  sd: number,
  periods: number,
): number {
  if (mean <= 0 || sd <= 0) return periods >= mean ? 1 : 0;
  if (kind === "gamma") return gammaLowerTail((mean / sd) ** 2, (periods * mean) / sd ** 2);
  const variance = Math.log1p((sd / mean) ** 2);
  return normalProbability((Math.log(periods / mean) + variance / 2) / Math.sqrt(variance));
}
