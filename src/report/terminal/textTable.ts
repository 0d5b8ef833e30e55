import CliTable from "cli-table3";
import type { Table } from "../tables/table.ts";

const nothing = [
  "top",
  "top-mid",
  "top-left",
  "top-right",
  "bottom",
  "bottom-mid",
  "bottom-left",
  "bottom-right",
] as const;
const between = ["left", "left-mid", "mid", "mid-mid", "right", "right-mid"] as const;
const noBorders = Object.fromEntries([...nothing, ...between].map((part) => [part, ""]));

/** A table without borders for a terminal; Han characters take two columns. */
export function textTable({ columns, rows }: Table, headStyle: (text: string) => string): string {
  const table = new CliTable({
    head: columns.map(({ head }) => headStyle(plain(head))),
    colAligns: columns.map(({ align }) => align),
    chars: { ...noBorders, middle: "  " },
    style: { head: [], border: [], "padding-left": 0, "padding-right": 0 },
  });
  table.push(...rows.map((row) => row.map(plain)));
  return table
    .toString()
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

/** Text that cannot move the cursor, change colours or reverse the order of letters. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, " ");
}
