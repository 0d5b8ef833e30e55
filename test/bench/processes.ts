import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { MeasuredWhole } from "./ours/simulateAll.ts";
import type { MeasuredStages } from "./ours/simulateOnce.ts";
import type { Task } from "./ours/task.ts";
import type { VarianceGain } from "./ours/varianceGain.ts";

/** Runs a program to its end and gives what it wrote. @throws Error where it fails */
export function outputOf(command: string, words: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, words, {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    // One core each: a matrix library's threads would not be one.
    env: { ...process.env, OPENBLAS_NUM_THREADS: "1", OMP_NUM_THREADS: "1", MKL_NUM_THREADS: "1" },
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${words.join(" ")} ended with ${status}\n${stderr}`);
  return stdout;
}

/** Seconds of wall clock that a program takes from its start to its end. */
export function wallSeconds(command: string, words: readonly string[]): number {
  const start = performance.now();
  outputOf(command, words);
  return (performance.now() - start) / 1000;
}

const main = fileURLToPath(new URL("./main.js", import.meta.url));

const taskOutput = (task: Task) =>
  JSON.parse(outputOf(process.execPath, [main, "--task", JSON.stringify(task)]));

/** Measures in a process of its own. */
export const measureOnce = (task: Extract<Task, { kind: "once" }>): MeasuredStages => taskOutput(task);
export const measureAll = (task: Extract<Task, { kind: "all" }>): MeasuredWhole => taskOutput(task);
export const measureVariance = (task: Extract<Task, { kind: "variance" }>): VarianceGain => taskOutput(task);
