import { type Mistake, mistake } from "../scenario/mistake.ts";
import { isAsk, parseAsk } from "../statistics/ask/parseAsk.ts";
import type { Goal } from "../statistics/goal.ts";

/** The most replications of a run that stops when it is sure enough, unless `-n` says another limit. */
export const defaultLimit = 1_000_000;

/** Goals understood, and what is wrong with the others. */
export interface ReadGoals {
  readonly goals: readonly Goal[];
  readonly mistakes: readonly Mistake[];
}

/**
 * Reads what `--precision` says: a figure, `=`, and how large its standard error may be, as a part of the figure (`0.5%`) or in its
 * unit (`0.02`). The figure is a question, or a column, of which the mean is meant.
 *
 * @example years.2020.share=0.5%   P(total.cost > 3500)=0.001   quantile(total.cost, 0.95)=1%
 */
export function readGoals(texts: readonly string[], columns: readonly string[]): ReadGoals {
  const read = texts.map((text, index) => readGoal(text, index, columns));
  return { goals: read.flatMap(({ goals }) => goals), mistakes: read.flatMap(({ mistakes }) => mistakes) };
}

const allowedError = "a standard error above 0 after =: 0.5% of the figure, or 0.02 in its unit";

function readGoal(text: string, index: number, columns: readonly string[]): ReadGoals {
  const place = { file: "--precision", line: index + 1, path: "precision" };
  const equals = text.lastIndexOf("=");
  const figure = equals < 0 ? text : text.slice(0, equals);
  const parsed = parseAsk(questionOf(figure, columns), columns);
  const shift = questionOf(figure, columns) === figure ? 0 : "mean(".length;
  const mistakes = isAsk(parsed)
    ? []
    : parsed.map(({ position, ...rest }) =>
        mistake({ ...place, column: Math.max(1, position - shift), ...rest }),
      );
  const most = errorOf(equals < 0 ? "" : text.slice(equals + 1));
  if (most === null) {
    const found = equals < 0 ? "no =" : JSON.stringify(text.slice(equals + 1));
    mistakes.push(mistake({ ...place, column: Math.max(1, equals + 2), found, allowed: allowedError }));
  }
  return { goals: isAsk(parsed) && most !== null ? [{ ask: parsed, ...most }] : [], mistakes };
}

/** What is no question is taken as the name of a column. */
function questionOf(figure: string, columns: readonly string[]): string {
  return columns.includes(figure.trim()) || !figure.includes("(") ? `mean(${figure.trim()})` : figure;
}

function errorOf(text: string): Pick<Goal, "most" | "isRelative"> | null {
  const [, digits, percent] = /^\s*([\d.]+(?:e-?\d+)?)\s*(%?)\s*$/i.exec(text) ?? [];
  const value = digits === undefined ? Number.NaN : Number(digits);
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) return null;
  return percent === "%" ? { most: value / 100, isRelative: true } : { most: value, isRelative: false };
}

/** An error estimated from fewer blocks than this might be small by chance. */
const firstCheck = 8;

/**
 * Whether goals are looked at after so many blocks: after 8, and whenever a tenth has been added. It depends on the number of blocks
 * alone, so that a run stops after the same replications on any machine; and looking seldom keeps it from stopping at a lucky moment.
 */
export function isCheckpoint(blocks: number): boolean {
  let next = firstCheck;
  while (next < blocks) next = Math.max(next + 1, Math.floor(next * 1.1));
  return next === blocks;
}
