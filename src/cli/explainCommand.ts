import { join } from "node:path";
import { type ExplainEnd, explainScenario } from "../explainScenario.ts";
import type { Explained } from "../report/explain/explained.ts";
import { explainTerminal } from "../report/explain/explainTerminal.ts";
import { renderJson } from "../report/renderJson.ts";
import { isFolder, nameOf } from "../run/paths.ts";
import { describeMistakes } from "./describeMistakes.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { explainRun } from "./explainRun.ts";
import { given } from "./given.ts";
import { readText } from "./readText.ts";
import type { RunOptions } from "./runCommand.ts";
import type { Terminal } from "./terminal.ts";

/** Options of `fentan explain`, as the parser gives them. */
export interface ExplainOptions
  extends Pick<RunOptions, "replications" | "engine" | "set" | "ask" | "out" | "json"> {
  readonly strict?: true | undefined;
}

/** `fentan explain`: what a scenario assumes, written to a folder and told in short; or where the cost growth of a run came from. */
export async function explainCommand(
  what: string,
  options: ExplainOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (isFolder(what)) return explainRun(what, options.json === true, terminal);
  const { strict, json, ...laidOver } = options;
  const out = options.out ?? join("reports", `explain-${nameOf(what)}`);
  const end = await explainScenario({ ...given(laidOver), file: what, out }, readText);
  return tell(end, { out, strict, json, terminal });
}

interface Telling extends Pick<ExplainOptions, "strict" | "json"> {
  readonly out: string;
  readonly terminal: Terminal;
}

function tell(end: ExplainEnd, telling: Telling): ExitCode {
  switch (end.kind) {
    case "mistakes":
      telling.terminal.err(describeMistakes(end.mistakes));
      return exitCodes.mistake;
    case "refused":
      telling.terminal.err(`${end.why}\n`);
      return exitCodes.mistake;
    case "explained":
      return tellExplained(end.explained, telling);
  }
}

function tellExplained(explained: Explained, { out, strict, json, terminal }: Telling): ExitCode {
  const { colors, width } = terminal;
  if (json) terminal.out(renderJson(explained));
  else
    terminal.out(
      `${explainTerminal(explained, { color: colors, width })}\n${colors.bold("Explanation")}  ${join(out, "explain.html")}\n`,
    );
  return strict && explained.warnings.length > 0 ? exitCodes.implausible : exitCodes.done;
}
