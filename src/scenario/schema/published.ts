import { z } from "zod";
import { anyNumber, factor } from "../measures.ts";
import type { Published } from "../scenario.ts";
import { type CheckContext, complain, complainOfAbsence, exactlyOne, known, text } from "./field.ts";
import { publishedValue } from "./publishedValue.ts";

/** Numbers that others have published of the plan. `rounded` is `NaN` where nothing is said: `readPublished` fills it in. */
export const publishedSchema = z
  .array(
    z
      .strictObject({
        quantity: text().optional().describe("What the number is, in words. Default: the question."),
        ask: text()
          .optional()
          .describe("The question that the number answers, as under `ask`: mean(total.cost)."),
        value: publishedValue().optional().describe("The number as published: 2800, 0.18084, 13.967 %."),
        rounded: known({ ...factor, units: "plain", allowed: "a unit of 0 or more, such as 0.01" })
          .optional()
          .describe(
            "The unit of the last digit published: the true value lies within half of it. Default: as many decimals as are written; a whole number is exact.",
          ),
        standardError: known({
          ...factor,
          units: "plain",
          allowed: "a standard error of 0 or more, such as 0.002",
        })
          .optional()
          .describe("Of the published number, where that was simulated itself. Default 0."),
        sameInBothEngines: text()
          .optional()
          .describe(
            "Instead of `ask`: a figure such as years.2020.share whose distribution shall be the same in the fast and the exact engine (Kolmogorov and Smirnov's test at 1 %); it takes a second run.",
          ),
        source: text()
          .optional()
          .describe("Where it was published. Default beside sameInBothEngines: the other engine."),
      })
      .check((context) => exactlyOne(context, "ask", "sameInBothEngines"))
      .check(valueWhereAsked)
      .transform(({ sameInBothEngines, source, quantity, ...one }): Published => {
        if (sameInBothEngines !== undefined) {
          const named = quantity ?? sameInBothEngines;
          const beside = source ?? "the other engine";
          return { kind: "sameInBothEngines", quantity: named, figure: sameInBothEngines, source: beside };
        }
        const question = one.ask ?? "";
        const number = {
          value: one.value ?? 0,
          rounded: one.rounded ?? Number.NaN,
          standardError: one.standardError ?? 0,
        };
        const said = { quantity: quantity ?? question, ask: question, source: source ?? "" };
        return { kind: "number", ...said, ...number };
      }),
  )
  .meta({ orCsv: true })
  .default([])
  .describe(
    "Numbers that others have published of this very plan, each beside ours in the report and by `fentan validate`: [{ ask, value, source }] or { file: x.csv }.",
  );

/** A question has a published value with its source; a figure that is the same in both engines has none. */
function valueWhereAsked(context: CheckContext & { value: Given }): void {
  const { ask, value, sameInBothEngines, source } = context.value;
  if (ask !== undefined && value === undefined)
    complainOfAbsence(context, ["value"], "nothing", anyNumber.allowed);
  if (ask !== undefined && source === undefined)
    complainOfAbsence(context, ["source"], "nothing", "text: where it was published");
  if (sameInBothEngines === undefined || ask !== undefined) return;
  const allowed = "no such key beside sameInBothEngines";
  for (const key of ["value", "rounded", "standardError"] as const)
    if (context.value[key] !== undefined) complain(context, [key], undefined, allowed);
}

interface Given {
  readonly ask?: string | undefined;
  readonly value?: number | undefined;
  readonly rounded?: number | undefined;
  readonly standardError?: number | undefined;
  readonly sameInBothEngines?: string | undefined;
  readonly source?: string | undefined;
}
