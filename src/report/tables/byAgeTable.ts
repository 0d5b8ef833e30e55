import type { AdverseSelection } from "../report.ts";
import { makeTable, number, type Table, text } from "./table.ts";

type ByAge = AdverseSelection["byAge"][number];
type Row = ByAge["groups"][number] & { readonly pool: string };

/** What members of each age and sex bear and can expect in a year. */
export function byAgeTable(byAge: readonly ByAge[], currency: string): Table {
  const rows = byAge.flatMap(({ pool, groups }) => groups.map((group): Row => ({ ...group, pool })));
  const ofPools = rows.some(({ pool }) => pool !== "") ? [text<Row>("Pool", ({ pool }) => pool)] : [];
  return makeTable<Row>(rows, [
    ...ofPools,
    text("Ages", ({ ages }) => ages),
    text("Sex", ({ sex }) => sex),
    number("Members", "", ({ members }) => members),
    number("One bears", currency, ({ asked }) => asked),
    number("One can expect", currency, ({ expectedAid }) => expectedAid),
    number("Difference", currency, ({ difference }) => difference),
    number("Passed to others", currency, ({ members, difference }) => members * difference),
  ]);
}
