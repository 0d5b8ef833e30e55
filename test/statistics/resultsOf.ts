import type { Results } from "../../src/statistics/results.ts";

/** Results that hold nothing but columns; for questions. */
export function resultsOf(
  columns: Readonly<Record<string, readonly number[] | Float64Array>>,
  blockCounts?: readonly number[],
): Results {
  const lengths = Object.values(columns).map(({ length }) => length);
  const replications = lengths[0];
  return {
    replications,
    clustered: blockCounts !== undefined,
    blockCounts: Int32Array.from(blockCounts ?? [replications]),
    series: [
      { periods: [], lastRunning: new Int32Array(replications), endings: new Uint8Array(replications) },
    ],
    columns: Object.fromEntries(
      Object.entries(columns).map(([name, values]) => [
        name,
        { values: Float64Array.from(values), figure: null },
      ]),
    ),
    maxImbalance: 0,
    maxMemberImbalance: 0,
  };
}
