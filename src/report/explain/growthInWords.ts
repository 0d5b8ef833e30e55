import { growthFinding, isClear } from "../findings/growthFinding.ts";
import { selectionFinding } from "../findings/selectionFinding.ts";
import { formatErrorOf, formatFactor, formatNumber } from "../format.ts";
import type { Report } from "../report.ts";
import { nineInTen } from "../wording.ts";

/** Where the cost growth of a finished run came from, factor by factor, and who stayed: in sentences. */
export function growthInWords(report: Report): string[] {
  const { costGrowth, adverseSelection } = report;
  const selection = selectionFinding(report);
  const index = adverseSelection.selectionIndexAtEnd;
  return [
    growthFinding(report) ??
      "Cost growth cannot be split: fewer than two whole years can be compared, or too many replications have a year without a share.",
    ...(costGrowth?.factors.map(factorInWords) ?? []),
    selection ?? "There is nobody to tell apart: one class, or pools with classes of their own.",
    ...(index === null
      ? []
      : [
          `Those covered at the end have ${formatNumber(index.q50)} times the relative risk of the joiners at the start (median${inRange(index)}).`,
        ]),
  ];
}

type Factor = NonNullable<Report["costGrowth"]>["factors"][number];

function factorInWords(factor: Factor): string {
  const { label, meaning, factor: of } = factor;
  const moves = isClear(factor)
    ? `${of.value > 1 ? "raises" : "lowers"} the share by the factor ${formatFactor(of.value).slice(2)}${of.se > 0 ? ` (standard error ${formatErrorOf(of.value, of.se)})` : ""}`
    : "does not move the share clearly";
  return `“${label}” ${moves}: ${meaning}${meaning.endsWith(".") ? "" : "."}`;
}

function inRange(index: NonNullable<Report["adverseSelection"]["selectionIndexAtEnd"]>): string {
  const range = nineInTen(index, "");
  return range === "" ? "" : `; ${range}`;
}
