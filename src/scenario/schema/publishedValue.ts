import { anyNumber } from "../measures.ts";
import { readInside } from "../readDistribution.ts";
import type { Measure } from "../units.ts";
import { type Field, field } from "./field.ts";

const plain: Measure = { ...anyNumber, units: "plain", allowed: "a number, such as 2800, 0.18 or 18 %" };

/** A number of any kind: `0.18084`, `13.967 %`, `1.78 million`. */
export function publishedValue(): Field<number> {
  return field((raw) => {
    const amount = readInside(raw, anyNumber);
    return amount.ok ? amount : readInside(raw, plain);
  }, "number");
}
