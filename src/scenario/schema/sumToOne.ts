import type { Quantity } from "../scenario.ts";
import { type CheckContext, complain } from "./field.ts";

/** A problem where portions that are all known do not sum to 1 (to 1e-6). Uncertain ones are scaled when drawn. */
export function sumToOne(context: CheckContext, portions: readonly Quantity[]): void {
  const numbers = portions.filter((one) => typeof one === "number");
  const sum = numbers.reduce((total, one) => total + one, 0);
  const allKnown = numbers.length === portions.length;
  if (allKnown ? Math.abs(sum - 1) <= 1e-6 : sum <= 1 + 1e-6) return;
  complain(context, [], `portions that sum to ${Number(sum.toPrecision(7))}`, "portions that sum to 1");
}
