import type { Figure } from "../../statistics/figure.ts";
import { formatErrorOf, formatNumber, formatPortion, formatWithError } from "../format.ts";
import type { Report } from "../report.ts";
import { mainYears } from "../wording.ts";
import { makeTable, missing, type Table, text } from "./table.ts";

/** The headline figures with their Monte Carlo errors: would another seed tell the same? */
export function certaintyTable(report: Report): Table {
  return makeTable(headlines(report), [
    text("Figure", ({ label }) => label),
    text("Mean", ({ figure }) => formatNumber(figure.mean, 4), { align: "right" }),
    text("Standard error", ({ figure }) => formatErrorOf(figure.mean, figure.se), { align: "right" }),
    text(
      "of the mean",
      ({ figure }) => (figure.mean === 0 ? missing : formatPortion(Math.abs(figure.se / figure.mean))),
      {
        align: "right",
      },
    ),
    text("Median", ({ figure }) => formatWithError(figure.q50, figure.seQ50), {
      align: "right",
    }),
    text("5 %", ({ figure }) => formatWithError(figure.q05, figure.seQ05), {
      align: "right",
    }),
    text("95 %", ({ figure }) => formatWithError(figure.q95, figure.seQ95), {
      align: "right",
    }),
  ]);
}

interface Headline {
  readonly label: string;
  readonly figure: Figure;
}

function headlines(report: Report): Headline[] {
  const { currency } = report.scenario;
  const years = mainYears(report).slice(-6);
  const totals: [string, string][] = [
    ["cost", `Cost of the whole run, ${currency}`],
    ["cases", "Cases of the whole run"],
    ["peakMembers", "Most members at any time"],
    ["runOffCost", `Cost of the run-off, ${currency}`],
  ];
  return [
    ...years.map(({ year, share }) => ({ label: `Share in ${year}, ${currency}`, figure: share })),
    ...years
      .slice(-1)
      .map(({ year, members }) => ({ label: `Members at the end of ${year}`, figure: members })),
    ...totals.flatMap(([key, label]) => {
      const figure = Object.hasOwn(report.total, key) ? report.total[key] : undefined;
      return figure && !(key === "runOffCost" && figure.q95 === 0) ? [{ label, figure }] : [];
    }),
  ];
}
