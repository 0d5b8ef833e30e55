import { CommanderError } from "@commander-js/extra-typings";
import { describeBug } from "./describeBug.ts";
import { type ExitCode, exitCodes } from "./exitCodes.ts";
import { makeProgram } from "./program.ts";
import type { Terminal } from "./terminal.ts";

/**
 * The command line: runs one command and returns the exit code.
 *
 * @param words what was typed after `fentan`
 */
export async function fentan(words: readonly string[], terminal: Terminal): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const program = makeProgram(terminal, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(words, { from: "user" });
    return code;
  } catch (error) {
    // Help and version end the parser in the same way, with code 0.
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.done : exitCodes.mistake;
    terminal.err(describeBug(error));
    return exitCodes.bug;
  }
}
