import { fanRows } from "../charts/fan.ts";
import { endingFinding } from "../findings/endingFinding.ts";
import { growthFinding } from "../findings/growthFinding.ts";
import { historyFinding } from "../findings/historyFinding.ts";
import { shareFinding } from "../findings/shareFinding.ts";
import { formatDate } from "../format.ts";
import type { Report, ReportYear } from "../report.ts";
import { answersTable } from "../tables/answersTable.ts";
import { makeTable, number, range, text } from "../tables/table.ts";
import { yearLabel } from "../tables/yearsTable.ts";
import { countOf } from "../wording.ts";
import { fanPlot } from "./fanPlot.ts";
import { plain, textTable } from "./textTable.ts";

/** Such as picocolors gives; the identity where there is no colour. */
export interface TerminalColors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly yellow: (text: string) => string;
}

export interface TerminalOptions {
  readonly colors: TerminalColors;
  /** Columns of the terminal. */
  readonly width: number;
  /** Where the report was written; empty: nowhere. */
  readonly folder: string;
}

/** The summary of a run for a terminal: plots, years, ending, answers, the books, where the files are. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const { colors, width } = options;
  const blocks = [
    heading(report, colors),
    ...plots(report, options),
    yearly(report, colors),
    wrapped(sentences(report), Math.min(width, 100)),
    answers(report, colors),
    wrapped([books(report)], Math.min(width, 100)),
    options.folder === "" ? "" : `${colors.bold("Report")}  ${colors.cyan(plain(options.folder))}`,
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function heading(
  { scenario, calendar, replications, replicationsAsked, engine }: Report,
  colors: TerminalColors,
): string {
  const when = `${formatDate(calendar.from)} to ${formatDate(calendar.to)}`;
  const of =
    replications < replicationsAsked
      ? colors.yellow(` (of ${replicationsAsked.toLocaleString("en-US")} asked for)`)
      : "";
  const facts = `${when} · ${countOf(replications, "history", "histories")}${of} · ${engine} engine`;
  return `${colors.bold(plain(scenario.title))}\n${colors.dim(facts)}`;
}

function plots(report: Report, { colors, width }: TerminalOptions): string[] {
  const size = { width: Math.min(width, 100), height: 8 };
  const share = fanPlot(
    fanRows(report, (period) => period.share),
    size,
  );
  const members = fanPlot(
    fanRows(report, (period) => period.members),
    { ...size, height: 5 },
  );
  const key = colors.dim("█ median  ▒ half of all histories  ░ nine in ten");
  return [
    ...(share.length > 0
      ? [
          `${colors.bold(`Share per settlement, ${plain(report.scenario.currency)}`)}  ${key}\n${share.map(colors.cyan).join("\n")}`,
        ]
      : []),
    ...(members.length > 0 ? [`${colors.bold("Members")}\n${members.map(colors.cyan).join("\n")}`] : []),
  ];
}

const mostYears = 12;

function yearly({ years, scenario: { currency } }: Report, colors: TerminalColors): string {
  const table = makeTable<ReportYear>(years.slice(-mostYears), [
    text("Year", yearLabel),
    number("Share", currency, ({ share }) => share.q50),
    range("5 – 95 %", currency, ({ share }) => [share.q05, share.q95]),
    number("Cases", "", ({ cases }) => cases.q50),
    number("Aid", currency, ({ aid }) => aid.q50),
    number("Members at end", "", ({ members }) => members.q50),
  ]);
  const earlier =
    years.length > mostYears ? colors.dim(`\n(the last ${mostYears} of ${years.length} years)`) : "";
  return `${textTable(table, colors.dim)}${earlier}`;
}

function sentences(report: Report): string[] {
  const all = [shareFinding(report), growthFinding(report), endingFinding(report), historyFinding(report)];
  return all.filter((sentence) => sentence !== null);
}

function answers(report: Report, colors: TerminalColors): string {
  return report.answers.length === 0 ? "" : textTable(answersTable(report), colors.dim);
}

function books({ books: { maxImbalance, checked } }: Report): string {
  return `The books balance: the largest imbalance of ${checked.toLocaleString("en-US")} periods checked is ${maxImbalance.toExponential(1)}.`;
}

/** Sentences as paragraphs of at most `width` columns. */
function wrapped(paragraphs: readonly string[], width: number): string {
  return paragraphs.map((paragraph) => wrap(plain(paragraph), Math.max(20, width))).join("\n");
}

function wrap(paragraph: string, width: number): string {
  const lines = [""];
  for (const word of paragraph.split(" ")) {
    const last = lines[lines.length - 1];
    if (last === "") lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(`  ${word}`);
  }
  return lines.join("\n");
}
