import type { AskMistake, AskNode } from "../statistics/ask/ask.ts";
import { columnsOf } from "../statistics/ask/columnsOf.ts";
import { parseWithin } from "../statistics/ask/parseWithin.ts";
import { perReplication } from "../statistics/ask/perReplication.ts";
import { meanOf } from "../statistics/standardError.ts";
import type { Condition } from "./comparison.ts";
import type { Columns } from "./derivedColumns.ts";

/** A `--fail-if` condition, understood. */
export interface FailIf {
  readonly text: string;
  readonly condition: AskNode;
}

/** `ofRun("years.2020.share[pool=ci]", "b")` is "years.2020.share.b[pool=ci]". */
export function ofRun(column: string, letter: string): string {
  const end = column.indexOf("[");
  return end < 0 ? `${column}.${letter}` : `${column.slice(0, end)}.${letter}${column.slice(end)}`;
}

/**
 * Reads a condition on the means of columns, such as "years.2020.share.b > 1.05 * years.2020.share.a".
 *
 * @param knownColumns as `ofRun` names them
 */
export function parseCondition(text: string, knownColumns: readonly string[]): FailIf | AskMistake[] {
  const ask = parseWithin("P", text, knownColumns);
  if (Array.isArray(ask)) return ask;
  const { root } = ask;
  if (root.kind === "aggregate" && root.given === null) return { text, condition: root.of };
  return [
    {
      position: 1,
      found: "more than a condition",
      allowed: "one condition on means, such as total.cost.b > total.cost.a",
    },
  ];
}

/** Whether a condition holds, and the means it speaks of. */
export function judge({ text, condition }: FailIf, columns: Columns): Condition {
  const names = [...new Set(columnsOf(condition))];
  const means = names.map((name) => [name, meanOrInfinity(columns[name])] as const);
  // The means are what one replication would have, so that the condition is asked of that.
  const sample = {
    replications: 1,
    clustered: false,
    blockCounts: Int32Array.of(1),
    columns: Object.fromEntries(means.map(([name, mean]) => [name, { values: Float64Array.of(mean) }])),
  };
  return {
    condition: text,
    holds: perReplication(condition, sample)[0] === 1,
    values: means.map(([name, mean]) => ({ name, mean: Number.isFinite(mean) ? mean : null })),
  };
}

function meanOrInfinity(values: Float64Array): number {
  return values.includes(Number.POSITIVE_INFINITY) ? Number.POSITIVE_INFINITY : meanOf(values);
}
