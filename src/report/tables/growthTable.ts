import { formatFactor, formatSe } from "../format.ts";
import type { CostGrowth } from "../report.ts";
import { makeTable, type Table, text } from "./table.ts";

/** The factors of the growth of cost; the last row is their product. */
export function growthTable({ factors, ratio, from, to }: CostGrowth): Table {
  const all = { key: "all", label: `Share of ${to} over ${from}`, meaning: "the product", factor: ratio };
  const table = makeTable(
    [...factors, all],
    [
      text("Factor", ({ label }) => label),
      text("Times", ({ factor }) => formatFactor(factor.value), { align: "right" }),
      text("Standard error", ({ factor }) => formatSe(Number(factor.se.toFixed(5))), { align: "right" }),
      text("What it compares", ({ meaning }) => meaning, { prose: true }),
    ],
  );
  return { ...table, strong: [factors.length] };
}
