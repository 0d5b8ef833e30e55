import type { Distribution } from "../random/distribution.ts";

/** An amount that is drawn anew for every claim. */
export interface PerClaim {
  readonly perClaim: Distribution;
}

/**
 * Aid against bills, anew for every claim: a fixed part of `upTo` whatever the bills are, and of the bills beyond the deductible a
 * portion, up to the rest of `upTo`:
 * aid = fixed upTo + min((1 - fixed) upTo, portion max(0, bills - deductible)).
 */
export interface AgainstBills {
  readonly bills: Distribution;
  /** Infinity: no limit (and no fixed part). */
  readonly upTo: number;
  /** From 0 to 1. */
  readonly fixed: number;
  readonly deductible: number;
  /** From 0 to 1. */
  readonly portion: number;
}

/** Whether an amount differs from claim to claim, unlike one that is known or drawn once per replication. */
export function isPerClaim<Other>(amount: Other | PerClaim): amount is PerClaim {
  return typeof amount === "object" && amount !== null && "perClaim" in amount;
}

/** Whether an amount is paid against the bills of each claim. */
export function isAgainstBills<Other>(amount: Other | AgainstBills): amount is AgainstBills {
  return typeof amount === "object" && amount !== null && "bills" in amount;
}
