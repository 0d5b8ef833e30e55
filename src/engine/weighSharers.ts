import type { PoolPlan } from "../plan/plan.ts";
import { tenureWeight } from "../plan/sharing/tenureWeight.ts";
import type { Pool } from "./pool.ts";
import { periodsSinceJoining, type State } from "./state.ts";

/**
 * Phase 6, the beginning: who bears a share (the members or the covered at the settlement), with which weight, and for how many
 * of them the operator does.
 */
export function weighSharers(plan: PoolPlan, state: State, pool: Pool, t: number): void {
  const { now, rules, classMembers, lanes } = state;
  const isCovered = rules.common.sharing.sharers === "covered";
  now.sharers.set(isCovered ? now.covered : now.members);
  now.classMembers.set(classMembers);
  now.classSharers.set(isCovered ? now.classCovered : classMembers);
  const { weights } = rules.common.sharing;
  switch (weights.kind) {
    case "equal":
    case "group":
      now.classWeights.set(now.classSharers);
      break;
    case "class":
      now.classWeights.forEach((_, i) => {
        now.classWeights[i] = now.classSharers[i] * weights.weights[Math.floor(i / lanes.count)];
      });
      break;
    case "expectedCost":
      weighByExpectedAid(plan, state);
      break;
    case "tenure":
      weighByTenure(plan, state, pool, t, weights.weights);
      break;
    case "age":
      // By the cells of the pool, as it went through them; who does not share is taken off in proportion.
      now.classWeights.forEach((weight, i) => {
        now.classWeights[i] = classMembers[i] > 0 ? (weight * now.classSharers[i]) / classMembers[i] : 0;
      });
      break;
  }
  countExempt(plan, state, pool, t);
}

/** By what each class may expect; while nobody may expect anything, all alike. */
function weighByExpectedAid({ classes }: PoolPlan, { now, lanes }: State): void {
  for (let lane = 0; lane < lanes.count; lane++) {
    let sum = 0;
    for (let k = 0; k < classes.length; k++) {
      const i = k * lanes.count + lane;
      // Its last members may have claimed and left: what they expected is nobody's to pay for.
      now.classWeights[i] = now.classSharers[i] > 0 ? now.expectedAid[i] : 0;
      sum += now.classWeights[i];
    }
    for (let k = 0; k < classes.length; k++) {
      const i = k * lanes.count + lane;
      if (sum === 0) now.classWeights[i] = now.classSharers[i];
    }
  }
}

function weighByTenure(
  plan: PoolPlan,
  state: State,
  pool: Pool,
  t: number,
  weights: readonly number[],
): void {
  const { now, lanes, rules } = state;
  const { cohorts, ages, periodsPerYear } = plan;
  const members = pool.cellMembers();
  const onlyCovered = rules.common.sharing.sharers === "covered";
  now.classWeights.fill(0);
  plan.classes.forEach((_name, k) => {
    cohorts.forEach((_, c) => {
      if (onlyCovered && ages.covered[t * cohorts.length + c] === 0) return;
      for (let lane = 0; lane < lanes.count; lane++) {
        const years = periodsSinceJoining(plan, state, t, k, c, lane) / periodsPerYear;
        now.classWeights[k * lanes.count + lane] +=
          tenureWeight(weights, years) * members[(k * cohorts.length + c) * lanes.count + lane];
      }
    });
  });
}

function countExempt(plan: PoolPlan, { now, lanes, rules }: State, pool: Pool, t: number): void {
  const { cohorts, exempt, classes, ages } = plan;
  now.exempt.fill(0);
  if (!exempt.subarray(t * cohorts.length, (t + 1) * cohorts.length).includes(1)) return;
  const onlyCovered = rules.common.sharing.sharers === "covered";
  const counts = Array.from(cohorts.keys()).filter((c) => {
    const at = t * cohorts.length + c;
    return exempt[at] === 1 && (!onlyCovered || ages.covered[at] > 0);
  });
  if (counts.length === 0) return;
  const members = pool.cellMembers();
  for (let k = 0; k < classes.length; k++) {
    for (const c of counts) {
      const first = (k * cohorts.length + c) * lanes.count;
      for (let lane = 0; lane < lanes.count; lane++) now.exempt[lane] += members[first + lane];
    }
  }
}
