import { fileWriter, parquetWrite } from "hyparquet-writer";
import type { Column } from "../plan/columns.ts";
import { endingCauses } from "../plan/metrics.ts";
import type { Tally } from "../statistics/tally.ts";

/** Rows of a row group: small enough to be packed in memory, large enough to be read fast. */
const rowGroupSize = 100_000;

/**
 * Writes `replications.parquet`: a row per replication with its index, every column of the plan (as `plan.columns` names it,
 * floats) and `ending.cause` in words. Goes to the file piece by piece.
 */
export function writeParquet(path: string, tally: Tally, columns: readonly Column[]): void {
  const { count, capacity } = tally;
  const values = columns.map(({ name }, c) => ({
    name,
    type: "DOUBLE" as const,
    data: tally.columns.subarray(c * capacity, c * capacity + count),
    nullable: false,
  }));
  const causes = Array.from(tally.endings.subarray(0, count), (cause) => endingCauses[cause]);
  const index = Int32Array.from({ length: count }, (_, replication) => replication);
  parquetWrite({
    writer: fileWriter(path),
    rowGroupSize,
    columnData: [
      { name: "replication", type: "INT32", data: index, nullable: false },
      ...values,
      { name: "ending.cause", type: "STRING", data: causes, nullable: false },
    ],
  });
}
