import { sharedAid } from "./costs.ts";
import { settled } from "./rounding.ts";
import type { State } from "./state.ts";

/*
 * Who bears what sharers are not asked for: the operator as far as its budget goes, the aided, or nobody.
 */

/** The operator pays, as far as its budget goes; books it and returns what it paid. */
export function paySubsidy({ now, rules, subsidySoFar }: State, lane: number, amount: number): number {
  const left = rules.sharing.subsidyBudget[lane] - subsidySoFar[lane] - now.subsidy[lane];
  const paid = Math.min(amount, Math.max(0, left));
  now.subsidy[lane] += paid;
  return paid;
}

/** Aid for illness that is the operator's to pay; beyond its budget it is not paid. */
export function payOperatorsAid(state: State, lane: number): void {
  const { now } = state;
  const paid = paySubsidy(state, lane, now.aidOfOperator[lane]);
  const cut = now.aidOfOperator[lane] - paid;
  now.aid[lane] -= cut;
  now.aidCut[lane] += cut;
  now.aidOfOperator[lane] = paid;
}

/** What a member was asked for and does not pay, as the operator does: beyond its budget the next period bears it. */
export function payForMembers(state: State, lane: number, amount: number): void {
  const { now, surplus } = state;
  const paid = paySubsidy(state, lane, amount);
  now.contributions[lane] -= amount;
  surplus[lane] -= settled(amount - paid, amount);
}

/** The operator pays what the surplus does not, and takes no fee. */
export function payByOperator(state: State, lane: number): void {
  const { now, surplus } = state;
  const missing = sharedAid(state, lane) + now.refunds[lane] - surplus[lane];
  surplus[lane] = missing > 0 ? settled(paySubsidy(state, lane, missing) - missing, missing) : -missing;
  if (surplus[lane] < 0) cutAid(state, lane, -surplus[lane]);
}

/** What was not asked of anybody: the operator pays it, as far as its budget goes, aid is cut, or the next period bears it. */
export function bearExcess(state: State, lane: number): void {
  const { rules, surplus } = state;
  const { excess, beyondBudget } = rules.common.sharing;
  const missing = -surplus[lane];
  let isCut = excess === "aid";
  if (excess === "operator") {
    const paid = paySubsidy(state, lane, missing);
    surplus[lane] = settled(paid - missing, missing);
    isCut = beyondBudget !== "nextPeriod";
  }
  if (isCut && surplus[lane] < 0) cutAid(state, lane, -surplus[lane]);
}

/** Reduces aid, and the fee that was taken on it, by what is missing. */
export function cutAid(state: State, lane: number, missing: number): void {
  const { now, surplus } = state;
  const fee = feeOnAid(state, lane);
  const cut = Math.min(sharedAid(state, lane), missing / (1 + fee));
  now.aid[lane] -= cut;
  now.aidCut[lane] += cut;
  now.fee[lane] = Math.max(0, now.fee[lane] - cut * fee);
  surplus[lane] = settled(surplus[lane] + cut * (1 + fee), missing);
}

/** The part of the aid that was taken as fee: as the rules say, but for rounding to the unit. */
function feeOnAid(state: State, lane: number): number {
  const { now, rules } = state;
  const aid = sharedAid(state, lane);
  const fee = now.fee[lane] - rules.sharing.feePerHead[lane] * now.sharers[lane];
  return aid > 0 ? Math.max(0, fee) / aid : 0;
}

/** Nobody is left to pay: aid that the surplus does not pay is not paid. */
export function shareAmongNobody(state: State, lane: number, fee: number): void {
  const { now, surplus } = state;
  now.fee[lane] = fee * sharedAid(state, lane);
  surplus[lane] -= sharedAid(state, lane) + now.fee[lane] + now.refunds[lane];
  if (surplus[lane] < 0) cutAid(state, lane, -surplus[lane]);
}
