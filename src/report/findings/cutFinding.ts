import { formatMoney, formatPortion } from "../format.ts";
import type { Report } from "../report.ts";
import { inBrackets, nineInTen } from "../wording.ts";

const leastPart = 0.005;

/** How much of the aid owed is not paid; null where it is less than 0.5 % of all. */
export function cutFinding({ books: { aid, aidCut }, scenario: { currency } }: Report): string | null {
  const part = aidCut.mean / (aid.mean + aidCut.mean);
  if (!(part >= leastPart)) return null;
  const amount = `${formatMoney(aidCut.q50, currency)} in the median${inBrackets(nineInTen(aidCut, currency))}`;
  return `Of the aid owed, ${formatPortion(part)} is not paid: ${amount}.`;
}
