/**
 * What a run records of every period (one number per replication), in the order in which the engine stores it.
 * `running` metrics are reported for the plans that still run (a share asked in a run-off, where members bear it, counts
 * in the yearly sums only); the others also count the run-off.
 */
export const periodMetrics = [
  { key: "members", unit: "persons", running: true, meaning: "members at the end of the period" },
  { key: "covered", unit: "persons", running: true, meaning: "members past their waiting period" },
  { key: "sharers", unit: "persons", running: true, meaning: "members who bear a share" },
  { key: "joiners", unit: "persons", running: true, meaning: "members who joined" },
  { key: "lapsed", unit: "persons", running: true, meaning: "members who left of their own will" },
  { key: "defaulted", unit: "persons", running: true, meaning: "members out because their debit failed" },
  { key: "claimed", unit: "persons", running: true, meaning: "members whose illness ended their membership" },
  { key: "died", unit: "persons", running: true, meaning: "members who died" },
  { key: "agedOut", unit: "persons", running: true, meaning: "members who reached the age limit" },
  { key: "cases", unit: "cases", running: false, meaning: "claims approved" },
  { key: "aid", unit: "money", running: false, meaning: "aid paid" },
  { key: "aidCut", unit: "money", running: false, meaning: "aid owed but not paid" },
  { key: "fee", unit: "money", running: false, meaning: "operator's fee" },
  { key: "subsidy", unit: "money", running: false, meaning: "paid by the operator" },
  { key: "contributions", unit: "money", running: false, meaning: "paid by members" },
  {
    key: "surplus",
    unit: "money",
    running: false,
    meaning: "carried into the next period; below 0: still to be collected",
  },
  { key: "share", unit: "share", running: true, meaning: "asked of one sharer" },
  { key: "shareRollingYear", unit: "share", running: true, meaning: "shares of the last year, added up" },
  { key: "meanAge", unit: "years", running: true, meaning: "mean age of members" },
  {
    key: "ageIndex",
    unit: "ratio",
    running: true,
    meaning: "incidence owed to the ages of the covered, against joiners at the start",
  },
  {
    key: "selectionIndex",
    unit: "ratio",
    running: true,
    meaning: "mean relative risk of the covered, against joiners at the start",
  },
  { key: "durationIndex", unit: "ratio", running: true, meaning: "mean select factor of the covered" },
] as const;

export type PeriodMetric = (typeof periodMetrics)[number]["key"];

/** Where a metric stands in the engine's record. */
export const metricIndex = Object.fromEntries(periodMetrics.map(({ key }, i) => [key, i])) as Readonly<
  Record<PeriodMetric, number>
>;

/** Sums over a calendar year (or over the whole run) that every replication's row holds. */
export const summedMetrics = [
  "share",
  "cases",
  "aid",
  "aidCut",
  "fee",
  "subsidy",
  "contributions",
] as const satisfies readonly PeriodMetric[];

/** Means over the periods of a calendar year in which the plan ran. */
export const averagedMetrics = [
  "sharers",
  "coveredPart",
  "ageIndex",
  "selectionIndex",
  "durationIndex",
] as const;

/** Why a plan ended; `none`: it was still running at the end of the calendar. */
export const endingCauses = ["none", "closing", "minimumMembers", "hazard", "noMembers"] as const;
export type EndingCause = (typeof endingCauses)[number];
