import type { TerminalOptions } from "../../report/terminal/renderTerminal.ts";
import { plain, textTable } from "../../report/terminal/textTable.ts";
import { wrapped } from "../../report/terminal/wrapped.ts";
import type { Comparison } from "../comparison.ts";
import { assumptionsTable } from "../tables/assumptionsTable.ts";
import { conditionsTable } from "../tables/conditionsTable.ts";
import { shortYearsTable } from "../tables/yearsTable.ts";
import { assumptionsInWords, kickerInWords, letterInWords } from "../words.ts";

const mostAssumptions = 12;

/** A comparison for a terminal: which runs, what differs between their scenarios, what comes of it, years, conditions. */
export function renderComparisonTerminal(comparison: Comparison, { color, width }: TerminalOptions): string {
  const { runs, findings, failIf } = comparison;
  const columns = Math.min(width, 100);
  const blocks = [
    [
      ...runs.map(
        (run) =>
          `${color.bold(letterInWords(run.letter))}  ${color.bold(plain(run.title))}  ${color.dim(plain(run.path))}`,
      ),
      color.dim(plain(kickerInWords(comparison))),
    ].join("\n"),
    assumptions(comparison, color.dim),
    wrapped(findings, columns),
    textTable(shortYearsTable(comparison), color.dim),
    failIf.length === 0 ? "" : textTable(conditionsTable(comparison), color.dim),
  ];
  return `${blocks.filter((block) => block !== "").join("\n\n")}\n`;
}

function assumptions(comparison: Comparison, dim: (text: string) => string): string {
  const { assumptions } = comparison;
  const said = dim(assumptionsInWords(assumptions.length, mostAssumptions));
  if (assumptions.length === 0) return said;
  const table = assumptionsTable({ ...comparison, assumptions: assumptions.slice(0, mostAssumptions) });
  const [what, ...values] = table.columns.slice(0, -1);
  const rows = table.rows.map((row) => row.slice(0, -1).map(shortened));
  return `${said}\n${textTable({ columns: [what, ...values], rows }, dim)}`;
}

const longest = 40;

function shortened(cell: string): string {
  return cell.length <= longest ? cell : `${cell.slice(0, longest - 1)}…`;
}
