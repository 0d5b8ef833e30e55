import { formatNumber } from "../../report/format.ts";
import { makeTable, type Table, text } from "../../report/tables/table.ts";
import type { Comparison, Condition } from "../comparison.ts";
import { holdsInWords } from "../words.ts";

/** What must not hold, whether it does, and the means it speaks of. */
export function conditionsTable({ failIf }: Comparison): Table {
  return makeTable<Condition>(failIf, [
    text("Condition", ({ condition }) => condition),
    text("Holds?", ({ holds }) => holdsInWords(holds)),
    text("Means", meansInWords, { prose: true }),
  ]);
}

/** "years.2020.share.a = 100.8, years.2020.share.b = 109.9". */
export function meansInWords({ values }: Condition): string {
  return values
    .map(({ name, mean }) => `${name} = ${mean === null ? "∞" : formatNumber(mean, 5)}`)
    .join(", ");
}
