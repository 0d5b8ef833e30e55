import { type EndingCause, endingCauses } from "../plan/metrics.ts";
import type { Plan } from "../plan/plan.ts";
import type { Pool } from "./pool.ts";
import { over, running, runOff, type State } from "./state.ts";

/** Phase 9: tests whether the plan ends with this period, and lets run-offs end that are due. */
export function testEndings(plan: Plan, state: State, pool: Pool, t: number): void {
  const { status, lanes } = state;
  const last = plan.periods.findLastIndex(({ beyond }) => !beyond);
  for (let lane = 0; lane < lanes.count; lane++) {
    if (status[lane] === running) {
      const cause = causeOfEnding(plan, state, t, lane);
      if (cause !== "none") end(state, pool, t, lane, cause);
      else if (t === last) leaveRunning(state, pool, t, lane);
    } else if (status[lane] === runOff && t >= state.runOffUntil[lane]) status[lane] = over;
  }
}

/** The calendar ends here, not the plan: nothing of it is simulated any further. */
function leaveRunning({ status, lastRunning }: State, pool: Pool, t: number, lane: number): void {
  status[lane] = over;
  lastRunning[lane] = t;
  pool.empty(lane);
}

function causeOfEnding(plan: Plan, state: State, t: number, lane: number): EndingCause {
  const { now, rules } = state;
  const members = now.members[lane];
  const before = state.peakMembers[lane];
  state.peakMembers[lane] = Math.max(before, members);
  if (plan.periods[t].closes) return "closing";
  const someone = plan.engine.kind === "exact" ? 1 : 0.5;
  if (before >= someone && members < someone) return "noMembers";
  if (belowMinimum(state, lane, members)) return "minimumMembers";
  state.hazardSoFar[lane] -= Math.log1p(-Math.min(1, rules.hazard[lane])) / plan.periodsPerYear;
  return state.hazardSoFar[lane] >= state.closingThreshold[lane] ? "hazard" : "none";
}

/** Membership has been below the minimum for longer than the time of grace, having reached it before. */
function belowMinimum({ rules, peakMembers, belowMinimum }: State, lane: number, members: number): boolean {
  const minimum = rules.minimumMembers[lane];
  const below = peakMembers[lane] >= minimum && members < minimum;
  belowMinimum[lane] = below ? belowMinimum[lane] + 1 : 0;
  return belowMinimum[lane] > rules.common.minimumGracePeriods;
}

function end(state: State, pool: Pool, t: number, lane: number, cause: EndingCause): void {
  const { runOffPeriods } = state.rules.common;
  state.status[lane] = runOffPeriods > 0 ? runOff : over;
  state.runOffUntil[lane] = t + runOffPeriods;
  state.ending[lane] = endingCauses.indexOf(cause);
  state.lastRunning[lane] = t;
  state.membersAtClosing[lane] = state.now.members[lane];
  pool.empty(lane);
}
