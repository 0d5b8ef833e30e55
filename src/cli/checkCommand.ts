import { availableParallelism } from "node:os";
import { compileForCheck } from "../run/compileForCheck.ts";
import { prepare } from "../run/prepare.ts";
import type { Mistake } from "../scenario/mistake.ts";
import { describeMistakes } from "./describeMistakes.ts";
import { describePlan } from "./describePlan.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { given } from "./given.ts";
import { readText } from "./readText.ts";
import type { RunOptions } from "./runCommand.ts";
import type { Terminal } from "./terminal.ts";

/** Options of `fentan check`, as the parser gives them: those of a run that its mistakes, engine and cost depend on. */
export type CheckOptions = Pick<RunOptions, "replications" | "threads" | "engine" | "set" | "ask">;

/**
 * `fentan check`: what is wrong with scenarios, all of it; of those that are right what is uncertain, what looks odd, which engine
 * will run them, and what a run will cost. Simulates nothing.
 */
export function checkCommand(files: readonly string[], options: CheckOptions, terminal: Terminal): ExitCode {
  const mistakes: Mistake[] = [];
  const { threads = availableParallelism(), ...laidOver } = given(options);
  for (const file of files) {
    const ready = prepare({ ...laidOver, file }, readText, compileForCheck);
    if (ready.ok) terminal.out(describePlan(file, ready, threads, terminal.colors));
    else mistakes.push(...ready.mistakes);
  }
  if (mistakes.length === 0) return exitCodes.done;
  terminal.err(describeMistakes(mistakes));
  return exitCodes.mistake;
}
