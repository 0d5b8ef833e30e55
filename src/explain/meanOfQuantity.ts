import { meanAid } from "../plan/aidAgainstBills.ts";
import { meanOf } from "../random/momentsOf.ts";
import { isAgainstBills, isPerClaim } from "../scenario/perClaim.ts";
import type { Amount, Quantity } from "../scenario/scenario.ts";

/** A number as it is known, or its mean. */
export function meanOfQuantity(quantity: Quantity): number {
  return typeof quantity === "number" ? quantity : meanOf(quantity.distribution);
}

/** The mean aid for a claim, at the scenario's prices. */
export function meanOfAmount(amount: Amount): number {
  if (isAgainstBills(amount)) return meanAid(amount, 1);
  return isPerClaim(amount) ? meanOf(amount.perClaim) : meanOfQuantity(amount);
}
