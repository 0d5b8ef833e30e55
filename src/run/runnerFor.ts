import { availableParallelism } from "node:os";
import { inline } from "./inline.ts";
import type { Runner } from "./runner.ts";
import { threads } from "./threads.ts";

/**
 * The runner for so many threads (all the machine has, unless given) and blocks: this thread alone where no other would help.
 */
export function runnerFor(count: number | undefined, blocks: number): Runner {
  const size = Math.min(count ?? availableParallelism(), blocks);
  return size <= 1 ? inline : threads(size);
}
