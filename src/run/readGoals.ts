import { mistake } from "../scenario/mistake.ts";
import type { Ask, AskMistake } from "../statistics/ask/ask.ts";
import { isAsk, parseAsk } from "../statistics/ask/parseAsk.ts";
import { parseMean } from "../statistics/ask/parseMean.ts";
import type { Goal } from "../statistics/goal.ts";
import { type AskPlace, askMistake } from "./askPlace.ts";
import type { Understood } from "./understood.ts";

/** The most replications of a run that stops when it is sure enough, unless `-n` says another limit. */
export const defaultLimit = 1_000_000;

/**
 * Reads what `--precision` says: a figure, `=`, and how large its standard error may be, as a part of the figure (`0.5%`) or in its
 * unit (`0.02`). The figure is a question, or a column, of which the mean is meant.
 *
 * @example years.2020.share=0.5%   P(total.cost > 3500)=0.001   quantile(total.cost, 0.95)=1%
 */
export function readGoals(texts: readonly string[], columns: readonly string[]): Understood<Goal> {
  const read = texts.map((text, index) => readGoal(text, index, columns));
  return {
    understood: read.flatMap(({ understood }) => understood),
    mistakes: read.flatMap(({ mistakes }) => mistakes),
  };
}

const allowedError = "a standard error above 0 after =: 0.5% of the figure, or 0.02 in its unit";

function readGoal(text: string, index: number, columns: readonly string[]): Understood<Goal> {
  const place: AskPlace = { file: "--precision", line: index + 1, column: 1, path: "precision" };
  const equals = text.lastIndexOf("=");
  const figure = equals < 0 ? text : text.slice(0, equals);
  const parsed = parseFigure(figure, columns);
  const mistakes = isAsk(parsed) ? [] : parsed.map((one) => askMistake(one, place));
  const most = errorOf(equals < 0 ? "" : text.slice(equals + 1));
  if (most === null) {
    const found = equals < 0 ? "no =" : JSON.stringify(text.slice(equals + 1));
    mistakes.push(mistake({ ...place, column: Math.max(1, equals + 2), found, allowed: allowedError }));
  }
  return { understood: isAsk(parsed) && most !== null ? [{ ask: parsed, ...most }] : [], mistakes };
}

/** What is no question is taken as the name of a column. */
function parseFigure(figure: string, columns: readonly string[]): Ask | AskMistake[] {
  const isQuestion = figure.includes("(") && !columns.includes(figure.trim());
  return isQuestion ? parseAsk(figure, columns) : parseMean(figure.trim(), columns);
}

function errorOf(text: string): Pick<Goal, "most" | "isRelative"> | null {
  const [, digits, percent] = /^\s*([\d.]+(?:e-?\d+)?)\s*(%?)\s*$/i.exec(text) ?? [];
  const value = digits === undefined ? Number.NaN : Number(digits);
  if (!(value > 0 && value < Number.POSITIVE_INFINITY)) return null;
  return percent === "%" ? { most: value / 100, isRelative: true } : { most: value, isRelative: false };
}
