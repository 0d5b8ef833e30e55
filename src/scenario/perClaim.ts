import type { Distribution } from "../random/distribution.ts";

/** An amount that is drawn anew for every claim. */
export interface PerClaim {
  readonly perClaim: Distribution;
}

/** Whether an amount differs from claim to claim, unlike one that is known or drawn once per replication. */
export function isPerClaim<Other>(amount: Other | PerClaim): amount is PerClaim {
  return typeof amount === "object" && amount !== null && "perClaim" in amount;
}
