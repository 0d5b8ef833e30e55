import type { Frame, Param, Period, Plan, PlanEvent } from "../plan/plan.ts";
import { normalProbability } from "../random/normalProbability.ts";
import { normalQuantile } from "../random/normalQuantile.ts";
import { purposes } from "../random/purpose.ts";
import { quantile } from "../random/quantileOf.ts";
import { stratifiedUniforms } from "../random/stratifiedUniform.ts";
import { type Lanes, valueIn } from "./lanes.ts";

/** Common shocks of each replication: factors by period and lane, `[period * lanes + lane]`. */
export interface ShockPaths {
  readonly incidence: Float64Array;
  readonly lapse: Float64Array;
  readonly joining: Float64Array;
  readonly putOffs: readonly PutOff[];
}

/** What an event does to diagnoses of its time: parts by lane, 0 where it does not happen. */
export interface PutOff {
  readonly event: PlanEvent;
  readonly putsOff: Float64Array;
  readonly lost: Float64Array;
}

/** Factors on incidence (year by year, and while events last), on lapse and on joining (events only). */
export function drawShocks(
  { shocks, periods, years }: Pick<Frame, "shocks" | "periods"> & Pick<Plan, "years">,
  lanes: Lanes,
): ShockPaths {
  const ones = () => new Float64Array(periods.length * lanes.count).fill(1);
  const incidence = ones();
  const { yearly } = shocks;
  if (yearly) {
    const uniforms = years.map((year) => commonUniforms(lanes, purposes.yearlyShock(), year));
    for (let lane = 0; lane < lanes.count; lane++)
      multiplyYears(incidence, yearlyShocks(yearly, uniforms, lanes, lane), periods, years, lanes, lane);
  }
  const paths = { incidence, lapse: ones(), joining: ones() };
  const putOffs = shocks.events.flatMap((event) => {
    const happens = occurs(event, lanes);
    for (const of of ["incidence", "lapse", "joining"] as const)
      multiplyEvent(paths[of], event, event[of], happens, lanes);
    return event.putsOff === 0 ? [] : [putOff(event, happens, lanes)];
  });
  return { ...paths, putOffs };
}

function multiplyEvent(
  path: Float64Array,
  { parts }: PlanEvent,
  factor: Param,
  happens: Uint8Array,
  lanes: Lanes,
): void {
  for (let lane = 0; lane < lanes.count; lane++) {
    if (!happens[lane]) continue;
    const on = valueIn(factor, lanes, lane) - 1;
    parts.forEach((part, t) => {
      path[t * lanes.count + lane] *= 1 + on * part;
    });
  }
}

function putOff(event: PlanEvent, happens: Uint8Array, lanes: Lanes): PutOff {
  const inLanes = (param: Param) =>
    Float64Array.from(happens, (does, lane) => (does ? valueIn(param, lanes, lane) : 0));
  return { event, putsOff: inLanes(event.putsOff), lost: inLanes(event.lost) };
}

/** 1 in the lanes in which it happens. */
function occurs({ name, probability }: PlanEvent, lanes: Lanes): Uint8Array {
  const uniforms = commonUniforms(lanes, purposes.eventHappens(name), 0);
  return Uint8Array.from(uniforms, (u, lane) => (u < valueIn(probability, lanes, lane) ? 1 : 0));
}

/** One number a lane for what befalls all members together, spread evenly over a block. */
export function commonUniforms(
  { shocksKey, first, count, strata }: Lanes,
  purpose: number,
  index: number,
): Float64Array {
  return stratifiedUniforms(shocksKey, first, count, strata, purpose, index);
}

/**
 * Mean-one factors of consecutive years. Their normal scores follow z(y) = r z(y - 1) + sqrt(1 - r^2) e(y), r the
 * autocorrelation; lognormal exp(s z - s^2 / 2) with s^2 = log(1 + sd^2), or gamma with shape 1 / sd^2.
 */
function yearlyShocks(
  yearly: NonNullable<Plan["shocks"]["yearly"]>,
  uniforms: readonly Float64Array[],
  lanes: Lanes,
  lane: number,
): number[] {
  const sd = valueIn(yearly.sd, lanes, lane);
  const r = valueIn(yearly.autocorrelation, lanes, lane);
  let z = 0;
  return uniforms.map((ofYear, i) => {
    const e = normalQuantile(ofYear[lane]);
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
