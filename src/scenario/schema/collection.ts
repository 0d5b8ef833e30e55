import { z } from "zod";
import { duration, portion } from "../measures.ts";
import type { Collection } from "../scenario.ts";
import { known, quantity, word } from "./field.ts";

/** How shares are collected. */
export const collectionSchema = z
  .strictObject({
    failing: quantity(portion)
      .default(0)
      .describe("Part of a period's debits that fail for good. Default 0."),
    grace: known(duration).default(0).describe("Time until those whose debit failed are out. Default none."),
    unpaid: word("operator", "nextPeriod")
      .default("nextPeriod")
      .describe("Who bears what was not paid: the operator, or the next period (default)."),
  })
  .transform(({ failing, grace, unpaid }): Collection => ({ failing, graceDays: grace, unpaid }))
  .describe("How shares are collected.");
