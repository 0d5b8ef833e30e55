import { estimateWork } from "./estimateCost.ts";
import { inline } from "./inline.ts";
import { openThreads, type Threads } from "./threads.ts";

/** Work that is done in this thread sooner than others have started and compiled their code, in seconds. */
const littleWork = 1.2;

/**
 * A runner on up to `count` threads: a plan that is little work is computed in this thread. To be closed in the end.
 *
 * @param count 1 or more
 */
export function openRunner(count: number): Threads {
  const threads = openThreads(count);
  return {
    runBlocks: (plan, control, onBlock) => {
      const runBlocks = count > 1 && estimateWork(plan) > littleWork ? threads.runBlocks : inline;
      return runBlocks(plan, control, onBlock);
    },
    close: threads.close,
  };
}
