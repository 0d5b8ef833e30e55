import type { PoolPlan } from "../plan/plan.ts";
import { openStream } from "../random/streams.ts";
import { valueIn } from "./lanes.ts";
import { timesAsLikely } from "./lapsePerYear.ts";
import { drawBinomial } from "./multinomial.ts";
import { running, type State } from "./state.ts";

/**
 * Phase 2, how many join: former members who come back, as scheduled and by the Bass curve (as far as recent shares and
 * events do not keep them away), and then as many as are missing to the target at this period's settlement, given who
 * leaves at its start and who is likely to leave within it.
 *
 * The exact engine takes whole persons: parts of one wait for a later period.
 */
export function countJoiners(plan: PoolPlan, state: State, t: number): void {
  const { joining, periodsPerYear } = plan;
  const { lanes, now, status, joinedSoFar, joinersCarried, otherLeavers } = state;
  const whole = plan.engine.kind === "exact";
  for (let lane = 0; lane < lanes.count; lane++) {
    now.joiners[lane] = 0;
    state.newcomers[lane] = 0;
    clearRejoiners(plan, state, lane);
    if (status[lane] !== running || plan.periods[t].beyond) continue;
    const rejoiners = countRejoiners(plan, state, t, lane);
    const attracted = mixJoiners(plan, state, lane) * state.shocks.joining[t * lanes.count + lane];
    let wanted = 0;
    for (const { perYear, years } of joining.scheduled) wanted += valueIn(perYear, lanes, lane) * years[t];
    if (joining.bass) wanted += bassJoiners(joining.bass, state, lane) / periodsPerYear;
    wanted = joinersCarried[lane] + wanted * attracted;
    let joiners = whole ? Math.floor(wanted) : wanted;
    joinersCarried[lane] = wanted - joiners;
    const target = joining.target[t];
    if (target >= 0) {
      const there = stayers(plan, state, t, lane) + joiners + rejoiners;
      const missing = target / (1 - otherLeavers[lane]) - there;
      joiners += Math.max(0, whole ? Math.round(missing) : missing);
    }
    state.newcomers[lane] = joiners;
    now.joiners[lane] = joiners + rejoiners;
    joinedSoFar[lane] += joiners;
  }
}

/** Sets each class's part of the joiners, and returns the part of the inflow that is not kept away by recent shares. */
function mixJoiners(
  { classes }: PoolPlan,
  { rules, attraction, entering, lanes }: State,
  lane: number,
): number {
  let attracted = 0;
  let isMoved = false;
  for (let k = 0; k < classes.length; k++) {
    const i = k * lanes.count + lane;
    attracted += rules.portions[i] * attraction[i];
    isMoved ||= attraction[i] !== 1;
  }
  for (let k = 0; k < classes.length; k++) {
    const i = k * lanes.count + lane;
    // Where nobody is attracted, nobody but the target's joiners comes: these as the rules have them.
    const isMixed = isMoved && attracted > 0;
    entering[i] = isMixed ? (rules.portions[i] * attraction[i]) / attracted : rules.portions[i];
  }
  return isMoved ? attracted : 1;
}

function clearRejoiners({ classes }: PoolPlan, { rejoiners, lanes }: State, lane: number): void {
  for (let k = 0; k < classes.length; k++) rejoiners[k * lanes.count + lane] = 0;
}

/** Of those who left, a part comes back each year, less what recent shares and events keep away. */
function countRejoiners(plan: PoolPlan, state: State, t: number, lane: number): number {
  const { lanes, former, rejoiners, attraction } = state;
  const yearly = valueIn(plan.joining.rejoin, lanes, lane);
  if (yearly === 0 || t === 0) return 0;
  const duringEvents = state.shocks.joining[t * lanes.count + lane];
  const probability = timesAsLikely(yearly, duringEvents / plan.periodsPerYear);
  const stream =
    plan.engine.kind === "exact"
      ? openStream(lanes.claimsKey, lanes.first + lane, state.luck.cells("rejoiners"), t)
      : null;
  let sum = 0;
  for (let k = 0; k < plan.classes.length; k++) {
    const i = k * lanes.count + lane;
    const part = Math.min(1, probability * attraction[i]);
    rejoiners[i] = stream ? drawBinomial(stream, former[i], part) : former[i] * part;
    former[i] -= rejoiners[i];
    sum += rejoiners[i];
  }
  return sum;
}

/** (innovation + imitation F / potential) (potential - F) a year, F those who joined so far. Source: Bass (1969). */
function bassJoiners(
  bass: NonNullable<PoolPlan["joining"]["bass"]>,
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
function stayers(plan: PoolPlan, state: State, t: number, lane: number): number {
  const { lanes, classMembers, lapse, failed, deposits } = state;
  let sum = 0;
  for (let k = 0; k < plan.classes.length; k++) {
    const i = k * lanes.count + lane;
    sum += classMembers[i] * (1 - lapse[i]) * (1 - (deposits?.drainedOfClass[i] ?? 0));
  }
  return sum * (1 - failed[t * lanes.count + lane]);
}
