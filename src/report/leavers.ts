import type { Report, ReportPeriod } from "./report.ts";

/** Why members leave, one reason each. */
export const leavingReasons = [
  { key: "lapsed", label: "own will" },
  { key: "defaulted", label: "failed debit" },
  { key: "claimed", label: "illness, aided" },
  { key: "waitingIll", label: "illness while waiting" },
  { key: "agedOut", label: "age limit" },
  { key: "died", label: "death" },
  { key: "movedOut", label: "to another pool" },
] as const;

export type LeavingReason = (typeof leavingReasons)[number]["key"];

/** "failed debit" is "deposit used up" where members hold deposits. */
export function reasonInWords(key: LeavingReason, { books }: Pick<Report, "books">): string {
  if (key === "defaulted" && books.deposits !== null) return "deposit used up";
  return leavingReasons.find((reason) => reason.key === key)?.label ?? key;
}

/** Mean number who leave in a period for a reason, replications in which the plan has ended counting 0. */
export function meanLeavers(period: ReportPeriod, key: LeavingReason): number {
  // Running figures are over plans that still run; the mean over all plans is smaller by the part that does.
  return (period[key]?.mean ?? 0) * period.running.value;
}
