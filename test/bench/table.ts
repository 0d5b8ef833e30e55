import type { Row, Side, Speed } from "./row.ts";
import type { Spread } from "./spread.ts";
import { type Target, verdictOf } from "./target.ts";

const headings = ["what", "ours", "peer", "ratio (quartiles)", "target", "stretch", "met"];

/** The rows as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const lines = rows.map((row) => {
    const { what, ours, peer, ratio, target, judged } = row;
    const value = judged === "ratio" ? ratio.median : ours.value.median;
    return [
      what,
      sideOf(ours),
      `${peer.name} ${sideOf(peer)}`,
      spreadText(ratio),
      limit(target, target.value),
      target.stretch === null ? "" : limit(target, target.stretch),
      verdictOf(value, target),
    ];
  });
  return markdown([headings, ...lines]);
}

/** Both sides of the rows that tell them, in the units of the targets; empty where there are none. */
export function speedsOf(rows: readonly Row[]): string {
  const lines = rows.flatMap(({ name, peer, speeds }) =>
    speeds === null
      ? []
      : [
          [name, "fentan", ...speedCells(speeds.ours)],
          [name, peer.name, ...speedCells(speeds.peer)],
        ],
  );
  return lines.length === 0 ? "" : markdown([["", "who", "ns/cell-step", "apportionments/s"], ...lines]);
}

const speedCells = ({ nanosecondsPerCellStep, apportionmentsPerSecond }: Speed) => [
  short(nanosecondsPerCellStep),
  short(apportionmentsPerSecond),
];

/** Lines of cells, the first of them the headings, as a Markdown table whose columns are aligned. */
export function markdown([first, ...others]: readonly (readonly string[])[]): string {
  const widths = first.map((_, i) => Math.max(...[first, ...others].map((line) => line[i].length)));
  const lineOf = (cells: readonly string[]) =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(" | ")} |`;
  const rule = `|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`;
  return [lineOf(first), rule, ...others.map(lineOf)].join("\n");
}

const sideOf = ({ value, unit }: Side) => `${short(value.median)} ${unit}`.trim();

const limit = ({ kind }: Target, value: number) => `${kind === "atMost" ? "<=" : ">="} ${short(value)}`;

const spreadText = ({ median, q25, q75 }: Spread) => `${short(median)} (${short(q25)} - ${short(q75)})`;

/** Three digits, with thousands apart. */
export function short(value: number): string {
  if (value === 0 || !Number.isFinite(value)) return String(value);
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString("en-US", { maximumFractionDigits: Math.min(digits, 6) });
}
