import { CommanderError } from "@commander-js/extra-typings";
import type { Runner } from "../run/runner.ts";
import { describeBug } from "./describeBug.ts";
import { describeSystemError } from "./describeSystemError.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { makeProgram } from "./program.ts";
import type { Terminal } from "./terminal.ts";

/**
 * The command line: runs one command and returns the exit code.
 *
 * @param words what was typed after `fentan`
 * @param runner for tests: where blocks are computed, whatever --threads says
 */
export async function fentan(
  words: readonly string[],
  terminal: Terminal,
  runner?: Runner,
): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const end = (ended: ExitCode) => {
    code = ended;
  };
  const program = makeProgram({ terminal, end, runner });
  try {
    await program.parseAsync(words, { from: "user" });
    return code;
  } catch (error) {
    // Help and version end the parser in the same way, with code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.mistake;
    const ofMachine = describeSystemError(error);
    terminal.err(ofMachine ?? describeBug(error));
    if (ofMachine !== null) return exitCodes.mistake;
    return exitCodes.bug;
  }
}
