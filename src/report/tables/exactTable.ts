import { formatErrorOf, formatNumber } from "../format.ts";
import type { Exact, Report } from "../report.ts";
import { makeTable, missing, type Table, text } from "./table.ts";

type Row = Exact["rows"][number];

/** What is known without simulation, beside what was simulated. */
export function exactTable({ exact, scenario: { currency } }: Report): Table {
  const right = { align: "right" } as const;
  return makeTable<Row>(exact.rows, [
    text("Figure", (row) => exactLabel(row, currency)),
    text("Exact", (row) => formatNumber(row.exact, 5), right),
    text("Simulated", ({ simulated }) => formatNumber(simulated.value, 5), right),
    text("Standard error", ({ simulated: { value, se } }) => formatErrorOf(value, se), right),
    text("Difference in standard errors", ({ difference }) => differenceInWords(difference), right),
  ]);
}

export function differenceInWords(difference: number | null): string {
  if (difference === null) return missing;
  return Math.abs(difference) < 0.05 ? "0" : formatNumber(Number(difference.toFixed(1)), 2);
}

const figures: Readonly<Record<string, string>> = {
  members: "Members at the end of YEAR",
  cases: "Cases in YEAR",
  cost: "Cost of YEAR, CURRENCY",
  share: "Share in YEAR, CURRENCY",
};

const parts: Readonly<Record<Row["of"], string>> = {
  mean: "mean",
  sd: "standard deviation",
  q05: "5 % quantile",
  q50: "median",
  q95: "95 % quantile",
  answer: "",
};

/** `exactLabel({ figure: "years.2020.cost", of: "mean", ... }, "yuan")` is "Cost of 2020, yuan: mean". */
export function exactLabel(row: Pick<Row, "figure" | "of">, currency: string): string {
  if (row.of === "answer") return row.figure;
  const [, year, key] = /^(?:years\.(-?\d+)|total)\.(\w+)$/.exec(row.figure) ?? [];
  const words = Object.hasOwn(figures, key) ? figures[key] : row.figure;
  const when = year ?? "the whole run";
  return `${words
    .replace("in YEAR", year ? `in ${year}` : "of the whole run")
    .replace("YEAR", when)
    .replace("CURRENCY", () => currency)}: ${parts[row.of]}`;
}
