import { applySet } from "./applySet.ts";
import { assumptionsIn } from "./assumptions.ts";
import { filesFrom } from "./files.ts";
import { fillTables } from "./fillTables.ts";
import { loadScenario } from "./loadScenario.ts";
import { toPlain } from "./located.ts";
import { type Mistake, sortMistakes } from "./mistake.ts";
import { readSections } from "./readSections.ts";
import type { Scenario } from "./scenario.ts";

/** A scenario, or everything that is wrong with it. */
export type ParseResult =
  | {
      readonly ok: true;
      readonly scenario: Scenario;
      /** The merged document as plain data, as written: goes into a run's manifest. */
      readonly resolved: unknown;
      /** The text of every file read, by path: for checksums. */
      readonly sources: Readonly<Record<string, string>>;
    }
  | { readonly ok: false; readonly mistakes: readonly Mistake[] };

/** `set`: options PATH=VALUE (VALUE is YAML), laid over the file in order. */
export interface ParseOptions {
  readonly set?: readonly string[];
}

/**
 * Reads a scenario file with all it extends and all its tables, checks it, and gives it in fixed units with defaults
 * filled in. Never throws: whatever is wrong with the files is told as mistakes, all at once, by file and position.
 *
 * `read` gives a file's text and throws if there is none; paths are `/`-joined, relative to the file that names them.
 *
 * @example parseScenario("scenarios/x.yaml", (path) => readFileSync(path, "utf8"), { set: ["sharing.fee=10%"] })
 */
export function parseScenario(
  file: string,
  read: (path: string) => string,
  options: ParseOptions = {},
): ParseResult {
  const files = filesFrom(read);
  const loaded = loadScenario(file, files);
  if (loaded.root === null) return { ok: false, mistakes: sortMistakes(loaded.mistakes) };
  const overridden = applySet(loaded.root, options.set ?? []);
  const filled = fillTables(overridden.root, file, files);
  const sections = readSections(filled.root);
  const before = [...loaded.mistakes, ...overridden.mistakes, ...filled.mistakes];
  // Where a file it extends is missing, nobody knows what else is.
  const sure = loaded.isPartial
    ? sections.mistakes.filter(({ isAbsence }) => isAbsence !== true)
    : sections.mistakes;
  const mistakes = [...before, ...unlessTold(sure, before)];
  if (mistakes.length > 0 || sections.parts === null) return { ok: false, mistakes: sortMistakes(mistakes) };
  const scenario = { ...sections.parts, assumptions: assumptionsIn(overridden.root) };
  return { ok: true, scenario, resolved: toPlain(overridden.root), sources: files.sources };
}

/** What follows from a mistake told before (an unreadable table, an unknown alias) is not told again. */
function unlessTold(mistakes: readonly Mistake[], before: readonly Mistake[]): Mistake[] {
  const told = [...new Set(before.map(({ path }) => path))];
  return mistakes.filter(({ path, isAbsence }) => {
    if (told.includes(path)) return false;
    // What is missing may be what could not be read.
    return isAbsence !== true || !told.some((one) => one.startsWith(`${path}.`));
  });
}
