import type { PoolScenario } from "../../scenario/scenario.ts";
import type { SeriesResult } from "../../statistics/results.ts";
import type { ReportInputs } from "../inputs.ts";
import { type ColumnLookup, columnLookup } from "./columnLookup.ts";

/** What figures are of: the whole plan, or one of its pools. */
export interface Subject {
  readonly inputs: ReportInputs;
  /** Of its series in the results, and of its columns. */
  readonly index: number;
  /** Empty for the whole plan. */
  readonly name: string;
  readonly series: SeriesResult;
  readonly lookup: ColumnLookup;
  /** The pools that it is, or consists of, as the scenario has them. */
  readonly pools: readonly PoolScenario[];
}

/** The whole plan; then each of its pools, if it has several. In the order of the results' series. */
export function subjectsOf(inputs: ReportInputs): Subject[] {
  const { results, scenario, pools } = inputs;
  return results.series.map((series, index) => {
    const name = index === 0 ? "" : pools[index - 1].name;
    return {
      inputs,
      index,
      name,
      series,
      lookup: columnLookup(inputs, index),
      pools: index === 0 ? scenario.pools : scenario.pools.filter((pool) => pool.name === name),
    };
  });
}
