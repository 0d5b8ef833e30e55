import { formatPortion } from "../format.ts";
import type { Report, ReportPool, ReportYear } from "../report.ts";
import { mostStillRun } from "../wording.ts";
import { type Field, makeTable, missing, number, numberIfAny, range, type Table, text } from "./table.ts";

/** The pools of a plan side by side: medians, and how many replications of each end. */
export function poolsTable(report: Report): Table {
  const {
    pools,
    scenario: { currency },
  } = report;
  return makeTable<ReportPool>(pools, [
    name,
    ...numberIfAny(pools, "Copies", "", ({ copies }) => (copies > 1 ? copies : 0)),
    ...sizeAndShare(report),
    number("Cases", "", ({ total }) => total.cases?.q50 ?? null),
    number("Aid", currency, ({ books }) => books.aid.q50),
    ...numberIfAny(pools, "Aid cut", currency, ({ books }) => books.aidCut.q50),
    number("Paid by members", currency, ({ books }) => books.contributions.q50),
    ...numberIfAny(pools, "Paid by the operator", currency, ({ books }) => books.subsidy.q50),
    ...numberIfAny(pools, "Moved in", "", ({ total }) => total.movedIn?.q50 ?? null),
    ...numberIfAny(pools, "Most deposits held", currency, ({ books }) => books.deposits?.most.q50 ?? null),
    ends,
  ]);
}

/** The same for narrow places. */
export function poolsSummary(report: Report): Table {
  return makeTable<ReportPool>(report.pools, [name, ...sizeAndShare(report), ends]);
}

const name = text<ReportPool>("Pool", (pool) => pool.name);

const ends = text<ReportPool>("Ends", ({ ending }) => formatPortion(ending.probability.value), {
  align: "right",
});

function sizeAndShare(report: Report): Field<ReportPool>[] {
  const { currency } = report.scenario;
  return [
    number("Most members", "", ({ total }) => total.peakMembers?.q50 ?? null),
    text("In year", (pool) => lastYear(pool)?.year.toString() ?? missing),
    number("Share", currency, (pool) => lastYear(pool)?.share.q50 ?? null),
    range("5 – 95 %", currency, (pool) => {
      const share = lastYear(pool)?.share;
      return share ? [share.q05, share.q95] : null;
    }),
  ];
}

/** The last whole year with a share through which the pool runs in half of the replications; a part of one where there is none. */
function lastYear({ years }: ReportPool): ReportYear | undefined {
  const paying = years.filter(({ share }) => share.q95 > 0);
  return paying.findLast((year) => year.complete && mostStillRun(year)) ?? paying.at(-1);
}
