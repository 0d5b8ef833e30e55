import { formatNumber, formatWithError } from "../../report/format.ts";
import { makeTable, missing, type Table, text } from "../../report/tables/table.ts";
import type { Interval } from "../../statistics/compare/compareMeans.ts";
import type { ComparedMetric, Comparison } from "../comparison.ts";
import { changeParts, letterInWords, metricLabel } from "../words.ts";

/** Every figure that is not 0 in both, run by run: means, difference, ratio, and what the pairing did. */
export function differencesTable({ metrics, runs, currency }: Comparison): Table {
  const shown = metrics.filter(({ values }) => values.some((figure) => figure !== null && figure.mean !== 0));
  const hasSeveral = runs.length > 2;
  const right = (head: string, of: (metric: ComparedMetric) => string) => text(head, of, { align: "right" });
  return makeTable<ComparedMetric>(shown, [
    text("Figure", ({ name }) => metricLabel(name, currency)),
    ...(hasSeveral ? [text<ComparedMetric>("Run", ({ run }) => letterInWords(run))] : []),
    right("A", ({ values: [base] }) => mean(base)),
    right(hasSeveral ? "The run" : "B", ({ values: [, other] }) => mean(other)),
    right("Difference", ({ difference }) => ifAny(difference, differenceInWords)),
    right("95 % interval", ({ difference }) => ifAny(difference, rangeInWords)),
    right("Change", ({ ratio }) => ifAny(ratio, (of) => changeParts(of).change)),
    right("Its 95 % interval", ({ ratio }) => ifAny(ratio, (of) => changeParts(of).range || missing)),
    right("Error smaller by pairs", ({ pairing: { gain } }) =>
      gain === null ? missing : `× ${formatNumber(gain, 2)}`,
    ),
  ]);
}

function mean(value: ComparedMetric["values"][number]): string {
  return value === null ? missing : formatNumber(value.mean, 4);
}

function ifAny(interval: Interval | null, write: (interval: Interval) => string): string {
  return interval === null ? missing : write(interval);
}

function differenceInWords({ mean, se }: Interval): string {
  return mean === 0 && se === 0 ? "none" : formatWithError(mean, se);
}

function rangeInWords({ q025, q975, se }: Interval): string {
  return se === 0 ? missing : `${formatNumber(q025)} to ${formatNumber(q975)}`;
}
