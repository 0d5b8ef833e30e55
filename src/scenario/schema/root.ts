import { z } from "zod";
import { calendarSchema } from "./calendar.ts";
import { ruleSchemas } from "./change.ts";
import { text } from "./field.ts";
import { groupSchema } from "./group.ts";
import { headSchemas } from "./head.ts";
import { joiningSchema } from "./joining.ts";
import { lossesSchema } from "./losses.ts";
import { historySchema } from "./observations.ts";
import { poolsSchema } from "./pools.ts";
import { publishedSchema } from "./published.ts";
import { shocksSchema } from "./shocks.ts";
import { spiralSchema } from "./spiral.ts";

/**
 * All sections of a scenario but `extends` and `changes`, each with its schema; amounts are in `currency`. Building
 * them takes longer than reading a small scenario with them: those for the last currency are kept.
 */
export function sectionSchemas(currency: string): SectionSchemas {
  if (kept === null || kept.currency !== currency) kept = { currency, schemas: buildSchemas(currency) };
  return kept.schemas;
}

/** The schemas of all sections, by name. */
export type SectionSchemas = ReturnType<typeof buildSchemas>;

let kept: { readonly currency: string; readonly schemas: SectionSchemas } | null = null;

function buildSchemas(currency: string) {
  const rules = ruleSchemas(currency);
  return {
    ...headSchemas,
    calendar: calendarSchema,
    ...rules,
    joining: joiningSchema,
    pools: poolsSchema({ ...rules, joining: joiningSchema }),
    shocks: shocksSchema,
    spiral: spiralSchema(currency),
    group: groupSchema(currency),
    losses: lossesSchema(currency),
    history: historySchema,
    published: publishedSchema,
  };
}

/** The whole file as its author sees it: for the JSON Schema. `parseScenario` reads it section by section. */
export function scenarioFileSchema(currency: string) {
  const sections = sectionSchemas(currency);
  return z.strictObject({
    extends: text().describe("A scenario this one is laid over; only what differs is written here."),
    ...sections,
    changes: z
      .array(z.unknown())
      .describe(
        "Rules that change, each from a day on, for all pools or by `pools: { NAME: ... }` for some: merged over all before, key by key. The classes of members stay the same.",
      ),
  });
}

/** Every key a scenario may have at its top. */
export const rootKeys: readonly string[] = Object.keys(scenarioFileSchema("yuan").shape);
