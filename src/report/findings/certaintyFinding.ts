import type { Figure } from "../../statistics/figure.ts";
import { formatCount, formatSe } from "../format.ts";
import type { Report } from "../report.ts";
import { countOf, mainYears, mostStillRun } from "../wording.ts";

/** What another seed would change, against what the plan itself leaves open. */
export function certaintyFinding(report: Report): string {
  const { replications, replicationsAsked, scenario } = report;
  const year = mainYears(report).findLast((candidate) => mostStillRun(candidate) && candidate.share.q95 > 0);
  const all = countOf(replications, "replication");
  const stopped = replications < replicationsAsked ? ` of ${formatCount(replicationsAsked)} asked for` : "";
  if (!year || year.share.se === 0) return `These figures are from ${all}${stopped}.`;
  return `From ${all}${stopped}: another seed would move the mean share of ${year.year} by about ${formatSe(year.share.se)} ${scenario.currency} (one standard error)${openRange(year.share)}.`;
}

/** What is uncertain about the plan itself; left out where replications do not differ. */
function openRange({ q05, q95, se }: Figure): string {
  const width = q95 - q05;
  return width > 10 * se && se > 0
    ? `; nine replications in ten spread over ${formatSe(width / se)} times that`
    : "";
}
