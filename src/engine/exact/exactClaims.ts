import type { PoolPlan } from "../../plan/plan.ts";
import { openStream } from "../../random/streams.ts";
import { putOffCounts } from "../backlog.ts";
import { drawBinomial, drawMultinomial } from "../multinomial.ts";
import { over, type State } from "../state.ts";
import { streamOf } from "./clock.ts";
import type { ExactClocks } from "./exactClocks.ts";

/** The claims of an exact pool, from report to approval. */
export interface ExactClaims {
  /** Draws when each of the lane's claims by tier, and of those put off until now, will be due for approval. */
  report(t: number, lane: number, claims: Float64Array): void;
  /** Phase 5: draws which are approved. */
  approve(t: number): void;
}

export function newExactClaims({ tiers, periods }: PoolPlan, state: State, clocks: ExactClocks): ExactClaims {
  const { lanes, now } = state;
  const { count } = lanes;
  const approvals = tiers.map(({ name }) => state.luck.claims(name));
  return { report, approve };

  function report(t: number, lane: number, claims: Float64Array): void {
    let delay: number[] | null = null;
    for (let tier = 0; tier < tiers.length; tier++) {
      const reported =
        state.backlog.length === 0
          ? claims[tier]
          : putOffCounts(state, tier, t, lane, claims[tier], streamOf(clocks["put off"]));
      if (reported === 0) continue;
      delay ??= state.rules.delay.map((probabilities) => probabilities[lane]);
      drawMultinomial(streamOf(clocks.delays), reported, delay, 1, (later, due) => {
        if (t + later < periods.length) state.due[tier][(t + later) * count + lane] += due;
      });
    }
  }

  function approve(t: number): void {
    for (let tier = 0; tier < tiers.length; tier++) {
      for (let lane = 0; lane < count; lane++) {
        now.casesByTier[tier][lane] = state.granted[tier][t * count + lane];
        if (state.due[tier][t * count + lane] > 0) decide(t, tier, lane);
      }
    }
  }

  /** Which of the claims due are approved at once, and which a jury will grant. */
  function decide(t: number, tier: number, lane: number): void {
    const { denied, granted, common } = state.rules;
    const at = t * count + lane;
    const due = state.due[tier][at];
    const decided = t + (common.jury?.periods ?? 0);
    const stream = openStream(lanes.claimsKey, lanes.first + lane, approvals[tier], t);
    const approved = drawBinomial(stream, due, 1 - denied[lane]);
    const later = granted ? drawBinomial(stream, due - approved, granted[lane]) : 0;
    if (granted && decided < periods.length) state.granted[tier][decided * count + lane] += later;
    // A jury that takes no time has granted some of these right now.
    now.casesByTier[tier][lane] = approved + state.granted[tier][at];
    if (state.status[lane] !== over) now.denied[lane] += due - approved - later;
  }
}
