import { join } from "node:path";
import { renderJson } from "../report/renderJson.ts";
import type { Report } from "../report/report.ts";
import { renderTerminal } from "../report/terminal/renderTerminal.ts";
import { askToStop, type Control, isOver, newControl } from "../run/control.ts";
import { nameOf } from "../run/paths.ts";
import type { Ready } from "../run/prepare.ts";
import { overrideRemarks } from "../run/remarks.ts";
import type { Runner } from "../run/runner.ts";
import { type RunEnd, run } from "../run.ts";
import { describeInterruption } from "./describeInterruption.ts";
import { describeMistakes } from "./describeMistakes.ts";
import { describeUnsure } from "./describeUnsure.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { given } from "./given.ts";
import { newProgress } from "./progress.ts";
import { readText } from "./readText.ts";
import type { Terminal } from "./terminal.ts";

/** Options of `fentan run`, as the parser gives them. */
export interface RunOptions {
  readonly replications?: number | undefined;
  readonly seed?: string | undefined;
  readonly threads?: number | undefined;
  readonly engine?: "auto" | "exact" | "fast" | undefined;
  readonly set: readonly string[];
  readonly ask: readonly string[];
  readonly precision: readonly string[];
  readonly quick?: true | undefined;
  readonly out?: string | undefined;
  readonly quiet?: true | undefined;
  readonly json?: true | undefined;
}

/** `fentan run`: simulates a scenario, writes its report, tells what came out. `runner`: for tests. */
export async function runCommand(
  file: string,
  options: RunOptions,
  terminal: Terminal,
  runner?: Runner,
): Promise<ExitCode> {
  const control = newControl();
  const forget = terminal.onInterrupt(() => askToStop(control));
  const progress = await newProgress(control, terminal, options.quiet || options.json);
  const out = options.out ?? join("reports", nameOf(file));
  try {
    const request = { ...given(options), file, out };
    const onReady = (ready: Ready) => {
      if (!options.quiet) for (const remark of overrideRemarks(ready.scenario)) terminal.err(`${remark}\n`);
      progress.watch.onReady?.(ready);
    };
    const around = { read: readText, control, ...progress.watch, onReady, ...given({ runner }) };
    const end = await run(request, around);
    progress.end();
    return tell(end, { out, options, terminal, control });
  } finally {
    progress.end();
    forget();
  }
}

interface Telling {
  readonly out: string;
  readonly options: RunOptions;
  readonly terminal: Terminal;
  readonly control: Control;
}

function tell(end: RunEnd, telling: Telling): ExitCode {
  const { terminal } = telling;
  switch (end.kind) {
    case "mistakes":
      terminal.err(describeMistakes(end.mistakes));
      return exitCodes.mistake;
    case "refused":
      terminal.err(`${end.why}\n`);
      return exitCodes.mistake;
    case "stopped":
      terminal.err("Interrupted before the first replications were done: nothing was written.\n");
      return exitCodes.interrupted;
    case "report":
      return tellReport(end.report, telling);
  }
}

function tellReport(report: Report, { out, options, terminal, control }: Telling): ExitCode {
  if (options.json) terminal.out(renderJson(report));
  else if (!options.quiet) {
    const { colors, width } = terminal;
    terminal.out(renderTerminal(report, { color: colors, width }));
    terminal.out(
      `\n${colors.bold("Report")}  ${join(out, "report.html")}\n        ${out} holds the figures too\n`,
    );
  }
  const { replications, replicationsAsked, certainty } = report;
  if (replications === replicationsAsked) {
    const unsure = certainty.goals.filter(({ isReached }) => !isReached);
    terminal.err(describeUnsure(unsure, replications));
    if (isOver(control)) {
      terminal.err("Interrupted: where growth and spread come from is left out of the report.\n");
      return exitCodes.interrupted;
    }
    return unsure.length === 0 ? exitCodes.done : exitCodes.unsure;
  }
  terminal.err(describeInterruption(report, out));
  return exitCodes.interrupted;
}
