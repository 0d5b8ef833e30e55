import type { Quantity } from "../../src/scenario/scenario.ts";
import type { Luck } from "./luck.ts";

/** What a number is in this replication. */
export type Known = (quantity: Quantity) => number;

/** Draws each uncertain number once per replication, when it is first asked for. */
export function drawnOnce(luck: Luck): Known {
  const drawn = new Map<string, number>();
  return (quantity) => {
    if (typeof quantity === "number") return quantity;
    const before = drawn.get(quantity.path);
    if (before !== undefined) return before;
    const value = luck.draw(quantity.distribution);
    drawn.set(quantity.path, value);
    return value;
  };
}
