import { z } from "zod";
import { portion, positiveAmount, positiveCount, positiveFactor } from "../measures.ts";
import { good, map, type Read } from "../problem.ts";
import { readInside } from "../readDistribution.ts";
import type { Spiral } from "../scenario.ts";
import type { Measure } from "../units.ts";
import { type Field, field } from "./field.ts";

interface Way<Kind extends string> {
  readonly kind: Kind;
  readonly measure: Measure;
}

/** A number in one of two ways: in the other one where that finds a text of its own to read. */
function eitherWay<Plain extends string, Other extends string>(
  plain: Way<Plain>,
  other: Way<Other> & { readonly textIn: (raw: string) => string | undefined },
): Field<{ kind: Plain | Other; value: number }> {
  const allowed = `${plain.measure.allowed}; or ${other.measure.allowed}`;
  return field((raw): Read<{ kind: Plain | Other; value: number }> => {
    const text = typeof raw === "string" ? other.textIn(raw) : undefined;
    const { kind, measure } = text === undefined ? plain : other;
    return map(readInside(text ?? raw, { ...measure, allowed }), (value) => good({ kind, value }));
  }, "number");
}

const times: Measure = { ...positiveFactor, allowed: "a factor above 0, such as 3 times" };
const part: Measure = { ...portion, above: true, allowed: "a part up to 100 %, such as 50 %" };

/** What the scenario calls a spiral. */
export function spiralSchema(currency: string) {
  return z
    .strictObject({
      share: eitherWay(
        { kind: "amount", measure: positiveAmount(currency) },
        { kind: "times", measure: times, textIn: (raw) => /^(.*\S)\s*times$/.exec(raw.trim())?.[1] },
      ).describe(
        "Above which the share of the last year must be: an amount a year, such as 200 per year; or such as 3 times, of the share of the first complete calendar year in which one is asked.",
      ),
      members: eitherWay(
        { kind: "number", measure: positiveCount },
        { kind: "part", measure: part, textIn: (raw) => /^.*(?:%|percent|per cent)$/.exec(raw.trim())?.[0] },
      ).describe(
        "Below which membership must be at the same settlement: a number, once there were as many; or such as 50 %, of the most members so far.",
      ),
    })
    .nullable()
    .default(null)
    .transform((spiral): Spiral | null => spiral)
    .describe(
      "What counts as a spiral: at a settlement the share of the last year is above `share` while membership is below `members`. The report then gives its probability and when it first happens, and `spiral.year` can be asked for: P(spiral.year < 2030). Default none.",
    );
}
