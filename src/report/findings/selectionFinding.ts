import { formatNumber, formatPortion } from "../format.ts";
import type { Report } from "../report.ts";
import { hasOneMix, mostRunInYear } from "../wording.ts";

/** Whether the bad risks stay longer. null for a plan of one class, or of pools with classes of their own. */
export function selectionFinding(report: Report): string | null {
  const {
    adverseSelection: { classes },
    years,
  } = report;
  const [riskiest] = [...classes].sort((a, b) => b.relativeRisk - a.relativeRisk);
  const risks = new Set(classes.map(({ relativeRisk }) => relativeRisk));
  const last = riskiest?.portionAtYearEnd.findLast(({ year }) => mostRunInYear(years, year));
  if (!riskiest || !last || risks.size < 2 || !hasOneMix(report)) return null;
  const who = `Members of relative risk ${formatNumber(riskiest.relativeRisk)} (class “${riskiest.name}”)`;
  const [before, after] = [riskiest.portionOfJoiners, last.portion.value];
  if (Math.abs(after - before) < Math.max(0.005, 2 * last.portion.se))
    return `${who} are ${formatPortion(before)} of the joiners at the start and as many of the members at the end of ${last.year}: no clear adverse selection.`;
  const verdict = after > before ? "the worse risks stay longer" : "the worse risks leave sooner";
  return `${who} are ${formatPortion(before)} of the joiners at the start, but ${formatPortion(after)} of the members at the end of ${last.year}: ${verdict}.`;
}
