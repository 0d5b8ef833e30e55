import { availableParallelism } from "node:os";
import { askToStop, newControl } from "../run/control.ts";
import { onlyAsked } from "../run/onlyAsked.ts";
import { openRunner } from "../run/openRunner.ts";
import { prepare, type Ready } from "../run/prepare.ts";
import type { Runner } from "../run/runner.ts";
import type { Computing } from "../run/simulate.ts";
import { validateScenario } from "../run/validateScenario.ts";
import { whyTooLarge } from "../run/whyTooLarge.ts";
import { type Mistake, mistake } from "../scenario/mistake.ts";
import { describeMistakes } from "./describeMistakes.ts";
import { describeValidation, differing, type Validated, validationJson } from "./describeValidation.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { given } from "./given.ts";
import { newProgress } from "./progress.ts";
import { readText } from "./readText.ts";
import type { RunOptions } from "./runCommand.ts";
import type { Terminal } from "./terminal.ts";
import { validationFiles } from "./validationFiles.ts";

/** Options of `fentan validate`, as the parser gives them. */
export type ValidateOptions = Pick<RunOptions, "replications" | "seed" | "threads" | "json">;

/**
 * `fentan validate`: simulates scenarios that have published numbers, and tells how far ours are from these. Writes no files.
 *
 * @param files those that fentan comes with, if there are none
 * @returns 0: all agree; 1: one differs; 2: mistakes in the files, all told at once
 */
export async function validateCommand(
  files: readonly string[],
  options: ValidateOptions,
  terminal: Terminal,
  runner?: Runner,
): Promise<ExitCode> {
  const chosen = files.length > 0 ? files : validationFiles();
  const { entries, mistakes } = prepareAll(chosen, options);
  if (mistakes.length > 0) {
    terminal.err(describeMistakes(mistakes));
    return exitCodes.mistake;
  }
  const threads = options.threads ?? availableParallelism();
  for (const { ready } of entries) {
    const why = whyTooLarge(ready.plan, threads);
    if (why === null) continue;
    terminal.err(`${why}\n`);
    return exitCodes.mistake;
  }
  const validated = await validateAll(entries, { threads, options, terminal, runner });
  terminal.out(options.json ? validationJson(validated) : describeValidation(validated, terminal.colors));
  if (validated.length < entries.length) {
    terminal.err(`Interrupted: ${validated.length} of ${entries.length} scenarios were done.\n`);
    return exitCodes.interrupted;
  }
  return differing(validated).length === 0 ? exitCodes.done : exitCodes.differs;
}

interface Entry {
  readonly file: string;
  readonly ready: Ready;
}

/** Reads all files before any is simulated, so that all mistakes are told at once. */
function prepareAll(files: readonly string[], options: ValidateOptions) {
  const { replications, seed } = options;
  const entries: Entry[] = [];
  const mistakes: Mistake[] = [];
  for (const file of files) {
    const ready = prepare({ file, ...given({ replications, seed }) }, readText);
    if (!ready.ok) mistakes.push(...ready.mistakes);
    else if (ready.published.length === 0) mistakes.push(nothingPublished(file));
    else entries.push({ file, ready: { ...ready, plan: onlyAsked(ready.plan, ready.published) } });
  }
  return { entries, mistakes };
}

function nothingPublished(file: string): Mistake {
  const allowed = "at least one published number, as [{ ask, value, source }]";
  return mistake({ file, line: 1, column: 1, path: "published", found: "nothing", allowed });
}

interface Validating {
  readonly threads: number;
  readonly options: ValidateOptions;
  readonly terminal: Terminal;
  readonly runner: Runner | undefined;
}

/** One scenario after another, up to where it is interrupted. */
async function validateAll(entries: readonly Entry[], validating: Validating): Promise<Validated[]> {
  const { terminal } = validating;
  const control = { current: newControl() };
  const forget = terminal.onInterrupt(() => askToStop(control.current));
  const opened = openRunner(validating.threads);
  const runBlocks = validating.runner ?? opened.runBlocks;
  const done: Validated[] = [];
  try {
    for (const [i, { file, ready }] of entries.entries()) {
      if (terminal.isWatched) terminal.err(`${file}, ${i + 1} of ${entries.length}\n`);
      const comparisons = await validateOne(ready, { control: control.current, runBlocks }, validating);
      if (comparisons === null) break;
      done.push({ file, ready, comparisons });
      control.current = newControl();
    }
    return done;
  } finally {
    await opened.close();
    forget();
  }
}

async function validateOne(ready: Ready, computing: Computing, { options, terminal }: Validating) {
  const progress = await newProgress(computing.control, terminal, options.json);
  try {
    progress.watch.onReady?.(ready);
    return await validateScenario(ready, computing);
  } finally {
    progress.end();
  }
}
