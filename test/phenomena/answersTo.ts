import { simulateBlock } from "../../src/engine/simulateBlock.ts";
import { blockCount } from "../../src/plan/blockCount.ts";
import { prepare } from "../../src/run/prepare.ts";
import { summariseOptions } from "../../src/run/summariseOptions.ts";
import { answer } from "../../src/statistics/ask/answer.ts";
import type { Estimate } from "../../src/statistics/figure.ts";
import { summarise } from "../../src/statistics/summarise.ts";
import { mergeTallies, newTally } from "../../src/statistics/tally.ts";
import { tallyBlock } from "../../src/statistics/tallyBlock.ts";

/**
 * What the program answers to questions about a scenario given as a plain object: values with their Monte Carlo standard
 * errors, by the way of a user's file and its `ask:`.
 *
 * @example answersTo(oneClaim, ["mean(total.share)"]) // [{ value: 1, se: 0 }]
 */
export function answersTo(document: object, questions: readonly string[]): Estimate[] {
  const ready = prepare({ file: "inline.yaml", ask: questions }, () => JSON.stringify(document));
  if (!ready.ok) throw new Error(ready.mistakes.map(({ message }) => message).join("\n"));
  const { plan, asks } = ready;
  const columns = plan.columns.length;
  const series = plan.pools.length > 1 ? 1 + plan.pools.length : 1;
  const sizes = { replications: plan.replications, periods: plan.periods.length };
  const tally = newTally({ ...sizes, columns, series });
  for (let block = 0; block < blockCount(plan); block++)
    mergeTallies(tally, tallyBlock(simulateBlock(plan, block), { columns }));
  const results = summarise(tally, summariseOptions(plan, tally));
  return asks.map((ask) => {
    const { value, se } = answer(ask, results);
    if (value === null || se === null) throw new Error(`no answer to ${ask.text}`);
    return { value, se };
  });
}
