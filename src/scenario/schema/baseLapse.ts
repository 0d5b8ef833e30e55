import type { z } from "zod";
import { probabilityPerYear } from "../measures.ts";
import type { Quantity } from "../scenario.ts";
import { quantity } from "./field.ts";

/** The lapse of a class or row while nothing makes its members react. */
export function baseLapse(): z.ZodType<Quantity, unknown> {
  return quantity(probabilityPerYear)
    .default(0)
    .describe(
      "Base lapse, an annual probability q: a period has 1 - (1 - q)^(1 / periods a year). Lapses take effect at the start of the next period: nobody lapses before having been a member for a whole period. Default 0.",
    );
}
