import type { Plan } from "../plan/plan.ts";
import { valueIn } from "./lanes.ts";
import { running, type State } from "./state.ts";

/**
 * Phase 2, how many join: as scheduled, by the Bass curve, and then as many as are missing to the target at this
 * period's settlement, given who leaves at its start and who is likely to leave within it.
 *
 * The exact engine takes whole persons: parts of one wait for a later period.
 */
export function countJoiners(plan: Plan, state: State, t: number): void {
  const { joining, periodsPerYear } = plan;
  const { lanes, now, status, joinedSoFar, joinersCarried, otherLeavers } = state;
  const whole = plan.engine.kind === "exact";
  for (let lane = 0; lane < lanes.count; lane++) {
    now.joiners[lane] = 0;
    if (status[lane] !== running || plan.periods[t].beyond) continue;
    let wanted = joinersCarried[lane];
    for (const { perYear, years } of joining.scheduled) wanted += valueIn(perYear, lanes, lane) * years[t];
    if (joining.bass) wanted += bassJoiners(joining.bass, state, lane) / periodsPerYear;
    let joiners = whole ? Math.floor(wanted) : wanted;
    joinersCarried[lane] = wanted - joiners;
    const target = joining.target[t];
    if (target >= 0) {
      const missing = target / (1 - otherLeavers[lane]) - stayers(plan, state, t, lane) - joiners;
      joiners += Math.max(0, whole ? Math.round(missing) : missing);
    }
    now.joiners[lane] = joiners;
    joinedSoFar[lane] += joiners;
  }
}

/** (innovation + imitation F / potential) (potential - F) a year, F those who joined so far. Source: Bass (1969). */
function bassJoiners(
  bass: NonNullable<Plan["joining"]["bass"]>,
  { lanes, joinedSoFar }: State,
  lane: number,
): number {
  const potential = valueIn(bass.potential, lanes, lane);
  const joined = joinedSoFar[lane];
  if (joined >= potential) return 0;
  const rate =
    valueIn(bass.innovation, lanes, lane) + (valueIn(bass.imitation, lanes, lane) * joined) / potential;
  return rate * (potential - joined);
}

/** Members of the last period's end who do not leave at the start of this one. */
function stayers(plan: Plan, { lanes, classMembers, lapse, failed }: State, t: number, lane: number): number {
  let sum = 0;
  for (let k = 0; k < plan.classes.length; k++) {
    const i = k * lanes.count + lane;
    sum += classMembers[i] * (1 - lapse[i]);
  }
  return sum * (1 - failed[t * lanes.count + lane]);
}
