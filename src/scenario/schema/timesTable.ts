import { place, whenPlaced } from "../placing.ts";
import type { RateTable } from "../scenario.ts";

const factorsOf = new WeakMap<RateTable, readonly [RateTable, RateTable]>();

/**
 * Two tables multiplied age by age, over the ages both have.
 *
 * @example timesTable over ages 0-59 and 20-80 has ages 20-59
 */
export function timesTable(table: RateTable, times: RateTable): RateTable {
  const fromAge = Math.max(table.fromAge, times.fromAge);
  const length = Math.max(0, Math.min(lastAge(table), lastAge(times)) - fromAge + 1);
  const product = (sex: "male" | "female") =>
    Array.from(
      { length },
      (_, k) => table[sex][fromAge - table.fromAge + k] * times[sex][fromAge - times.fromAge + k],
    );
  const result = { name: "", fromAge, male: product("male"), female: product("female") };
  factorsOf.set(result, [table, times]);
  return whenPlaced(result, (nodeOf) => {
    place([table, times], nodeOf);
    result.name = `${table.name} x ${times.name}`;
  });
}

/** The tables a table was multiplied from, or itself. */
export function tablesIn(table: RateTable): readonly RateTable[] {
  return factorsOf.get(table) ?? [table];
}

/** The last age a table has a rate for. */
export function lastAge(table: RateTable): number {
  return table.fromAge + table.male.length - 1;
}
