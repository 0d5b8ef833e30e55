import { formatNumber } from "../format.ts";
import type { Answer, Report } from "../report.ts";
import { errorIfAny, makeTable, type Table, text } from "./table.ts";

/** A question for a day as a year with its part. */
const isOfYears = /^\s*(?:mean|median|quantile|tailMean)\(\s*ending\.year\s*[|,)]/;

function answerInWords({ ask, value, unmet }: Answer): string {
  if (unmet) return "no replication meets the condition";
  if (value === null) return "no finite answer";
  const isYear = isOfYears.test(ask) && value >= 1000 && value < 10_000;
  return isYear ? String(Number(value.toFixed(2))) : formatNumber(value, 5);
}

/** The scenario's questions. */
export function answersTable({ answers }: Report): Table {
  return makeTable<Answer>(answers, [
    text("Question", ({ ask }) => ask),
    text("Answer", answerInWords, { align: "right" }),
    text("Standard error", ({ value, se }) => errorIfAny(value, se), { align: "right" }),
  ]);
}
