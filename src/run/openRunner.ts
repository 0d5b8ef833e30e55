import { estimateWork } from "./estimateCost.ts";
import { inline } from "./inline.ts";
import { openThreads, type Threads } from "./threads.ts";

/** Work that is done in this thread sooner than others have started and compiled their code, in seconds. */
const littleWork = 1.2;

/**
 * A runner on up to `count` threads: a plan that is little work is computed in this thread, as long as no others were worth starting. To
 * be closed in the end.
 *
 * @param count 1 or more
 * @param expected seconds that all plans together take one thread, if that is known to be more than each of them
 */
export function openRunner(count: number, expected = 0): Threads {
  const threads = openThreads(count);
  let isMuch = expected > littleWork;
  return {
    runBlocks: (plan, control, onBlock) => {
      isMuch ||= estimateWork(plan) > littleWork;
      const runBlocks = count > 1 && isMuch ? threads.runBlocks : inline;
      return runBlocks(plan, control, onBlock);
    },
    close: threads.close,
  };
}
