import { formatFactor, formatSe } from "../format.ts";
import type { CostGrowth, GrowthAccounting } from "../report.ts";
import { type Field, makeTable, type Table, text } from "./table.ts";

type Factor = CostGrowth["factors"][number];

/** The factors of the growth of cost; the last row is their product. */
export function growthTable({ factors, ratio, from, to }: CostGrowth | GrowthAccounting): Table {
  const all = { key: "all", label: `Share of ${to} over ${from}`, meaning: "the product", factor: ratio };
  const orders = factors.some(({ least }) => least !== undefined);
  const table = makeTable<Factor>(
    [...factors, all],
    [
      text("Factor", ({ label }) => label),
      text("Times", ({ factor }) => formatFactor(factor.value), { align: "right" }),
      text("Standard error", ({ factor }) => formatSe(Number(factor.se.toFixed(5))), { align: "right" }),
      ...(orders ? ofOrders(ratio.value) : []),
      text("What it compares", ({ meaning }) => meaning, { prose: true }),
    ],
  );
  return { ...table, strong: [factors.length] };
}

/** How much the order matters in which causes are switched on; and the growth that there would be without. */
function ofOrders(ratio: number): Field<Factor>[] {
  return [
    text("By order", ({ least, most }) => rangeOf(least, most), { align: "right" }),
    text("Growth without", ({ key, factor }) => (key === "all" ? "" : formatFactor(ratio / factor.value)), {
      align: "right",
    }),
  ];
}

function rangeOf(least: number | undefined, most: number | undefined): string {
  if (least === undefined || most === undefined) return "";
  return `${formatFactor(least).slice(2)} – ${formatFactor(most).slice(2)}`;
}

interface Named {
  readonly name: string;
  readonly of: Pick<CostGrowth, "factors" | "ratio">;
}

/** The factors of several spans or pools side by side, a column each. */
export function growthsTable(spans: readonly Named[]): Table {
  const keys = [
    ...new Map(spans.flatMap(({ of }) => of.factors.map(({ key, label }) => [key, label] as const))),
  ];
  const rows = [...keys.map(([key, label]) => ({ key, label })), { key: "all", label: "Share, together" }];
  const table = makeTable(rows, [
    text("Factor", ({ label }) => label),
    ...spans.map(({ name, of }) =>
      text<(typeof rows)[number]>(
        name,
        ({ key }) => {
          const factor = key === "all" ? of.ratio : of.factors.find((one) => one.key === key)?.factor;
          return factor ? formatFactor(factor.value) : "";
        },
        { align: "right" },
      ),
    ),
  ]);
  return { ...table, strong: [rows.length - 1] };
}
