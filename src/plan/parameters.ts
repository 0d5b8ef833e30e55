import type { Distribution } from "../random/distribution.ts";
import { meanOf } from "../random/momentsOf.ts";
import type { Quantity } from "../scenario/scenario.ts";
import type { Draw, Param } from "./plan.ts";

/** Gives the value of an uncertain number that reshapes the plan (ages, waiting) for the block being compiled. */
export type ShapeValue = (path: string, distribution: Distribution) => number;

/** Collects the uncertain numbers met while a plan is compiled, each once, by path. */
export interface Parameters {
  /** A number that a replication may draw for itself. */
  param(quantity: Quantity, scale?: number): Param;
  /** A number that the compiled plan depends on. */
  shape(quantity: Quantity): number;
  readonly draws: readonly Draw[];
  readonly shapes: readonly Draw[];
}

/** `shapeValue` defaults to the mean: the plan of no block in particular. */
export function newParameters(
  shapeValue: ShapeValue = (_, distribution) => meanOf(distribution),
): Parameters {
  const draws: Draw[] = [];
  const shapes: Draw[] = [];
  return {
    draws,
    shapes,
    param(quantity, scale = 1) {
      if (typeof quantity === "number") return quantity * scale;
      const known = draws.findIndex(({ path, scale: of }) => path === quantity.path && of === scale);
      if (known >= 0) return { draw: known };
      draws.push({ ...quantity, scale });
      return { draw: draws.length - 1 };
    },
    shape(quantity) {
      if (typeof quantity === "number") return quantity;
      if (!shapes.some(({ path }) => path === quantity.path)) shapes.push({ ...quantity, scale: 1 });
      return shapeValue(quantity.path, quantity.distribution);
    },
  };
}

/** The central value of a parameter: itself, or its mean. */
export function central(param: Param, draws: readonly Draw[]): number {
  if (typeof param === "number") return param;
  const { distribution, scale } = draws[param.draw];
  return meanOf(distribution) * scale;
}
