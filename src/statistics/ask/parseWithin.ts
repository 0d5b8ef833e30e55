import type { AggregateName } from "./aggregates.ts";
import type { Ask, AskMistake } from "./ask.ts";
import { isAsk, parseAsk } from "./parseAsk.ts";

/**
 * Reads what has one number, or truth, per replication as the question of an aggregate of it; mistakes have their place in what was
 * written.
 *
 * @example parseWithin("mean", "total.cots", ["total.cost"]) // [{ position: 1, found: '"total.cots"', nearest: "total.cost", ... }]
 */
export function parseWithin(
  name: AggregateName,
  text: string,
  knownColumns: readonly string[],
): Ask | AskMistake[] {
  const before = `${name}(`;
  const parsed = parseAsk(`${before}${text})`, knownColumns);
  if (isAsk(parsed)) return parsed;
  return parsed.map((one) => ({ ...one, position: Math.max(1, one.position - before.length) }));
}
