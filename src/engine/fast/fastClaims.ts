import type { PoolPlan } from "../../plan/plan.ts";
import { poissonQuantile } from "../../random/poissonQuantile.ts";
import { nextUniforms, openStreams } from "../../random/streams.ts";
import { putOff, releaseBacklog } from "../backlog.ts";
import { over, type State } from "../state.ts";
import { address } from "./kernel/arena.ts";

/** The expected claims of a pool's members, from illness to approval. */
export interface FastClaims {
  /** Of the class being advanced, by tier: its claim factor relative to the central one, and its expected claims before that. */
  readonly ratios: readonly Float64Array[];
  readonly expected: readonly Float64Array[];
  clear(): void;
  /** Adds the class's expected claims to those of the others. */
  report(k: number): void;
  /** Spreads the period's claims, and those put off until now, over the periods in which they will be approved. */
  spread(t: number): void;
  /** Phase 5: draws which are approved. */
  approve(t: number): void;
}

export function newFastClaims(plan: PoolPlan, state: State): FastClaims {
  const { tiers } = plan;
  const { lanes, now } = state;
  const laneCount = lanes.count;
  const perTier = () => tiers.map(() => lanes.arena.floats(laneCount));
  const ratios = perTier();
  const expected = perTier();
  const reported = perTier();
  const uniforms = lanes.arena.floats(laneCount);
  const streams = tiers.map(({ name }) =>
    openStreams(lanes.claimsKey, lanes.first, laneCount, state.luck.claims(name)),
  );
  return { ratios, expected, clear, report, spread, approve };

  function clear(): void {
    for (const of of reported) of.fill(0);
  }

  function report(k: number): void {
    const { expectedAid } = now;
    const ofClass = k * laneCount;
    tiers.forEach((_, i) => {
      const [all, own, ratio, amount] = [reported[i], expected[i], ratios[i], state.amounts[i]];
      for (let lane = 0; lane < laneCount; lane++) {
        const claims = own[lane] * ratio[lane];
        all[lane] += claims;
        expectedAid[ofClass + lane] += claims * amount[lane];
      }
    });
  }

  function spread(t: number): void {
    const { delay } = state.rules;
    const last = Math.min(delay.length, plan.periods.length - t);
    for (let i = 0; i < tiers.length; i++) {
      putOff(state, i, t, reported[i]);
      releaseBacklog(state, i, t, reported[i]);
      // The delay's rows lie one behind the other.
      lanes.arena.kernel.addProducts(
        address(reported[i]),
        address(delay[0]),
        last,
        laneCount,
        address(state.due[i], t * laneCount),
      );
    }
  }

  function approve(t: number): void {
    const { denied, granted } = state.rules;
    const decided = t + (state.rules.common.jury?.periods ?? 0);
    const { status } = state;
    tiers.forEach((_, i) => {
      nextUniforms(streams[i], uniforms);
      const [due, byJury, cases] = [state.due[i], state.granted[i], now.casesByTier[i]];
      for (let lane = 0; lane < laneCount; lane++) {
        const at = t * laneCount + lane;
        const refused = due[at] * denied[lane];
        const later = granted ? refused * granted[lane] : 0;
        if (granted && decided < plan.periods.length) byJury[decided * laneCount + lane] += later;
        const mean = due[at] * (1 - denied[lane]) + byJury[at];
        cases[lane] = mean > 0 ? poissonQuantile(uniforms[lane], mean) : 0;
        if (status[lane] !== over) now.denied[lane] += refused - later;
      }
    });
  }
}
