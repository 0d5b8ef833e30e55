import { daysPerYear } from "../../scenario/day.ts";
import { expectedShares, meanAmountOf } from "../expected.ts";
import type { Warning } from "../explanation.ts";
import { meanOfQuantity } from "../meanOfQuantity.ts";
import { mostMembers } from "../mostMembers.ts";
import { plausible } from "../plausible.ts";
import { type Subject, yearsOf } from "../subject.ts";
import { quantityAt, writtenAt } from "../written.ts";
import { type Judged, warn } from "./finding.ts";

/** Delay, fee, caps, and benefits that the caps cannot carry. */
export function moneyWarnings(judged: Judged): Warning[] {
  return [...delayWarning(judged), ...feeWarning(judged), ...capWarnings(judged), ...benefitWarning(judged)];
}

function delayWarning({ subject, places }: Judged): Warning[] {
  const { delay } = subject.stage.claims;
  const periodDays = daysPerYear / subject.plan.periodsPerYear;
  const limit = Math.round(yearsOf(subject) * daysPerYear);
  const found =
    delay.kind === "none"
      ? 0
      : delay.kind === "periods"
        ? periodDays * delay.probabilities.reduce((sum, p, j) => sum + p * j, 0)
        : meanOfQuantity(delay.meanDays);
  if (found < limit) return [];
  return [warn(subject, writtenAt(places, subject, "claims.delay"), { kind: "delay", found, limit })];
}

function feeWarning({ subject, places }: Judged): Warning[] {
  const { fee } = subject.stage.sharing;
  const found = meanOfQuantity(fee);
  if (found <= plausible.fee) return [];
  const where = quantityAt(places, subject, fee, "sharing.fee");
  return [warn(subject, where, { kind: "fee", found, limit: plausible.fee })];
}

/** Caps below the first share that can be expected; a cap per case is that of the largest pool there may be. */
function capWarnings({ subject, places }: Judged): Warning[] {
  const { caps, premium } = subject.stage.sharing;
  if (premium !== null || mostMembers(subject) === 0) return [];
  const yearly = expectedShares(subject).firstShare;
  const expected = {
    perCase: shareOfCase(subject),
    perPeriod: yearly / subject.plan.periodsPerYear,
    perYear: yearly,
  };
  return (["perCase", "perPeriod", "perYear"] as const).flatMap((about) => {
    const cap = caps[about];
    if (cap === null || meanOfQuantity(cap) >= expected[about]) return [];
    const where = quantityAt(places, subject, cap, `sharing.caps.${about}`);
    return [warn(subject, where, { kind: "cap", about, found: meanOfQuantity(cap), limit: expected[about] })];
  });
}

function shareOfCase(subject: Subject): number {
  const { rules, mean } = subject;
  return (largestBenefit(subject) * (1 + mean(rules.sharing.fee))) / mostMembers(subject);
}

/** One claim that is more than all members together may be asked for in a whole year. */
function benefitWarning({ subject, places }: Judged): Warning[] {
  const { caps } = subject.stage.sharing;
  const limits = [
    ...(caps.perYear === null ? [] : [meanOfQuantity(caps.perYear)]),
    ...(caps.perPeriod === null ? [] : [meanOfQuantity(caps.perPeriod) * subject.plan.periodsPerYear]),
  ];
  const found = largestBenefit(subject);
  const limit = Math.min(...limits) * mostMembers(subject);
  if (limits.length === 0 || found <= limit) return [];
  return [warn(subject, writtenAt(places, subject, "sharing.caps"), { kind: "benefit", found, limit })];
}

/** The largest mean amount that is shared for a claim in a stage. */
function largestBenefit({ plan, index, mean }: Subject): number {
  const inForce = plan.tiers.filter(
    ({ paidByOperator }, t) => !paidByOperator && plan.ages.tables[index].claim[t].some((rate) => rate > 0),
  );
  return inForce.reduce((most, tier) => Math.max(most, meanAmountOf(tier, mean)), 0);
}
