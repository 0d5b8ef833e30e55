import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fentan } from "../../src/cli/fentan.ts";
import { inline } from "../../src/run/inline.ts";
import type { Runner } from "../../src/run/runner.ts";
import { smallScenario } from "../run/smallScenario.ts";
import { temporaryFolder } from "../run/temporaryFolder.ts";
import { type TestTerminal, testTerminal } from "./testTerminal.ts";

/** Writes files (path -> text) to a new folder and returns it. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The command line in this thread: exit code and what was written. */
export async function call(
  words: readonly string[],
  runner: Runner = inline,
  terminal: TestTerminal = testTerminal(),
) {
  const code = await fentan(words, terminal, runner);
  return { code, ...terminal.written };
}

/** `fentan run` of the small scenario, with further words. */
export async function runSmall(words: readonly string[] = [], runner?: Runner, terminal?: TestTerminal) {
  const folder = folderOf({ "small.yaml": smallScenario });
  const out = join(folder, "out");
  const all = ["run", join(folder, "small.yaml"), "--out", out, "-n", "200", ...words];
  return { ...(await call(all, runner, terminal)), folder: out };
}

/** For commands that must not simulate. */
export const noRunner: Runner = () => Promise.reject(new Error("something was simulated"));
