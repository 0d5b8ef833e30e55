import { formatDate, formatNumber, formatPortion } from "../format.ts";
import type { LeavingReason } from "../leavers.ts";
import type { Report } from "../report.ts";
import { countOf, inBrackets, nineInTen } from "../wording.ts";
import { daysBetween, type SteepFall, steepFall } from "./steepFall.ts";

/** That sharers went away within months, and why; null where they did not. */
export function fallFinding(report: Report): string | null {
  const fall = steepFall(report);
  if (!fall?.from.sharers || !fall.to.sharers) return null;
  const { from, to, part } = fall;
  const months = countOf(Math.max(1, Math.round(daysBetween(from.date, to.date) / 30.44)), "month");
  const before = `${formatNumber(fall.from.sharers.q50)} on ${formatDate(from.date)}`;
  const after = `${formatNumber(fall.to.sharers.q50)}${inBrackets(nineInTen(fall.to.sharers, ""))} on ${formatDate(to.date)}`;
  return `Sharers fall by ${formatPortion(part)} within ${months}, from ${before} to ${after}, by the medians${reasonOf(fall, report)}.`;
}

const reasonWords: Readonly<Record<LeavingReason, string>> = {
  lapsed: "of their own will",
  defaulted: "because debits fail",
  claimed: "because their illness ends their membership",
  waitingIll: "because they fall ill while waiting",
  died: "by death",
  agedOut: "because they reach the age limit",
  movedOut: "for another pool",
};

function reasonOf({ reason }: SteepFall, { books }: Report): string {
  if (reason === null) return "";
  const isPrepaid = books.deposits !== null && reason.key === "defaulted";
  const why = isPrepaid ? "because their deposits are used up" : reasonWords[reason.key];
  return `; of those who leave then, ${formatPortion(reason.part)} leave ${why}`;
}
