import { parseArgs } from "node:util";

/** How the bench was asked to measure. */
export interface Settings {
  /** One comparison only. */
  readonly only: string | null;
  /** Fewer replications and repetitions: for a look, not for a baseline. */
  readonly quick: boolean;
  readonly repetitions: number;
  /** Fail where a ratio is more than 10 % worse than the baseline's. */
  readonly compare: boolean;
  /** Make these results the baseline. */
  readonly save: boolean;
  readonly scaling: boolean;
  /** What a process of its own is to measure, as JSON; given by the bench itself. */
  readonly task: string | null;
}

/**
 * Reads the words after `npm run bench --`.
 *
 * @throws TypeError where one is unknown
 * @example settingsFrom(["--quick", "--only", "check"])
 */
export function settingsFrom(words: readonly string[]): Settings {
  const { values } = parseArgs({
    args: [...words],
    options: {
      only: { type: "string" },
      quick: { type: "boolean", default: false },
      repetitions: { type: "string" },
      compare: { type: "boolean", default: false },
      save: { type: "boolean", default: false },
      scaling: { type: "boolean", default: false },
      task: { type: "string" },
    },
  });
  const { only = null, task = null, quick, compare, save, scaling } = values;
  const repetitions = Number(values.repetitions ?? (quick ? 3 : 9));
  if (!Number.isInteger(repetitions) || repetitions < 1)
    throw new TypeError("--repetitions takes a whole number from 1 on");
  return { only, task, quick, compare, save, scaling, repetitions };
}
