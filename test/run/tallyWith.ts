import type { Plan } from "../../src/plan/plan.ts";
import { planSeries } from "../../src/plan/planSeries.ts";
import { type Control, newControl } from "../../src/run/control.ts";
import type { Runner } from "../../src/run/runner.ts";
import { mergeTallies, newTally, type Tally } from "../../src/statistics/tally.ts";

/** Runs a plan and merges the tallies of its blocks; `onBlock` is called after each. */
export async function tallyWith(
  runner: Runner,
  plan: Plan,
  onBlock: (control: Control, tally: Tally) => void = () => {},
): Promise<Tally> {
  const control = newControl();
  const { replications, periods, columns } = plan;
  const series = planSeries(plan).length;
  const tally = newTally({ replications, periods: periods.length, columns: columns.length, series });
  await runner(plan, control, (block) => {
    mergeTallies(tally, block);
    onBlock(control, tally);
  });
  return tally;
}

/** A replication's row. */
export function rowOf({ columns, columnCount, capacity }: Tally, replication: number): number[] {
  return Array.from({ length: columnCount }, (_, column) => columns[column * capacity + replication]);
}
