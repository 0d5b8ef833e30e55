import { inline } from "./inline.ts";
import type { Runner } from "./runner.ts";
import { threads } from "./threads.ts";

/** The runner for so many threads and blocks: this thread alone where no other would help. */
export function runnerFor(count: number, blocks: number): Runner {
  const size = Math.min(count, blocks);
  return size <= 1 ? inline : threads(size);
}
