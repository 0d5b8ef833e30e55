import type { PoolPlan } from "../plan/plan.ts";
import { power } from "../random/power.ts";
import type { Deposits } from "./depositState.ts";
import type { Pool } from "./pool.ts";
import { running, type State } from "./state.ts";

/** The start of a period: nothing has flown yet. */
export function openDeposits({ held, arriving, now }: Deposits): void {
  for (const flow of Object.values(now)) flow.fill(0);
  now.heldBefore.set(held);
  now.movedIn.set(arriving);
  arriving.fill(0);
}

/**
 * Once it is known who left and who came: leavers get back what they held or forfeit it, who stays tops up what ran low, joiners
 * pay in, and interest is credited.
 */
export function fillDeposits(plan: PoolPlan, state: State, pool: Pool, t: number): void {
  const { deposits, lanes, rules, status } = state;
  if (!deposits) return;
  const { balances, topUps, drained, held, now } = deposits;
  const { funding } = rules;
  const members = pool.cellMembers();
  const moved = pool.moved()?.persons;
  const inPool = new Float64Array(lanes.count);
  deposits.carried.fill(0);
  deposits.drainedOfClass.fill(0);
  // Who joins and reaches the age limit in one period pays in here, and takes that along.
  const paidByMoving = new Float64Array(lanes.count);
  forEachCell(plan, lanes.count, (cell, lane, c, k) => {
    inPool[lane] += balances[cell] * members[cell];
    if (!moved || moved[cell] === 0) return;
    const isNew = funding !== null && entersAt(plan, c, t);
    const each = isNew ? funding.deposit[lane] + funding.credit[lane] : balances[cell];
    if (isNew) {
      now.paid[lane] += funding.deposit[lane] * moved[cell];
      now.credited[lane] += funding.credit[lane] * moved[cell];
      paidByMoving[lane] += each * moved[cell];
    }
    now.movedOut[lane] += each * moved[cell];
    deposits.carried[k * lanes.count + lane] += each * moved[cell];
  });
  for (let lane = 0; lane < lanes.count; lane++) {
    if (status[lane] !== running) continue;
    const left = now.heldBefore[lane] + now.movedIn[lane] + paidByMoving[lane] - now.movedOut[lane];
    const released = Math.max(0, left - inPool[lane]);
    (rules.common.funding?.refundToLeavers === false ? now.lost : now.returned)[lane] += released;
    held[lane] = left - released;
  }
  const credit = (cell: number, lane: number, perMember: number, from: Float64Array) => {
    balances[cell] += perMember;
    from[lane] += perMember * members[cell];
    held[lane] += perMember * members[cell];
  };
  forEachCell(plan, lanes.count, (cell, lane, c) => {
    if (status[lane] !== running) return;
    if (topUps[cell] > 0) credit(cell, lane, topUps[cell], now.paid);
    topUps[cell] = 0;
    drained[cell] = 0;
    if (!funding) return;
    if (entersAt(plan, c, t)) {
      balances[cell] = 0;
      credit(cell, lane, funding.deposit[lane], now.paid);
      credit(cell, lane, funding.credit[lane], now.credited);
    }
    const interest = power(1 + funding.interest[lane], 1 / plan.periodsPerYear) - 1;
    if (interest > 0) credit(cell, lane, balances[cell] * interest, now.credited);
  });
}

/** Initial members have paid in before; their deposit is booked in the first period. */
function entersAt({ cohorts }: PoolPlan, c: number, t: number): boolean {
  const { joined, from } = cohorts[c];
  return from.kind === "joiners" && (joined === t || (t === 0 && joined < 0));
}

/**
 * Phase 7 of a prepaid plan: shares are taken from the deposits, as far as they go. Whose deposit does not go far enough, or is
 * below the minimum then, tops up at the start of the next period, or is out.
 *
 * @param shareOf what one member of a class and cohort is asked for
 * @returns by lane: what was taken
 */
export function debitDeposits(
  plan: PoolPlan,
  state: State,
  pool: Pool,
  shareOf: (k: number, c: number, lane: number) => number,
): Float64Array {
  const { deposits, lanes, rules, status } = state;
  const taken = new Float64Array(lanes.count);
  if (!deposits || !rules.funding) return taken;
  const { balances, topUps, drained, drainedOfClass } = deposits;
  const { minimum, topUpAmount } = rules.funding;
  const members = pool.cellMembers();
  drainedOfClass.fill(0);
  forEachCell(plan, lanes.count, (cell, lane, c, k) => {
    if (status[lane] !== running || members[cell] === 0) return;
    const share = shareOf(k, c, lane);
    const paid = Math.min(balances[cell], share);
    balances[cell] -= paid;
    taken[lane] += paid * members[cell];
    const missing = minimum[lane] - balances[cell];
    if (missing <= 0 && paid === share) return;
    topUps[cell] = Math.max(1, Math.ceil(missing / topUpAmount[lane])) * topUpAmount[lane];
    drained[cell] = 1 - rules.classes[k].topUp[lane];
    const i = k * lanes.count + lane;
    drainedOfClass[i] += (drained[cell] * members[cell]) / state.classMembers[i];
  });
  for (let lane = 0; lane < lanes.count; lane++) {
    const settled = Math.min(taken[lane], deposits.held[lane]);
    deposits.held[lane] -= settled;
    deposits.now.used[lane] += settled;
    taken[lane] = settled;
  }
  return taken;
}

/** They go along with the members of a pool that ends. */
export function handOnDeposits({ deposits }: State, lane: number): void {
  if (!deposits) return;
  deposits.now.movedOut[lane] += deposits.held[lane];
  deposits.held[lane] = 0;
}

/** Gives back what the operator has not spent. */
export function returnDeposits({ deposits, rules }: State, lane: number): void {
  if (!deposits) return;
  const { held, now } = deposits;
  const lost = held[lane] * (rules.funding?.spent[lane] ?? 0);
  now.lost[lane] += lost;
  now.returned[lane] += held[lane] - lost;
  held[lane] = 0;
}

function forEachCell(
  { classes, cohorts }: PoolPlan,
  lanes: number,
  visit: (cell: number, lane: number, c: number, k: number) => void,
): void {
  for (let k = 0; k < classes.length; k++) {
    for (let c = 0; c < cohorts.length; c++) {
      const first = (k * cohorts.length + c) * lanes;
      for (let lane = 0; lane < lanes; lane++) visit(first + lane, lane, c, k);
    }
  }
}
