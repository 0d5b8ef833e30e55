import { type Mistake, sortMistakes } from "../scenario/mistake.ts";

/** All mistakes, a line each, and how many there are. */
export function describeMistakes(mistakes: readonly Mistake[]): string {
  const lines = sortMistakes(mistakes).map(({ message }) => `${message}\n`);
  return `${lines.join("")}${lines.length === 1 ? "1 mistake" : `${lines.length} mistakes`}\n`;
}
