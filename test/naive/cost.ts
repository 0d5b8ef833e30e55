import type { Stage } from "../../src/scenario/scenario.ts";
import type { Pool, World } from "./world.ts";

/** Sets the fee, to the unit of shares, and gives the cost. */
export function costOf(
  sharers: number,
  { fee, feePerHead, roundUpTo }: Stage["sharing"],
  pool: Pool,
  { known }: World,
): number {
  const onAid = known(fee) * pool.sharedAid;
  const rounded = roundUpTo === 0 ? onAid : roundUpTo * Math.round(onAid / roundUpTo);
  pool.now.fee = rounded + known(feePerHead) * sharers;
  return pool.sharedAid + pool.now.fee + pool.now.refunds - pool.surplus;
}
