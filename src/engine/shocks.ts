import type { Period, Plan } from "../plan/plan.ts";
import { normalProbability } from "../random/normalProbability.ts";
import { normalQuantile } from "../random/normalQuantile.ts";
import { purposes } from "../random/purpose.ts";
import { quantile } from "../random/quantileOf.ts";
import { uniformAt } from "../random/uniformAt.ts";
import { type Lanes, valueIn } from "./lanes.ts";

/** Common shocks of each replication: factors by period and lane, `[period * lanes + lane]`. */
export interface ShockPaths {
  readonly incidence: Float64Array;
  readonly lapse: Float64Array;
}

/** Factors on incidence (year by year, and while events last) and on lapse (events only). */
export function drawShocks({ shocks, periods, years }: Plan, lanes: Lanes): ShockPaths {
  const incidence = new Float64Array(periods.length * lanes.count).fill(1);
  const lapse = new Float64Array(periods.length * lanes.count).fill(1);
  for (let lane = 0; lane < lanes.count; lane++) {
    if (shocks.yearly)
      multiplyYears(incidence, yearlyShocks(shocks.yearly, years, lanes, lane), periods, years, lanes, lane);
    for (const event of shocks.events) {
      if (!happens(event, lanes, lane)) continue;
      const onIncidence = valueIn(event.incidence, lanes, lane) - 1;
      const onLapse = valueIn(event.lapse, lanes, lane) - 1;
      event.parts.forEach((part, t) => {
        incidence[t * lanes.count + lane] *= 1 + onIncidence * part;
        lapse[t * lanes.count + lane] *= 1 + onLapse * part;
      });
    }
  }
  return { incidence, lapse };
}

function happens(
  event: Plan["shocks"]["events"][number],
  { key, first, ...lanes }: Lanes,
  lane: number,
): boolean {
  const probability = valueIn(event.probability, { key, first, ...lanes }, lane);
  return uniformAt(key, first + lane, purposes.eventHappens(event.name), 0) < probability;
}

/**
 * Mean-one factors of consecutive years. Their normal scores follow z(y) = r z(y - 1) + sqrt(1 - r^2) e(y), r the
 * autocorrelation; lognormal exp(s z - s^2 / 2) with s^2 = log(1 + sd^2), or gamma with shape 1 / sd^2.
 */
function yearlyShocks(
  yearly: NonNullable<Plan["shocks"]["yearly"]>,
  years: readonly number[],
  lanes: Lanes,
  lane: number,
): number[] {
  const sd = valueIn(yearly.sd, lanes, lane);
  const r = valueIn(yearly.autocorrelation, lanes, lane);
  const stream = purposes.yearlyShock();
  let z = 0;
  return years.map((year, i) => {
    const e = normalQuantile(uniformAt(lanes.key, lanes.first + lane, stream, year));
    z = i === 0 ? e : r * z + Math.sqrt(1 - r * r) * e;
    return meanOneFactor(yearly.kind, sd, z);
  });
}

function meanOneFactor(kind: "lognormal" | "gamma", sd: number, z: number): number {
  if (sd <= 0) return 1;
  if (kind === "gamma") {
    return quantile({ kind: "gamma", shape: 1 / sd ** 2, scale: sd ** 2 }, normalProbability(z));
  }
  const variance = Math.log1p(sd ** 2);
  return Math.exp(Math.sqrt(variance) * z - variance / 2);
}

function multiplyYears(
  path: Float64Array,
  factors: readonly number[],
  periods: readonly Period[],
  years: readonly number[],
  lanes: Lanes,
  lane: number,
): void {
  periods.forEach(({ year }, t) => {
    // A run-off may reach into a year that the calendar does not have.
    path[t * lanes.count + lane] *= factors[years.indexOf(year)] ?? 1;
  });
}
