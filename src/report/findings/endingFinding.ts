import { formatDate, formatNumber, formatPortion, formatPortionWithError } from "../format.ts";
import type { Ending, Report } from "../report.ts";
import { endsInWords } from "../wording.ts";
import { consequences } from "./consequences.ts";

/**
 * Whether, when and why the plan ends, how sure that is, and what it leads to; null where no rule could end it and none did.
 *
 * @param what "The plan", or one of its pools
 */
export function endingFinding(report: Report, what = "The plan"): string | null {
  const { ending, calendar, replications } = report;
  if (ending.cause === null && ending.possible.length === 0) return null;
  const by = formatDate(calendar.to);
  if (ending.cause === null)
    return `${what} still runs on ${by} in every replication; its chance of ending before is below ${formatNumber((3 / replications) * 100, 2)} % (rule of three, for independent replications).`;
  const [consequence] = consequences(report);
  return `${howItEnds(ending, what, by)}${consequence ? `; ${consequence}` : ""}.`;
}

function howItEnds({ causes, probability, date }: Ending, what: string, by: string): string {
  const often =
    probability.value === 1
      ? "every replication"
      : `${formatPortionWithError(probability)} of the replications`;
  const [first] = causes;
  if (causes.length === 1) return `${what} ${endsInWords(first.cause)} in ${often}${when(first)}`;
  const each = causes.map((one) => `it ${endsInWords(one.cause)} in ${formatPortion(one.probability.value)}`);
  const half = date === null ? "" : `, half of these by ${formatDate(date)}`;
  return `${what} ends by ${by} in ${often}${half}: ${listed(each)}`;
}

/** When half, and when most of those that ended had their last settlement. */
function when({ dates: { q05, q50, q95 } }: Ending["causes"][number]): string {
  if (q05 === q95) return `, with its last settlement on ${formatDate(q50)}`;
  return `, in the median on ${formatDate(q50)} (5 – 95 % of these: ${formatDate(q05)} – ${formatDate(q95)})`;
}

function listed(parts: readonly string[]): string {
  return parts.length < 3 ? parts.join(" and ") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
