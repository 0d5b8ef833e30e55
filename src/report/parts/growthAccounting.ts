import type { averagedMetrics, summedMetrics } from "../../plan/metrics.ts";
import type { Stage } from "../../scenario/scenario.ts";
import type { GrowthAccounting } from "../report.ts";
import type { ColumnLookup } from "./columnLookup.ts";
import { geometricMean, keep } from "./estimate.ts";
import type { Subject } from "./subject.ts";
import { lastPeriodOf } from "./years.ts";

/**
 * Yearly share of the last year over that of the first, split into factors that multiply to the whole exactly.
 *
 * In each replication: share = frequency · aid per case · fee loading · charged · timing (see `askedTerms`), where
 * frequency = cases / sharers = covered part · age index · selection index · duration index · rest. A factor is the
 * ratio of its two years; the report gives geometric means over the replications, whose product is the geometric mean
 * of the ratio of shares. It is bookkeeping; what a cause is owed is told by simulations without it (`growthCauses`).
 *
 * null where fewer than two years can be compared, or where chance decides: a tenth or more of the replications that ran
 * through both years have a year without a share, and the others would not stand for all.
 */
export function growthAccounting(plan: Subject): GrowthAccounting | null {
  const { results } = plan.inputs;
  const years = comparableYears(plan);
  const from = years[0];
  const to = years.at(-1);
  if (from === undefined || to === undefined || from === to) return null;
  const terms = makeTerms(plan, from, to);
  const rows = Array.from({ length: results.replications }, (_, replication) => {
    if (!ranThrough(plan, to, replication)) return null;
    const logs = terms.map(({ at }) => Math.log(at(to, replication)) - Math.log(at(from, replication)));
    return logs.every(Number.isFinite) ? logs : null;
  });
  const replications = rows.filter((row) => row !== null).length;
  const ran = rows.filter((_, replication) => ranThrough(plan, to, replication)).length;
  if (replications < leastPart * ran) return null;
  const meanOver = (log: (logs: readonly number[]) => number) =>
    geometricMean(keep(results, (replication) => mapRow(rows[replication], log)));
  return {
    from,
    to,
    ratio: meanOver((logs) => logs.reduce((sum, log) => sum + log, 0)),
    replications,
    leftOut: results.replications - replications,
    factors: terms.map(({ key, label, meaning }, i) => ({
      key,
      label,
      meaning,
      factor: meanOver((logs) => logs[i]),
    })),
  };
}

function mapRow(row: readonly number[] | null, log: (logs: readonly number[]) => number): number | null {
  return row ? log(row) : null;
}

/** Complete years through which the plan ran, with a share above 0, in at least half of the replications. */
export function comparableYears(plan: Subject): number[] {
  return plan.inputs.years
    .filter(({ year, complete }) => complete && isComparable(plan, year))
    .map(({ year }) => year);
}

const leastPart = 0.9;

interface Term {
  readonly key: string;
  readonly label: string;
  readonly meaning: string;
  readonly at: (year: number, replication: number) => number;
}

const indexTerms = [
  {
    metric: "coveredPart",
    key: "waiting",
    label: "Waiting runs out",
    meaning: "part of the members who are past their waiting period",
  },
  {
    metric: "ageIndex",
    key: "ageing",
    label: "Members age",
    meaning: "incidence owed to the ages of the covered",
  },
  {
    metric: "selectionIndex",
    key: "selection",
    label: "Who stays",
    meaning: "mean relative risk of the covered: above 1 where the better risks leave",
  },
  {
    metric: "durationIndex",
    key: "duration",
    label: "Health checks wear off",
    meaning: "mean select factor of the covered: incidence rises with the time since joining",
  },
] as const;

function makeTerms(plan: Subject, from: number, to: number): Term[] {
  const { lookup } = plan;
  const sum = (metric: (typeof summedMetrics)[number]) => required(lookup, metric, from, to);
  const average = (metric: (typeof averagedMetrics)[number]) => reader(lookup, "yearMean", metric, from, to);
  const everyoneCovered = stagesOf(plan).every(({ sharing }) => sharing.sharers === "covered");
  const indices = indexTerms
    .filter(({ metric }) => !(metric === "coveredPart" && everyoneCovered))
    .flatMap(({ metric, ...words }): Term[] => {
      const at = average(metric);
      return at ? [{ ...words, at }] : [];
    });
  const share = sum("share");
  const cases = sum("cases");
  const aid = sum("aid");
  const aidCut = sum("aidCut");
  const fee = sum("fee");
  const sharers = average("sharers") ?? (() => 1);
  const owed = (y: number, r: number) => aid(y, r) + aidCut(y, r);
  const cost = (y: number, r: number) => owed(y, r) + fee(y, r);
  return [
    ...indices,
    {
      key: "frequency",
      label: "Other frequency",
      meaning:
        "claims per sharer beyond the factors above: delayed reports coming in, trend, shocks, changed rules of cover, chance",
      at: (y, r) => cases(y, r) / sharers(y, r) / indices.reduce((product, { at }) => product * at(y, r), 1),
    },
    {
      key: "meanAid",
      label: "Aid per case",
      meaning: "mean aid owed per approved claim",
      at: (y, r) => owed(y, r) / cases(y, r),
    },
    { key: "fee", label: "Fee", meaning: "aid and fee over aid", at: (y, r) => cost(y, r) / owed(y, r) },
    ...askedTerms(plan, [from, to], {
      cost,
      asked: (y, r) => share(y, r) * sharers(y, r),
      charged: chargedOf(plan, cost, aidCut, sum("subsidy")),
    }),
  ];
}

