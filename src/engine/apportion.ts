import type { Plan } from "../plan/plan.ts";
import { running, runOff, type State } from "./state.ts";

/**
 * Phase 6: cost = aid + fee - surplus carried. Share = cost / sharers, rounded up to the unit and limited by the caps;
 * what a cap cuts off is borne by the operator, by the aided, or by the next period.
 */
export function apportion(plan: Plan, state: State, t: number): void {
  const { now, status, surplus, membersAtClosing } = state;
  const stopped = plan.periods[t].sharingStopped;
  for (let lane = 0; lane < state.lanes.count; lane++) {
    now.surplusBefore[lane] = surplus[lane];
    clear(state, lane);
    if (status[lane] === runOff) {
      const { runOffPaidBy } = state.rules.common;
      if (runOffPaidBy === "members") share(state, lane, membersAtClosing[lane]);
      else if (runOffPaidBy === "operator") payByOperator(state, lane);
      else shareAmongNobody(state, lane, 0);
    } else if (status[lane] === running) {
      if (stopped) payByOperator(state, lane);
      else share(state, lane, now.sharers[lane]);
    }
  }
}

function clear({ now }: State, lane: number): void {
  now.aidCut[lane] = 0;
  now.fee[lane] = 0;
  now.subsidy[lane] = 0;
  now.contributions[lane] = 0;
  now.share[lane] = 0;
}

/** The operator pays what the surplus does not, and takes no fee. */
function payByOperator({ now, surplus }: State, lane: number): void {
  const need = now.aid[lane] - surplus[lane];
  now.subsidy[lane] = Math.max(0, need);
  surplus[lane] = Math.max(0, -need);
}

function share(state: State, lane: number, sharers: number): void {
  const { now, rules, surplus } = state;
  const { roundUpTo, excess } = rules.common.sharing;
  if (sharers === 0) {
    shareAmongNobody(state, lane, rules.fee[lane]);
    return;
  }
  now.fee[lane] = rules.fee[lane] * now.aid[lane] + rules.feePerHead[lane] * sharers;
  const cost = now.aid[lane] + now.fee[lane] - surplus[lane];
  const asked = cost <= 0 ? 0 : roundUp(cost / sharers, roundUpTo);
  const cap = capOf(state, lane);
  now.share[lane] = asked <= cap ? asked : roundDown(cap, roundUpTo);
  now.contributions[lane] = now.share[lane] * sharers;
  surplus[lane] = settled(now.contributions[lane] - cost, cost);
  if (asked <= cap) return;
  if (excess === "operator") {
    now.subsidy[lane] += -surplus[lane];
    surplus[lane] = 0;
  } else if (excess === "aid") cutAid(state, lane, -surplus[lane], rules.fee[lane]);
}

/** Reduces aid, and the fee that was taken on it, by what is missing. */
function cutAid({ now, surplus }: State, lane: number, missing: number, fee: number): void {
  const cut = Math.min(now.aid[lane], missing / (1 + fee));
  now.aid[lane] -= cut;
  now.aidCut[lane] += cut;
  now.fee[lane] -= cut * fee;
  surplus[lane] = settled(surplus[lane] + cut * (1 + fee), missing);
}

/** Nobody is left to pay: aid that the surplus does not pay is not paid. */
function shareAmongNobody(state: State, lane: number, fee: number): void {
  const { now, surplus } = state;
  now.fee[lane] = fee * now.aid[lane];
  surplus[lane] -= now.aid[lane] + now.fee[lane];
  if (surplus[lane] < 0) cutAid(state, lane, -surplus[lane], fee);
}

/**
 * The most one sharer may be asked for in this period; `shareThisYear` does not yet contain it. A fee per head comes
 * on top of what the cases cost.
 */
function capOf({ now, rules, shareThisYear }: State, lane: number): number {
  const { cases } = now;
  const perCase = rules.capPerCase[lane];
  return Math.min(
    perCase === Number.POSITIVE_INFINITY ? perCase : perCase * cases[lane] + rules.feePerHead[lane],
    rules.capPerPeriod[lane],
    Math.max(0, rules.capPerYear[lane] - shareThisYear[lane]),
  );
}

/** Relative tolerance within which a quotient counts as whole. */
const whole = 1e-12;

/** What is left of a payment, but for rounding errors: they would be a debit of their own in the next period. */
function settled(left: number, payment: number): number {
  return Math.abs(left) <= whole * payment ? 0 : left;
}

/** What rounding errors of a carried surplus may come to, in units: nobody is asked a unit for that. */
const nothing = 1e-9;

/** Up to a multiple of the unit (0: not at all): `roundUp(0.0282, 0.01)` is 0.03. */
function roundUp(amount: number, unit: number): number {
  return unit === 0
    ? amount
    : multiple(Math.max(0, Math.ceil((amount / unit) * (1 - whole) - nothing)), unit);
}

function roundDown(amount: number, unit: number): number {
  return unit === 0 ? amount : multiple(Math.floor((amount / unit) * (1 + whole)), unit);
}

/** Dividing by 100 gives 4.31 where multiplying by 0.01 gives 4.3100000000000005. */
function multiple(count: number, unit: number): number {
  const parts = Math.round(1 / unit);
  return Math.abs(parts * unit - 1) < whole ? count / parts : count * unit;
}
