import { type AgainstBills, isAgainstBills, isPerClaim } from "../../src/scenario/perClaim.ts";
import type { Amount, Cover, Illness } from "../../src/scenario/scenario.ts";
import type { World } from "./world.ts";

/** What is paid at an age; null: nothing. */
export function benefitAt(age: number, { benefits }: Illness): Amount | null {
  return benefits.find(({ ages }) => age >= ages.from && age < ages.to + 1)?.amount ?? null;
}

/** One claim's amount: known, drawn, or paid against its bills (of which only the bills grow). */
export function amountOf(amount: Amount, growth: number, { luck, known }: World): number {
  if (isPerClaim(amount)) return growth * luck.draw(amount.perClaim);
  if (isAgainstBills(amount)) return againstBills(amount, growth * luck.draw(amount.bills));
  return growth * known(amount);
}

function againstBills({ upTo, fixed, deductible, portion }: AgainstBills, bills: number): number {
  const sure = fixed === 0 ? 0 : fixed * upTo;
  return sure + Math.min(upTo - sure, portion * Math.max(0, bills - deductible));
}

/** Growth of all amounts from the calendar's first day to the middle of a period: that in which the claim is paid. */
export function growthIn({ period, known }: World, { inflation }: Cover): number {
  return (1 + known(inflation)) ** ((period.index + 0.5) / period.perYear);
}
