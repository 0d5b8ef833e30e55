import { join } from "node:path";
import type { Comparison } from "../compare/comparison.ts";
import { renderComparisonTerminal } from "../compare/render/renderComparisonTerminal.ts";
import { meansInWords } from "../compare/tables/conditionsTable.ts";
import { type CompareEnd, compare } from "../compare.ts";
import { renderJson } from "../report/renderJson.ts";
import { plain } from "../report/terminal/textTable.ts";
import { askToStop, newControl } from "../run/control.ts";
import { nameOf } from "../run/paths.ts";
import type { Ready } from "../run/prepare.ts";
import type { Runner } from "../run/runner.ts";
import { describeMistakes } from "./describeMistakes.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { given } from "./given.ts";
import { newProgress } from "./progress.ts";
import { readText } from "./readText.ts";
import type { RunOptions } from "./runCommand.ts";
import type { Terminal } from "./terminal.ts";

/** Options of `fentan compare`, as the parser gives them. */
export interface CompareOptions
  extends Pick<
    RunOptions,
    "replications" | "seed" | "threads" | "engine" | "set" | "out" | "quiet" | "json"
  > {
  readonly failIf: readonly string[];
}

/**
 * `fentan compare`: puts finished runs and scenarios side by side, writes the comparison, tells what differs.
 *
 * @returns 0; 2: mistakes, all told at once; 3: a condition of `--fail-if` holds; 130: interrupted, nothing was written
 */
export async function compareCommand(
  paths: readonly string[],
  options: CompareOptions,
  terminal: Terminal,
  runner?: Runner,
): Promise<ExitCode> {
  let control = newControl();
  let isInterrupted = false;
  const forget = terminal.onInterrupt(() => {
    isInterrupted = true;
    askToStop(control);
  });
  const out = options.out ?? join("reports", `compare-${paths.map(nameOf).join("-")}`);
  const begin = async (ready: Ready, path: string) => {
    control = newControl();
    if (isInterrupted) askToStop(control);
    const isQuiet = options.quiet || options.json;
    if (terminal.isWatched && !isQuiet) terminal.err(`${path}\n`);
    const { watch, end } = await newProgress(control, terminal, isQuiet);
    watch.onReady?.(ready);
    return { control, ...watch, end };
  };
  try {
    const around = { read: readText, begin, ...given({ runner }) };
    const end = await compare({ ...given(options), paths, failIf: options.failIf, out }, around);
    return tell(end, out, options, terminal);
  } finally {
    forget();
  }
}

function tell(end: CompareEnd, out: string, options: CompareOptions, terminal: Terminal): ExitCode {
  switch (end.kind) {
    case "mistakes":
      if (end.mistakes.length > 0) terminal.err(describeMistakes(end.mistakes));
      terminal.err(end.reasons.map((reason) => `${plain(reason)}\n`).join(""));
      return exitCodes.mistake;
    case "stopped":
      terminal.err("Interrupted before all runs were done: nothing was written.\n");
      return exitCodes.interrupted;
    case "comparison":
      return tellComparison(end.comparison, out, options, terminal);
  }
}

function tellComparison(
  comparison: Comparison,
  out: string,
  { json, quiet }: CompareOptions,
  { out: print, err, colors, width }: Terminal,
): ExitCode {
  if (json) print(renderJson(comparison));
  else if (!quiet) {
    print(renderComparisonTerminal(comparison, { color: colors, width }));
    print(`\n${colors.bold("Comparison")}  ${join(out, "comparison.html")}\n`);
  }
  const holding = comparison.failIf.filter(({ holds }) => holds);
  for (const condition of holding)
    err(`--fail-if holds: ${condition.condition}  (${meansInWords(condition)})\n`);
  return holding.length === 0 ? exitCodes.done : exitCodes.holds;
}
