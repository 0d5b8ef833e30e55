import { fileURLToPath } from "node:url";
import { serialize } from "node:v8";
import type { Piscina } from "piscina";
import { blockCount } from "../plan/blockCount.ts";
import type { Plan } from "../plan/plan.ts";
import type { BlockTally } from "../statistics/blockTally.ts";
import { inOrder } from "./inOrder.ts";
import type { Runner } from "./runner.ts";
import type { BlockTask } from "./worker.ts";

/** The built worker: threads cannot load TypeScript. */
const workerFile = fileURLToPath(new URL("./worker.js", import.meta.url));

/** Blocks given out per thread before the first of them must be merged: no thread waits, and memory is bounded. */
const blocksAhead = 3;

/** The most blocks that a run on so many threads holds at a time before they are merged. */
export function mostBlocksUnderWay(plan: Plan, count: number): number {
  const blocks = blockCount(plan);
  return Math.min(blocks, blocksAhead * Math.min(count, blocks));
}

/** A runner whose threads are there for one plan after another, warm, until it is closed. */
export interface Threads {
  readonly runBlocks: Runner;
  close(): Promise<void>;
}

/**
 * Computes blocks in `count` threads, which start with the first plan and get each plan once.
 *
 * @param count threads, 1 or more
 */
export function openThreads(count: number): Threads {
  let pool: Promise<Piscina<BlockTask, BlockTally | null>> | null = null;
  let plans = 0;
  return {
    runBlocks: async (plan, control, onBlock) => {
      pool ??= startThreads(Math.min(count, blockCount(plan)), count);
      const started = await pool;
      const sent = { id: plans++, bytes: inSharedMemory(serialize(plan)) };
      const start = (block: number) => started.run({ plan: sent, control, block });
      for await (const tally of inOrder(blockCount(plan), mostBlocksUnderWay(plan, count), start)) {
        // The control was over before the thread began this block: what comes after would leave a gap.
        if (tally === null) return;
        onBlock(tally);
      }
    },
    close: async () => (await pool)?.destroy(),
  };
}

async function startThreads(atOnce: number, most: number): Promise<Piscina<BlockTask, BlockTally | null>> {
  const { Piscina } = await import("piscina");
  return new Piscina({
    filename: workerFile,
    name: "workOn",
    idleTimeout: Number.POSITIVE_INFINITY,
    minThreads: atOnce,
    maxThreads: most,
  });
}

function inSharedMemory(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return shared;
}
