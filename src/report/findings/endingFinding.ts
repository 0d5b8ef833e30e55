import { formatDate, formatNumber, formatPortion } from "../format.ts";
import type { Report } from "../report.ts";
import { causeInWords } from "../wording.ts";

/** Whether, when and why the plan ends; null where no rule could end it and none did. */
export function endingFinding({ ending, calendar, replications }: Report): string | null {
  const { probability, causes, date, cause, possible } = ending;
  if (cause === null && possible.length === 0) return null;
  const by = formatDate(calendar.to);
  if (cause === null || date === null)
    return `The plan still runs on ${by} in every replication; its chance of ending before is below ${formatNumber((3 / replications) * 100, 2)} % (rule of three, for independent replications).`;
  const often = causes.length > 1 ? "most often: " : "";
  const why = `${often}${causeInWords(cause)}`;
  if (probability.value < 1)
    return `The plan ends by ${by} in ${formatPortion(probability.value)} of the replications (${why}); half of these have settled for the last time by ${formatDate(date)}.`;
  if (causes.length === 1 && cause === "closing")
    return `The plan closes by decision in every replication; its last settlement is on ${formatDate(date)}.`;
  return `The plan ends in every replication (${why}); half have settled for the last time by ${formatDate(date)}.`;
}
