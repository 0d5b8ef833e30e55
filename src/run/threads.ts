import { fileURLToPath } from "node:url";
import { blockCount } from "../engine/simulateBlock.ts";
import type { Plan } from "../plan/plan.ts";
import type { BlockTally } from "../statistics/blockTally.ts";
import type { Runner } from "./runner.ts";
import type { WorkerData } from "./worker.ts";

/** The built worker: threads cannot load TypeScript. */
const workerFile = fileURLToPath(new URL("./worker.js", import.meta.url));

/** Blocks given out per thread before the first of them must be merged: no thread waits, and memory is bounded. */
const blocksAhead = 3;

/** The most blocks that a run on so many threads holds at a time before they are merged. */
export function mostBlocksUnderWay(plan: Plan, count: number): number {
  const blocks = blockCount(plan);
  return Math.min(blocks, blocksAhead * Math.min(count, blocks));
}

/**
 * Computes blocks in `count` threads, each of which gets the plan once and then numbers of blocks.
 *
 * @param count threads, 1 or more; more than there are blocks do no harm
 */
export function threads(count: number): Runner {
  return async (plan, control, onBlock) => {
    const { Piscina } = await import("piscina");
    const size = Math.min(count, blockCount(plan));
    const workerData: WorkerData = { plan, control };
    const pool = new Piscina<number, BlockTally | null>({
      filename: workerFile,
      name: "workOn",
      workerData,
      minThreads: size,
      maxThreads: size,
    });
    try {
      await inOrder(blockCount(plan), mostBlocksUnderWay(plan, size), (block) => pool.run(block), onBlock);
    } finally {
      await pool.destroy();
    }
  };
}

/**
 * Starts blocks in order, at most `ahead` before the first unfinished one, and hands them over in order. Ends only when
 * no block is under way any more: a thread must not be taken away in the middle of one.
 */
async function inOrder(
  blocks: number,
  ahead: number,
  start: (block: number) => Promise<BlockTally | null>,
  onBlock: (tally: BlockTally) => void,
): Promise<void> {
  const underWay: Promise<BlockTally | null>[] = [];
  try {
    for (let next = 0, merged = 0; merged < blocks; merged++) {
      while (next < blocks && underWay.length < ahead) underWay.push(watched(start(next++)));
      const tally = await underWay.shift();
      // The control was over before the thread began this block: what comes after would leave a gap.
      if (!tally) return;
      onBlock(tally);
    }
  } finally {
    await Promise.allSettled(underWay);
  }
}

/** The same promise; its failure counts only when its turn comes. */
function watched<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {});
  return promise;
}
