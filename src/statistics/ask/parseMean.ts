import type { Ask, AskMistake } from "./ask.ts";
import { parseWithin } from "./parseWithin.ts";

/** Reads what has one number per replication as the question for its mean; mistakes have their place in what was written. */
export function parseMean(text: string, knownColumns: readonly string[]): Ask | AskMistake[] {
  return parseWithin("mean", text, knownColumns);
}
