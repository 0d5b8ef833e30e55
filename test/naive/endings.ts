import type { Ending, Stage } from "../../src/scenario/scenario.ts";
import { subsidise } from "./bearers.ts";
import { inOnePeriod, inWholePeriods } from "./clock.ts";
import { depositsOf, returnDeposits } from "./deposits.ts";
import { rulesNow } from "./people.ts";
import type { Pool, World } from "./world.ts";

/** Step 9: does the plan start, or end, with this settlement? */
export function testEndings(pool: Pool, world: World): void {
  const rules = rulesNow(pool, world.period);
  const { start } = rules.ending;
  pool.operatorResults.push(operatorResult(rules.ending, pool, world));
  // Cover begins with the next period.
  if (start === null || pool.members.length >= world.known(start.members)) pool.started = true;
  const cause = causeOfEnding(rules, pool, world);
  if (cause !== null) end(cause, rules, pool, world);
}

/** The first reason that holds; null: the plan goes on. */
function causeOfEnding({ ending, sharing }: Stage, pool: Pool, world: World): string | null {
  const { period, luck, known } = world;
  const before = pool.mostMembers;
  pool.mostMembers = Math.max(before, pool.members.length);
  if (isClosed(ending, world)) return "closing";
  if (isLate(ending, pool, world)) return "notStarted";
  if (before > 0 && pool.members.length === 0) return "noMembers";
  if (isBelowMinimum(ending, pool, world)) return "minimumMembers";
  if (isTooDear(ending, pool, world)) return "shareCeiling";
  const { subsidyBudget } = sharing;
  if (subsidyBudget?.then === "end" && pool.subsidyPaid >= known(subsidyBudget.amount) * (1 - 1e-12))
    return "subsidyBudget";
  if (isGivenUp(ending, pool, world)) return "operator";
  return luck.chance(inOnePeriod(known(ending.hazard), period)) ? "hazard" : null;
}

function isClosed({ closing }: Ending, { period }: World): boolean {
  return closing !== null && closing.on >= period.first && closing.on <= period.last;
}

/** Too few have joined in the time there was. */
function isLate({ start }: Ending, { started }: Pool, { period }: World): boolean {
  if (started || start === null || start.withinDays === null) return false;
  return period.index + 1 >= inWholePeriods(start.withinDays, period);
}

/** Membership, having once been higher, is below the minimum for longer than the time of grace. */
function isBelowMinimum({ minimumMembers }: Ending, pool: Pool, { period, known }: World): boolean {
  if (minimumMembers === null) return false;
  const minimum = known(minimumMembers.members);
  const isBelow = pool.mostMembers >= minimum && pool.members.length < minimum;
  pool.periodsBelow = isBelow ? pool.periodsBelow + 1 : 0;
  return pool.periodsBelow > inWholePeriods(minimumMembers.graceDays, period);
}

function isTooDear({ shareCeiling }: Ending, pool: Pool, { known }: World): boolean {
  if (shareCeiling === null) return false;
  pool.periodsDear = pool.now.share > known(shareCeiling.share) ? pool.periodsDear + 1 : 0;
  return pool.periodsDear >= shareCeiling.periods;
}

/** The operator's result: fees less subsidies, credits and costs. */
function operatorResult({ operator }: Ending, { now, members }: Pool, { period, known }: World): number {
  if (operator === null) return 0;
  const costs = known(operator.costsPerYear) + known(operator.costsPerMember) * members.length;
  return now.fee - now.subsidy - now.depositsCredited - costs / period.perYear;
}

/** Over the time of its patience it lost more than it bears. */
function isGivenUp({ operator }: Ending, { operatorResults }: Pool, { period, known }: World): boolean {
  if (operator === null) return false;
  const periods = Math.max(1, inWholePeriods(operator.patienceDays, period));
  const recent = operatorResults.slice(-periods).reduce((sum, one) => sum + one, 0);
  return operatorResults.length >= periods && recent < -known(operator.mostLoss);
}

/** Closes the pool: a part of the contributions given back, deposits returned, members moved on or gone. */
function end(cause: string, { ending, sharing }: Stage, pool: Pool, world: World): void {
  const { known, period, pools } = world;
  const { runOff, refund, membersMoveTo } = ending;
  pool.now.refunds += subsidise(known(refund) * pool.contributionsPaid, sharing, pool, world);
  const window = inWholePeriods(runOff.claimWindowDays, period);
  const next = pools.find(({ rules }) => membersMoveTo !== null && rules.name === membersMoveTo);
  const isKept = runOff.paidBy === "members" && window > 0;
  const { members } = pool;
  if (next?.ended === null) {
    // The pool that ends asks for no top-ups; the next one does after its settlement.
    next.arriving.push(...members.map((member) => ({ ...member, toTopUp: 0 })));
    pool.members = [];
  } else if (!isKept) returnDeposits(members, pool, world);
  const askable = isKept ? members.slice(0, Math.round(known(runOff.remaining) * members.length)) : [];
  pool.ended = { after: period.index, settledUntil: period.index + window, cause, askable };
  pool.now.deposits = depositsOf(pool.members);
}
