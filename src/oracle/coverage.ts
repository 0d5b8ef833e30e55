import type { Plan, PoolPlan, Rules } from "../plan/plan.ts";
import { areFew, chancesOf } from "./world.ts";

/** Why a plan cannot be worked out without simulating it, in words that follow "because"; null: it can. */
export function whyNotCovered(plan: Plan): string | null {
  for (const pool of plan.pools) {
    const why = whyNotPool(pool);
    if (why !== null) return why;
  }
  if (plan.pools.some(({ behaviour }) => Object.values(behaviour).includes(false)))
    return "causes of growth are switched off";
  if (plan.shapes.length > 0) return "uncertain numbers reshape the plan";
  return areFew(chancesOf(plan)) ? null : "too many numbers are uncertain to go through all they may be";
}

function whyNotPool(pool: PoolPlan): string | null {
  if (pool.closings.some(({ closes, sharingStopped }) => closes || sharingStopped)) return "the plan closes";
  if (pool.ages.tables.some(({ movesTo }) => movesTo !== null)) return "members move to another pool";
  if (pool.engine.kind === "exact" && pool.joining.target.some((members) => members >= 0))
    return "joiners make up for leavers, who are counted one by one";
  for (const rules of pool.rules) {
    const why = whyNotRules(rules) ?? whyEnds(rules);
    if (why !== null) return why;
  }
  return hasSeveralBeforeLeaving(pool) ? "members may have several claims before they leave with one" : null;
}

/** What makes the members of a later period depend on what was shared before. */
function whyNotRules({ classes, funding, failing }: Rules): string | null {
  if (classes.some(({ reaction, joins }) => reaction.kind !== "none" || joins.kind !== "none"))
    return "members react to what they are asked for";
  if (funding !== null) return "members are out when their deposits are used up";
  return failing === 0 ? null : "debits fail, where there is something to pay";
}

function whyEnds({ ending, sharing }: Rules): string | null {
  const { minimumMembers, startMembers, shareCeiling, operator, hazard } = ending;
  const mayEnd =
    minimumMembers !== 0 ||
    startMembers !== 0 ||
    shareCeiling !== Number.POSITIVE_INFINITY ||
    operator !== null ||
    hazard !== 0 ||
    (sharing.beyondBudget === "end" && sharing.subsidyBudget !== Number.POSITIVE_INFINITY);
  return mayEnd ? "when the plan starts or ends depends on chance" : null;
}

function hasSeveralBeforeLeaving({ tiers, rules }: PoolPlan): boolean {
  return rules.some(({ counts }) =>
    counts.some(({ kind }, tier) => kind !== "atMostOne" && tiers[tier].endsMembership),
  );
}

/** Why the cost cannot be worked out where the claims can; null: it can. */
export function whyNoCost({ pools }: Plan): string | null {
  const all = pools.flatMap(({ rules }) => rules);
  if (all.some(({ sharing }) => sharing.premium?.leftToOperator))
    return "the operator keeps what premiums leave";
  return all.some(mayCutAid) ? "aid, and the fee on it, may be cut" : null;
}

/** What caps or a premium leave uncovered may be taken off the aid, and of the fee on it. */
function mayCutAid({ sharing }: Rules): boolean {
  if (!isLimited({ sharing })) return false;
  const hasBudget = sharing.subsidyBudget !== Number.POSITIVE_INFINITY;
  return sharing.excess === "aid" || (sharing.excess === "operator" && hasBudget);
}

function isLimited({ sharing }: Pick<Rules, "sharing">): boolean {
  const { premium, capPerCase, capPerPeriod, capPerYear } = sharing;
  const isCapped = [capPerCase, capPerPeriod, capPerYear].some((cap) => cap !== Number.POSITIVE_INFINITY);
  return premium !== null || isCapped || hasNoWeight(sharing);
}

/** Where all sharers are of weight 0 nobody is asked for anything. */
function hasNoWeight({ weights }: Rules["sharing"]): boolean {
  return "weights" in weights && weights.weights.some((weight) => weight === 0);
}

/** Why a share cannot be worked out where the cost can; null: it can. */
export function whyNoShare({ pools }: Plan): string | null {
  if (pools.length > 1 || pools[0].copies > 1) return "it is a mean over pools whose sharers differ";
  const [pool] = pools;
  const { rules } = pool;
  if (rules.some(isLimited)) return "caps or a premium limit it";
  if (rules.some(({ refundsWaitingIllness }) => refundsWaitingIllness)) return "refunds are part of it";
  if (rules.some(({ sharing }) => sharing.subsidyBudget !== Number.POSITIVE_INFINITY))
    return "the operator’s budget for what it bears of it may be spent";
  if (
    rules.some(({ sharing }) => sharing.roundUpTo > 0) &&
    pool.periods.filter(({ beyond }) => !beyond).length > 1
  )
    return "what rounding leaves is carried on";
  return pool.engine.kind === "exact" && !isForever(pool) ? "how many share the cost is random" : null;
}

/** A closed group of which nobody can leave. */
export function isForever({ closedGroup, tiers, rules }: PoolPlan): boolean {
  return (
    closedGroup &&
    tiers.every(({ endsMembership }) => !endsMembership) &&
    rules.every(({ classes }) => classes.every(({ lapse }) => lapse === 0))
  );
}
