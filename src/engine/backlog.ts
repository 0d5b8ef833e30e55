import type { Stream } from "../random/streams.ts";
import { drawBinomial, drawMultinomial } from "./multinomial.ts";
import type { State } from "./state.ts";

/**
 * Takes the claims that events put off in this period from those reported, and books the part that comes back for when it does.
 *
 * @param reported expected or counted claims of a tier, by lane
 */
export function putOff(
  { shocks, backlog, lanes }: State,
  tier: number,
  t: number,
  reported: Float64Array,
): void {
  for (const { event, putsOff, lost } of shocks.putOffs) {
    if (event.parts[t] === 0) continue;
    const back = new Float64Array(lanes.count);
    for (let lane = 0; lane < lanes.count; lane++) {
      const waiting = reported[lane] * putsOff[lane] * event.parts[t];
      reported[lane] -= waiting;
      back[lane] = waiting * (1 - lost[lane]);
    }
    comeBack(backlog[tier], event.catchUp, back);
  }
}

function comeBack(backlog: Float64Array, catchUp: Float64Array, claims: Float64Array): void {
  catchUp.forEach((part, period) => {
    const first = period * claims.length;
    for (let lane = 0; part > 0 && lane < claims.length; lane++) backlog[first + lane] += claims[lane] * part;
  });
}

/** Adds the claims that come back in this period to those reported. */
export function releaseBacklog(
  { backlog, lanes }: State,
  tier: number,
  t: number,
  reported: Float64Array,
): void {
  if (backlog.length === 0) return;
  for (let lane = 0; lane < lanes.count; lane++) reported[lane] += backlog[tier][t * lanes.count + lane];
}

/** Both in counted claims of one lane, where events put any off: returns what is left to be reported in this period. */
export function putOffCounts(
  { shocks, backlog, lanes }: State,
  tier: number,
  t: number,
  lane: number,
  claims: number,
  stream: Stream,
): number {
  let reported = claims;
  for (const { event, putsOff, lost } of shocks.putOffs) {
    const waiting = drawBinomial(stream, reported, putsOff[lane] * event.parts[t]);
    reported -= waiting;
    const back = drawBinomial(stream, waiting, 1 - lost[lane]);
    // What comes back after the plan's periods is not simulated: the last part stands for it.
    const parts = [...event.catchUp, Math.max(0, 1 - event.catchUp.reduce((sum, part) => sum + part, 0))];
    drawMultinomial(stream, back, parts, 1, (period, here) => {
      if (here > 0 && period < event.catchUp.length) backlog[tier][period * lanes.count + lane] += here;
    });
  }
  return reported + backlog[tier][t * lanes.count + lane];
}
