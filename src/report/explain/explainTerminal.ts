import { formatDate } from "../format.ts";
import type { TerminalOptions } from "../terminal/renderTerminal.ts";
import { plain } from "../terminal/textTable.ts";
import { wrapped } from "../terminal/wrapped.ts";
import { countOf } from "../wording.ts";
import type { Explained } from "./explained.ts";
import { headlineOf } from "./words/masthead.ts";
import { whereItHolds } from "./words/warnings.ts";

/** An explanation for a terminal, in short: what holds at the start, when it changes, and what is hardly plausible. */
export function explainTerminal(explained: Explained, { color, width }: TerminalOptions): string {
  const { scenario, calendar } = explained;
  const columns = Math.min(width, 100);
  const when = `${formatDate(calendar.from)} to ${formatDate(calendar.to)} · nothing is simulated`;
  const blocks = [
    `${color.bold(plain(scenario.title))}\n${color.dim(when)}`,
    wrapped([headlineOf(explained)], columns),
    ...shortened(explained).map(({ title, sentences, changes }) => {
      const later =
        changes.length === 0 ? "" : `\n${color.dim(wrapped([`Changes ${changes.join(", ")}.`], columns))}`;
      return `${color.bold(plain(title))}\n${wrapped(sentences, columns)}${later}`;
    }),
    ...warningsOf(explained, color.yellow, columns),
  ];
  return `${blocks.join("\n\n")}\n`;
}

interface Shortened {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly changes: readonly string[];
}

/** The sections as of the start; of each further pool only what is not the same as in one before. */
function shortened({ told, pools }: Explained): Shortened[] {
  const before = new Set<string>();
  return told.flatMap(({ id, title, pools: of, blocks: [first, ...later] }) => {
    const sentences = first.sentences.filter((sentence) => !before.has(`${id} ${sentence}`));
    for (const sentence of sentences) before.add(`${id} ${sentence}`);
    if (sentences.length === 0) return [];
    const isOfAll = of.length === 0 || of.length === pools.length;
    const changes = later.map(({ from }) => formatDate(from));
    return [{ title: isOfAll ? title : `${title}, ${of.join(", ")}`, sentences, changes }];
  });
}

function warningsOf(
  { warnings, pools, calendar }: Explained,
  emphasis: (text: string) => string,
  columns: number,
): string[] {
  if (warnings.length === 0) return [];
  const lines = warnings.map((one) => {
    const { found, plausible, why } = one.words;
    const told = `${whereItHolds(one, pools.length, calendar.from)}${found}; plausible: ${plausible}. ${why}`;
    return wrapped([`${one.file}:${one.line}:${one.column}  ${one.path}: ${told}`], columns);
  });
  return [
    `${emphasis(`${countOf(warnings.length, "thing is", "things are")} hardly plausible`)}\n${lines.join("\n")}`,
  ];
}
