import type { Comparison } from "../../statistics/published/published.ts";
import { formatNumber, formatObserved, formatWithError } from "../format.ts";
import { errorIfAny, type Field, makeTable, missing, type Table, text } from "./table.ts";

/** Published numbers beside ours. */
export function publishedTable(published: readonly Comparison[]): Table {
  return makeTable(published, [...comparisonFields, text("Source", ({ source }) => source, { prose: true })]);
}

/** The same with the source in front, said once for all that follow from it: for a table of several scenarios. */
export function validationTable(published: readonly Comparison[]): Table {
  const isSaid = (one: Comparison) => published[published.indexOf(one) - 1]?.source === one.source;
  return makeTable(published, [
    text("Source", (one) => (isSaid(one) ? "" : one.source), { prose: true }),
    ...comparisonFields,
  ]);
}

const right = { align: "right" } as const;

const comparisonFields: readonly Field<Comparison>[] = [
  text("Quantity", ({ quantity }) => quantity, { prose: true }),
  text("Published", publishedValue, right),
  text("Ours", ourValue, right),
  text("Standard error", ourError, right),
  text("Difference", signedDifference, right),
  text("Verdict", verdictText),
];

function publishedValue(one: Comparison): string {
  if (one.kind !== "number") return "one distribution";
  const { published, publishedError } = one;
  return publishedError > 0 ? formatWithError(published, publishedError) : formatObserved(published);
}

function ourValue(one: Comparison): string {
  if (one.kind === "number") return one.ours === null ? missing : formatNumber(one.ours, 6);
  return one.distance === null ? missing : `distance ${formatNumber(one.distance)}`;
}

function ourError(one: Comparison): string {
  return one.kind === "number" ? errorIfAny(one.ours, one.se) : missing;
}

function signedDifference(one: Comparison): string {
  if (one.kind !== "number" || one.difference === null) return missing;
  const size = Math.abs(one.difference);
  if (size === 0) return "0";
  return `${one.difference > 0 ? "+" : "−"}${size < 0.05 ? "0.0" : formatNumber(size, 2)}`;
}

function verdictText({ verdict, ...one }: Comparison): string {
  const isExact = one.kind === "number" && one.se === 0 && one.publishedError === 0;
  if (isExact && verdict === "agrees") return "agrees, without noise";
  if (isExact) return "differs, without noise";
  if (one.kind === "number" || one.critical === null) return verdict;
  return `${verdict} (limit ${formatNumber(one.critical)})`;
}
