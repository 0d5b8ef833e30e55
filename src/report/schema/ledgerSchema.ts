import { z } from "zod";
import { figureSchema, finite } from "../figureSchema.ts";

const depositsSchema = z
  .object({
    paid: figureSchema.describe("paid in by members"),
    credited: figureSchema.describe("credited by the operator: promotions and interest"),
    moved: finite.describe(
      "mean of what members brought from other pools, less what they took along to others; 0 for the whole plan",
    ),
    used: figureSchema.describe("taken for shares; a part of `contributions`"),
    returned: figureSchema.describe("given back to who left, or at the end"),
    lost: figureSchema.describe("forfeited by who left, or spent by the operator and not given back"),
    held: figureSchema.describe("held when the run is over"),
    most: figureSchema.describe("the most held at any settlement: the pooled money"),
  })
  .meta({
    id: "Deposits",
    description: "Sums over the whole run: paid + credited + moved = used + returned + lost + held",
  });

const money = {
  contributions: figureSchema.describe("paid by members"),
  subsidy: figureSchema.describe("paid by the operator"),
  aid: figureSchema,
  aidCut: figureSchema.describe("aid owed but not paid; no part of the balance"),
  fee: figureSchema,
  refunds: figureSchema.describe("contributions given back"),
  surplusAtEnd: figureSchema.describe(
    "still held at the end of the calendar; below 0: still to be collected",
  ),
  runOffCost: figureSchema.describe("aid, aid cut and fee after the end; a part of those above"),
  runOffCases: figureSchema.describe("claims approved after the end"),
  runOffSubsidy: figureSchema.describe("paid by the operator after the end; a part of `subsidy`"),
  runOffRefunds: figureSchema.describe("given back after the end; a part of `refunds`"),
  deposits: depositsSchema.nullable().describe("null where members hold no deposits"),
};

const identity =
  "Sums over the whole run: contributions + subsidy = aid + fee + refunds + surplusAtEnd, and the same of deposits";

export const ledgerSchema = z.object(money).describe(identity);

/** The whole plan's, with how exactly the engine's own books balanced. */
export const booksSchema = z
  .object({
    maxImbalance: finite.describe("largest relative imbalance in any period of any replication"),
    maxMemberImbalance: finite.describe("the same of members brought forward, joined, left, carried forward"),
    checked: z.int().describe("replications times periods times pools (with their copies) that were checked"),
    ...money,
  })
  .describe(identity);
