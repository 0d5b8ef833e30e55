import { readFileSync } from "node:fs";
import { simulateBlock } from "../../src/engine/simulateBlock.ts";
import { blockCount } from "../../src/plan/blockCount.ts";
import { makePlan } from "../../src/plan/makePlan.ts";
import { endingCauses, type PeriodMetric } from "../../src/plan/metrics.ts";
import { isoDate } from "../../src/scenario/day.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import type { Figure } from "../../src/statistics/figure.ts";
import { summarise } from "../../src/statistics/summarise.ts";
import { mergeTallies, newTally } from "../../src/statistics/tally.ts";
import { tallyBlock } from "../../src/statistics/tallyBlock.ts";

/**
 * Simulates a scenario file with few replications, and gives its plan and ways to look at the results.
 *
 * @param set further values, as `--set` takes them
 * @example simulated("scenarios/qingsong.yaml", 512).column("runOff.paidPart").q50
 */
export function simulated(path: string, replications: number, set: readonly string[] = []) {
  const read = (file: string) => readFileSync(file, "utf8");
  const parsed = parseScenario(path, read, {
    set: [`replications=${replications}`, ...set],
  });
  if (!parsed.ok) throw new Error(`${path} has mistakes`);
  const { scenario } = parsed;
  const plan = makePlan(scenario);
  const columns = plan.columns.map(({ name }) => name);
  const series = plan.pools.length > 1 ? 1 + plan.pools.length : 1;
  const tally = newTally({ replications, periods: plan.periods.length, columns: columns.length, series });
  for (let block = 0; block < blockCount(plan); block++)
    mergeTallies(tally, tallyBlock(simulateBlock(plan, block), { columns: columns.length }));
  const results = summarise(tally, { columns, clustered: false });

  /** The period settled on a day, or last before it. */
  const settledOn = (date: string) => plan.periods.findLastIndex((period) => isoDate(period.date) <= date);
  const seriesOf = (pool?: string) =>
    results.series[pool === undefined ? 0 : 1 + plan.pools.findIndex(({ name }) => name === pool)];
  /** A figure of that period, of the whole plan or of one of its pools. */
  const period = (metric: PeriodMetric, t: number, pool?: string): Figure =>
    there(seriesOf(pool).periods[t].figures[metric], `${metric} in period ${t}`);
  /** Why it ended, one cause per replication. */
  const causes = (pool?: string) => Array.from(seriesOf(pool).endings, (ending) => endingCauses[ending]);
  const column = (name: string): Figure => there(results.columns[name]?.figure ?? null, name);
  /** One number per replication. */
  const values = (name: string): Float64Array => results.columns[name].values;
  return { scenario, plan, settledOn, period, causes, column, values };
}

function there(figure: Figure | null, what: string): Figure {
  if (figure === null) throw new Error(`no ${what}`);
  return figure;
}