/** Money of a year: what cases and fee cost, what was asked (share times mean sharers), what the cost left to sharers. */
interface Asked {
  readonly cost: Reader;
  readonly asked: Reader;
  readonly charged: Reader;
}

/**
 * asked / cost = (charged / cost) · (asked / charged): what caps and the operator took off, and the timing within the
 * year. One factor where the first is 1 in both years, or where a replication's sharers were left nothing to pay, or where
 * the operator also pays what deposits do not hold, which lowers nobody's share.
 */
function askedTerms(plan: Subject, years: readonly number[], { cost, asked, charged }: Asked): Term[] {
  const [, to] = years;
  const parts = Array.from({ length: plan.inputs.results.replications }, (_, r) => r)
    .filter((r) => ranThrough(plan, to, r) && years.every((year) => asked(year, r) > 0))
    .flatMap((r) => years.map((year) => charged(year, r) / cost(year, r)));
  if (parts.every((part) => Math.abs(part - 1) < nothing))
    return [{ ...timing, at: (y, r) => asked(y, r) / cost(y, r) }];
  if (parts.some((part) => !(part > nothing)) || stagesOf(plan).some(({ funding }) => funding !== null))
    return [{ ...chargedAndTiming, at: (y, r) => asked(y, r) / cost(y, r) }];
  return [
    { ...chargedWords, at: (y, r) => charged(y, r) / cost(y, r) },
    { ...timing, at: (y, r) => asked(y, r) / charged(y, r) },
  ];
}

const nothing = 1e-6;

const chargedWords = {
  key: "charged",
  label: "Caps and subsidy",
  meaning:
    "part of the cost left to be shared, after what caps cut from aid and what the operator paid: above caps, once sharing had stopped, for illnesses that it bears, for exempt members or for unpaid debits",
};

const timing = {
  key: "timing",
  label: "Timing within the year",
  meaning:
    "yearly share times mean sharers, over the cost left to be shared: off 1 where membership and cost both change within a year; also rounding up, premiums and money carried from year to year",
};

const chargedAndTiming = {
  key: "asked",
  label: "Caps, subsidy and timing",
  meaning:
    "yearly share times mean sharers, over the cost: caps, what the operator paid, membership and cost both changing within a year, rounding up and money carried; not split, because in some replications nothing was left to be shared, or the operator also paid what deposits did not hold",
};

/**
 * The cost less what was cut from aid and what the operator paid. Where nothing else of the rules makes it pay, the operator
 * pays for exempt members and unpaid debits only, which lowers nobody's share.
 */
function chargedOf(plan: Subject, cost: Reader, aidCut: Reader, subsidy: Reader): Reader {
  const isLimited = stagesOf(plan).some(relievesSharers);
  return (y, r) => cost(y, r) - aidCut(y, r) - (isLimited ? subsidy(y, r) : 0);
}

const stagesOf = ({ pools }: Subject): Stage[] => pools.flatMap(({ stages }) => stages);

/** Whether the operator may bear a part of the cost that sharers would else be asked for. */
function relievesSharers({ sharing: { caps, premium }, cover, ending: { closing } }: Stage): boolean {
  return (
    Object.values(caps).some((cap) => cap !== null) ||
    premium !== null ||
    closing?.sharingStops === true ||
    cover?.illnesses.some(({ paidBy }) => paidBy === "operator") === true
  );
}

type Reader = (year: number, replication: number) => number;

/** Reads a yearly column of the two years; null where the plan does not record it. */
function reader(
  lookup: ColumnLookup,
  kind: "yearSum" | "yearMean",
  metric: (typeof summedMetrics)[number] | (typeof averagedMetrics)[number],
  from: number,
  to: number,
): Reader | null {
  const values = (year: number) =>
    lookup.find({ kind, year, metric } as Parameters<ColumnLookup["find"]>[0])?.values;
  const [first, last] = [values(from), values(to)];
  if (!first || !last) return null;
  return (year, replication) => (year === from ? first : last)[replication];
}

function required(
  lookup: ColumnLookup,
  metric: (typeof summedMetrics)[number],
  from: number,
  to: number,
): Reader {
  const found = reader(lookup, "yearSum", metric, from, to);
  if (!found) throw new Error(`the plan records no yearly ${metric}`);
  return found;
}

function ranThrough({ series, inputs }: Subject, year: number, replication: number): boolean {
  return series.endings[replication] === 0 || series.lastRunning[replication] >= lastPeriodOf(inputs, year);
}

function isComparable(plan: Subject, year: number): boolean {
  const shares = plan.lookup.find({ kind: "yearSum", year, metric: "share" })?.values;
  if (!shares) return false;
  const good = shares.reduce((sum, share, r) => sum + (share > 0 && ranThrough(plan, year, r) ? 1 : 0), 0);
  return good * 2 >= plan.inputs.results.replications && good > 0;
}
