import { formatMoney, formatNumber } from "../format.ts";
import type { Report, ReportYear } from "../report.ts";
import { inBrackets, mainYears, mostStillRun, nineInTen } from "../wording.ts";

const leastRise = 1.3;
const leastLoss = 0.2;

/**
 * That the share rises while members leave; null unless it grows by 30 % at least from the year with most members to the last, and a
 * fifth of the members is lost by then.
 */
export function spiralFinding(report: Report): string | null {
  const years = mainYears(report).filter((year) => mostStillRun(year) && year.share.q50 > 0);
  const last = years.at(-1);
  if (!last) return null;
  const peak = years.reduce((most, year) => (year.members.q50 > most.members.q50 ? year : most), last);
  const hasRisen = last.share.q50 >= leastRise * peak.share.q50;
  const hasLost = last.members.q50 <= (1 - leastLoss) * peak.members.q50;
  if (!hasRisen || !hasLost) return null;
  const money = ({ share }: ReportYear) => formatMoney(share.q50, report.scenario.currency);
  return `Members leave while the share rises: from ${peak.year} to ${last.year} the yearly share goes from ${money(peak)} to ${money(last)}${inBrackets(nineInTen(last.share, report.scenario.currency))} and membership from ${formatNumber(peak.members.q50)} to ${formatNumber(last.members.q50)}${inBrackets(nineInTen(last.members, ""))}, by the medians.`;
}
