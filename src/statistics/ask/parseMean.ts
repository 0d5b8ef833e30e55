import type { Ask, AskMistake } from "./ask.ts";
import { isAsk, parseAsk } from "./parseAsk.ts";

const before = "mean(";

/**
 * Reads what has one number per replication as the question for its mean; mistakes have their place in what was written.
 *
 * @example parseMean("total.cots", ["total.cost"]) // [{ position: 1, found: '"total.cots"', nearest: "total.cost", ... }]
 */
export function parseMean(text: string, knownColumns: readonly string[]): Ask | AskMistake[] {
  const parsed = parseAsk(`${before}${text})`, knownColumns);
  if (isAsk(parsed)) return parsed;
  return parsed.map((one) => ({ ...one, position: Math.max(1, one.position - before.length) }));
}
