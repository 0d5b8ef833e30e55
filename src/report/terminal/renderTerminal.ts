import { fanRows } from "../charts/fan.ts";
import { endingFinding } from "../findings/endingFinding.ts";
import { growthFinding } from "../findings/growthFinding.ts";
import { observedFinding } from "../findings/observedFinding.ts";
import { shareFinding } from "../findings/shareFinding.ts";
import { formatCount, formatDate, formatSe } from "../format.ts";
import type { Report, ReportYear } from "../report.ts";
import { answersTable } from "../tables/answersTable.ts";
import { poolsSummary } from "../tables/poolsTable.ts";
import { makeTable, number, range, text } from "../tables/table.ts";
import { yearLabel } from "../tables/yearsTable.ts";
import { countOf, yearEndMembers } from "../wording.ts";
import { fanPlot } from "./fanPlot.ts";
import { exactInWords, goalsInWords, publishedInWords } from "./sentences.ts";
import { plain, textTable } from "./textTable.ts";
import { wrapped } from "./wrapped.ts";

/** Such as picocolor gives; the identity where there is no colour. */
export interface TerminalColors {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly cyan: (text: string) => string;
  readonly yellow: (text: string) => string;
}

export interface TerminalOptions {
  readonly color: TerminalColors;
  /** Columns of the terminal. */
  readonly width: number;
}

/** The summary of a run for a terminal: what happened, plots, years, pools, findings, answers, the books. Plain text but for the colours. */
export function renderTerminal(report: Report, options: TerminalOptions): string {
  const { color, width } = options;
  const blocks = [
    heading(report, color),
    wrapped([report.headline], Math.min(width, 100)),
    ...plots(report, options),
    yearly(report, options),
    pools(report, color),
    wrapped(sentences(report), Math.min(width, 100)),
    answers(report, color),
    wrapped(goalsInWords(report), Math.min(width, 100)),
    wrapped(publishedInWords(report), Math.min(width, 100)),
    wrapped([books(report)], Math.min(width, 100)),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function heading(
  { scenario, calendar, replications, replicationsAsked, engine }: Report,
  color: TerminalColors,
): string {
  const when = `${formatDate(calendar.from)} to ${formatDate(calendar.to)}`;
  const of =
    replications < replicationsAsked ? color.yellow(` (of ${formatCount(replicationsAsked)} asked for)`) : "";
  const facts = color.dim(`${when} · ${engine} engine`);
  const explained = `${color.dim(countOf(replications, "replication"))}${of}${color.dim(": simulated histories of the plan")}`;
  return `${color.bold(plain(scenario.title))}\n${facts}\n${explained}`;
}

function plots(report: Report, { color, width }: TerminalOptions): string[] {
  const size = { width: Math.min(width, 100), height: 8 };
  const share = fanPlot(
    fanRows(report, (period) => period.share),
    size,
  );
  const members = fanPlot(
    fanRows(report, (period) => period.members),
    { ...size, height: 5 },
  );
  const key = color.dim(`█ median  ▒ half the replications  ░ nine in ten${amongRunning(report)}`);
  return [
    ...(share.length > 0
      ? [
          `${color.bold(`Share per settlement, ${plain(report.scenario.currency)}`)}${amongRunning(report) === "" ? "  " : "\n"}${key}\n${share.map(color.cyan).join("\n")}`,
        ]
      : []),
    ...(members.length > 0 ? [`${color.bold("Members")}\n${members.map(color.cyan).join("\n")}`] : []),
  ];
}

/** For whom the plots of shares and members speak, where some plans end. */
function amongRunning({ periods }: Report): string {
  return periods.some(({ running }) => running.value < 1) ? ", of the plans that still run" : "";
}

const mostYears = 12;

function yearly(report: Report, { color, width }: TerminalOptions): string {
  const { years, scenario } = report;
  const { currency } = scenario;
  const table = makeTable<ReportYear>(years.slice(-mostYears), [
    text("Year", yearLabel),
    number("Share", currency, ({ share }) => share.q50),
    range("5 – 95 %", currency, ({ share }) => [share.q05, share.q95]),
    number("Cases", "", ({ cases }) => cases.q50),
    number("Aid", currency, ({ aid }) => aid.q50),
    number("Members at end", "", ({ members }) => members.q50),
  ]);
  const notes = [
    ...(years.length > mostYears ? [`The last ${mostYears} of ${years.length} years.`] : []),
    ...(report.ending.probability.value > 0 ? [yearEndMembers(report)] : []),
  ];
  const footnotes = notes.length > 0 ? `\n${color.dim(wrapped(notes, Math.min(width, 100)))}` : "";
  return `${textTable(table, color.dim)}${footnotes}`;
}

function sentences(report: Report): string[] {
  const all = [
    shareFinding(report),
    growthFinding(report),
    endingFinding(report),
    observedFinding(report),
    exactInWords(report),
  ];
  return all.filter((sentence) => sentence !== null && !report.headline.includes(sentence)) as string[];
}

function pools(report: Report, color: TerminalColors): string {
  return report.pools.length === 0 ? "" : textTable(poolsSummary(report), color.dim);
}

function answers(report: Report, color: TerminalColors): string {
  return report.answers.length === 0 ? "" : textTable(answersTable(report), color.dim);
}

function books({ books: { maxImbalance, checked } }: Report): string {
  return `The books balance: the largest imbalance of ${countOf(checked, "period")} checked is ${formatSe(maxImbalance)}.`;
}
