import { formatMoney, formatSe } from "../format.ts";
import type { Ledger, Report } from "../report.ts";
import { booksTable } from "../tables/booksTable.ts";
import { depositsTable } from "../tables/depositsTable.ts";
import { countOf, inBrackets, nineInTen } from "../wording.ts";
import type { Section } from "./section.ts";

/** The books: all money, then members' deposits where they have any; `prefix` before the ids, which are unique on the page. */
export function booksSections(report: Report, prefix = ""): Section[] {
  const { deposits } = report.books;
  const books: Section = {
    id: `${prefix}books`,
    title: "The books",
    note: `${identity(report)}${prefix === "" ? checked(report) : ""}${apart(report)}`,
    table: booksTable(report),
  };
  return deposits === null ? [books] : [books, depositsSection(deposits, report, prefix)];
}

function identity({ replications }: Report): string {
  return `Sums over the whole run, means over ${countOf(replications, "replication")}: what members and the operator paid is aid, fee, refunds and surplus.`;
}

function checked({ books: { maxImbalance, maxMemberImbalance } }: Report): string {
  return ` The largest imbalance met in any period of any replication is ${formatSe(maxImbalance)} of the money moved, and ${formatSe(maxMemberImbalance)} of the members; a run above 1e-9 fails.`;
}

/** What is no part of the balance, and what of it fell after the end. */
function apart({ books, scenario: { currency } }: Report): string {
  const { aidCut, runOffCost, runOffSubsidy, runOffRefunds } = books;
  const parts = [
    ...(aidCut.mean > 0 ? [`Aid owed but not paid: ${formatMoney(aidCut.mean, currency)}.`] : []),
    ...(runOffCost.mean > 0
      ? [
          `After the end (run-off) fell ${formatMoney(runOffCost.mean, currency)} of the costs; the operator paid ${formatMoney(runOffSubsidy.mean, currency)} then.`,
        ]
      : []),
    ...(runOffRefunds.mean > 0
      ? [`Given back at the end or after it: ${formatMoney(runOffRefunds.mean, currency)}.`]
      : []),
  ];
  return parts.map((part) => ` ${part}`).join("");
}

function depositsSection(deposits: NonNullable<Ledger["deposits"]>, report: Report, prefix: string): Section {
  const { currency } = report.scenario;
  const range = inBrackets(nineInTen(deposits.most, currency));
  return {
    id: `${prefix}deposits`,
    title: "Deposits",
    note: `Members’ money held by the operator, before it is used for shares: what was paid in and credited is used, given back, lost or still held. At their highest the deposits held are ${formatMoney(deposits.most.q50, currency)} in the median${range}.`,
    isPart: true,
    table: depositsTable(deposits, currency),
  };
}
