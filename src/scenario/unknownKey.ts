import type { Steps } from "./located.ts";
import { nearest } from "./nearest.ts";
import type { Problem } from "./problem.ts";

/** The problem of a key that is none of the known ones; `steps` lead to the map it stands in. */
export function unknownKey(key: string, known: readonly string[], steps: Steps = []): Problem {
  const near = nearest(key, known);
  const allowed = known.length === 0 ? "keys that are known" : `the keys ${known.join(", ")}`;
  const found = `the unknown key ${JSON.stringify(key)}`;
  const problem: Problem = { steps: [...steps, key], found, allowed, isAboutKey: true };
  return near === undefined ? problem : { ...problem, nearest: near };
}
