/** Something the author of a scenario has to change: where it stands, what is there, what may be there. */
export interface Mistake {
  /** File as it was named, or `--set`. */
  readonly file: string;
  /** Line from 1 on; of a `--set` its number on the command line. */
  readonly line: number;
  /** Column from 1 on. */
  readonly column: number;
  /** Where in the scenario: `members.mix[0].portion`. */
  readonly path: string;
  /** What was found, in words or quoted. */
  readonly found: string;
  /** What is allowed, in words. */
  readonly allowed: string;
  /** The nearest right word, if one is near. */
  readonly nearest?: string;
  /** Is something missing that may stand in a file which this one extends? Then it is told only if all of these were read. */
  readonly isAbsence?: boolean;
  /** All of it in one line, as `formatMistake` writes it. */
  readonly message: string;
}

/** What a mistake is made of; its message follows from it. */
export type MistakeParts = Omit<Mistake, "message">;

/**
 * One line for people and editors.
 *
 * @example scenarios/x.yaml:12:7  sharing.fee: found "eight"; allowed: a portion from 0 to 1, such as 8 % or 0.08
 */
export function formatMistake(mistake: MistakeParts): string {
  const { file, line, column, path, found, allowed, nearest } = mistake;
  const hint = nearest === undefined ? "" : ` (did you mean "${nearest}")`;
  return `${file}:${line}:${column}  ${path}: found ${found}; allowed: ${allowed}${hint}`.replace(
    /[\r\n]+/g,
    " ",
  );
}

/** A mistake with its message. */
export function mistake(parts: MistakeParts): Mistake {
  return { ...parts, message: formatMistake(parts) };
}

/** By file, line and column, each mistake once: what is shared by several stages of a plan is told once. */
export function sortMistakes(mistakes: readonly Mistake[]): Mistake[] {
  const seen = new Map<string, Mistake>();
  for (const one of mistakes) {
    const key = JSON.stringify([one.file, one.line, one.column, one.found, one.allowed]);
    if (!seen.has(key)) seen.set(key, one);
  }
  const order = (a: Mistake, b: Mistake) => compare(a.file, b.file) || a.line - b.line || a.column - b.column;
  return [...seen.values()].sort(order);
}

// Not localeCompare: the order must be the same on every machine.
function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
