import { fileWriter, parquetWrite } from "hyparquet-writer";
import { endingCauses } from "../plan/metrics.ts";
import type { Plan } from "../plan/plan.ts";
import { planSeries } from "../plan/planSeries.ts";
import type { Tally } from "../statistics/tally.ts";

/** Rows of a row group: small enough to be packed in memory, large enough to be read fast. */
const rowGroupSize = 100_000;

/**
 * Writes `replications.parquet`: a row per replication with its index, every column of the plan (as `plan.columns` names it,
 * floats) and `ending.cause` in words, of the whole plan and of each pool of several. Goes to the file piece by piece.
 */
export function writeParquet(path: string, tally: Tally, plan: Pick<Plan, "columns" | "pools">): void {
  const { count, capacity } = tally;
  const values = plan.columns.map(({ name }, c) => ({
    name,
    type: "DOUBLE" as const,
    data: tally.columns.subarray(c * capacity, c * capacity + count),
    nullable: false,
  }));
  const causes = planSeries(plan).map((pool, s) => ({
    name: pool === "" ? "ending.cause" : `ending.cause[pool=${pool}]`,
    type: "STRING" as const,
    data: Array.from(tally.series[s].endings.subarray(0, count), (cause) => endingCauses[cause]),
    nullable: false,
  }));
  const index = Int32Array.from({ length: count }, (_, replication) => replication);
  parquetWrite({
    writer: fileWriter(path),
    rowGroupSize,
    columnData: [{ name: "replication", type: "INT32", data: index, nullable: false }, ...values, ...causes],
  });
}
