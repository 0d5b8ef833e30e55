import { formatDate } from "../format.ts";
import { missing, type Table } from "../tables/table.ts";
import type { Reading } from "./chart.ts";

/** A reading for each row of a chart's table: its first cell as the head, the others under the heads of their columns. */
export function rowReadings({ columns, rows }: Table, at: readonly (number | string)[]): Reading[] {
  return rows.map((row, i) => ({
    at: at[i],
    head: row[0],
    values: columns.flatMap(({ head, prose }, c): Reading["values"] =>
      c === 0 || prose || row[c] === "" || row[c] === missing ? [] : [[head, row[c]]],
    ),
  }));
}

/** The same of a table whose rows begin with a date such as "2019-01-28", for a time axis. */
export function datedReadings(table: Table): Reading[] {
  const dates = table.rows.map(([date]) => date);
  const readings = rowReadings(
    table,
    dates.map((date) => Date.parse(date)),
  );
  return readings.map((reading, i) => ({ ...reading, head: formatDate(dates[i]) }));
}

/** Readings at the same place become one, in the order of the places where these are numbers. */
export function merged(readings: readonly Reading[]): Reading[] {
  const places = new Map<Reading["at"], Reading>();
  for (const reading of readings) {
    const before = places.get(reading.at);
    places.set(reading.at, before ? { ...before, values: [...before.values, ...reading.values] } : reading);
  }
  return [...places.values()].sort((a, b) => Number(a.at) - Number(b.at) || 0);
}
