/**
 * What a run records of every period (one number per replication), in the order in which the engine stores it.
 * `running` metrics are reported for the plans that still run (a share asked in a run-off, where members bear it, counts
 * in the yearly sums only); the others also count the run-off.
 *
 * `over`: how a plan of several pools has it: as the mean over its pools, weighted by another metric; else as their sum.
 */
export const periodMetrics = [
  { key: "members", unit: "persons", running: true, over: null, meaning: "members at the end of the period" },
  {
    key: "covered",
    unit: "persons",
    running: true,
    over: null,
    meaning: "members past their waiting period",
  },
  { key: "sharers", unit: "persons", running: true, over: null, meaning: "members who bear a share" },
  { key: "joiners", unit: "persons", running: true, over: null, meaning: "members who joined" },
  {
    key: "movedIn",
    unit: "persons",
    running: true,
    over: null,
    meaning: "members who came from another pool",
  },
  {
    key: "lapsed",
    unit: "persons",
    running: true,
    over: null,
    meaning: "members who left of their own will",
  },
  {
    key: "defaulted",
    unit: "persons",
    running: true,
    over: null,
    meaning: "members out because their debit failed or their deposit was used up",
  },
  {
    key: "claimed",
    unit: "persons",
    running: true,
    over: null,
    meaning: "members whose illness ended their membership",
  },
  {
    key: "waitingIll",
    unit: "persons",
    running: true,
    over: null,
    meaning: "members out because they fell ill while waiting",
  },
  { key: "died", unit: "persons", running: true, over: null, meaning: "members who died" },
  {
    key: "agedOut",
    unit: "persons",
    running: true,
    over: null,
    meaning: "members who reached the age limit",
  },
  {
    key: "movedOut",
    unit: "persons",
    running: true,
    over: null,
    meaning: "members who moved to another pool",
  },
  { key: "cases", unit: "cases", running: false, over: null, meaning: "claims approved" },
  { key: "denied", unit: "cases", running: false, over: null, meaning: "claims refused for good" },
  { key: "aid", unit: "money", running: false, over: null, meaning: "aid paid" },
  { key: "aidCut", unit: "money", running: false, over: null, meaning: "aid owed but not paid" },
  { key: "fee", unit: "money", running: false, over: null, meaning: "operator's fee" },
  { key: "subsidy", unit: "money", running: false, over: null, meaning: "paid by the operator" },
  { key: "contributions", unit: "money", running: false, over: null, meaning: "paid by members" },
  { key: "refunds", unit: "money", running: false, over: null, meaning: "contributions given back" },
  {
    key: "surplus",
    unit: "money",
    running: false,
    over: null,
    meaning: "carried into the next period; below 0: still to be collected",
  },
  {
    key: "depositsPaid",
    unit: "money",
    running: false,
    over: null,
    meaning: "paid into deposits by members",
  },
  {
    key: "depositsCredited",
    unit: "money",
    running: false,
    over: null,
    meaning: "credited to deposits by the operator, interest too",
  },
  {
    key: "depositsUsed",
    unit: "money",
    running: false,
    over: null,
    meaning: "contributions taken from deposits",
  },
  {
    key: "depositsReturned",
    unit: "money",
    running: false,
    over: null,
    meaning: "deposits given back to who left, or at the end",
  },
  {
    key: "depositsLost",
    unit: "money",
    running: false,
    over: null,
    meaning: "deposits forfeited by who left, or spent by the operator and not given back at the end",
  },
  { key: "deposits", unit: "money", running: false, over: null, meaning: "deposits held" },
  { key: "poolsRunning", unit: "pools", running: false, over: null, meaning: "pools that have not ended" },
  { key: "share", unit: "share", running: true, over: "sharers", meaning: "asked of one sharer" },
  {
    key: "shareRollingYear",
    unit: "share",
    running: true,
    over: "sharers",
    meaning: "shares of the last year, added up",
  },
  { key: "meanAge", unit: "years", running: true, over: "members", meaning: "mean age of members" },
  {
    key: "ageIndex",
    unit: "ratio",
    running: true,
    over: "covered",
    meaning: "incidence owed to the ages of the covered, against joiners at the start",
  },
  {
    key: "selectionIndex",
    unit: "ratio",
    running: true,
    over: "covered",
    meaning: "mean relative risk of the covered, against joiners at the start",
  },
  {
    key: "durationIndex",
    unit: "ratio",
    running: true,
    over: "covered",
    meaning: "mean select factor of the covered",
  },
  {
    key: "riskOfMembers",
    unit: "ratio",
    running: true,
    over: "members",
    meaning: "mean relative risk of the members at the end of the period, against joiners at the start",
  },
  {
    key: "riskOfLeavers",
    unit: "ratio",
    running: true,
    over: "lapsed",
    meaning: "the same of who lapses or defaults, as expected; 1 where nobody does",
  },
  {
    key: "riskOfJoiners",
    unit: "ratio",
    running: true,
    over: "joiners",
    meaning: "the same of who joins, as expected; 1 where nobody does",
  },
  {
    key: "selectionByLeaving",
    unit: "change",
    running: true,
    over: "members",
    meaning: "change of the members’ mean relative risk by who lapses or defaults, as expected",
  },
  {
    key: "selectionByJoining",
    unit: "change",
    running: true,
    over: "members",
    meaning: "change of the members’ mean relative risk by who joins, as expected",
  },
  {
    key: "multipleOfStayers",
    unit: "ratio",
    running: true,
    over: "members",
    meaning:
      "mean relative risk of the members against what it were with base lapse only (Dukes & MacDonald)",
  },
] as const;

export type PeriodMetric = (typeof periodMetrics)[number]["key"];

/** Where a metric stands in the engine's record. */
export const metricIndex = Object.fromEntries(periodMetrics.map(({ key }, i) => [key, i])) as Readonly<
  Record<PeriodMetric, number>
>;

/** What a run records of every class and period: sums over all pools that have the class, for its columns. */
export const classMetrics = ["members", "sharers", "asked", "expectedAid"] as const;
export type ClassMetric = (typeof classMetrics)[number];

/** Sums over a calendar year (or over the whole run) that every replication's row holds. */
export const summedMetrics = [
  "share",
  "cases",
  "denied",
  "aid",
  "aidCut",
  "fee",
  "subsidy",
  "contributions",
  "refunds",
] as const satisfies readonly PeriodMetric[];

/** Further sums over the whole run. */
export const totalMetrics = [
  "joiners",
  "lapsed",
  "defaulted",
  "movedIn",
  "waitingIll",
  "depositsPaid",
  "depositsCredited",
  "depositsUsed",
  "depositsReturned",
  "depositsLost",
] as const satisfies readonly PeriodMetric[];

/** Means over the periods of a calendar year in which the plan ran. */
export const averagedMetrics = [
  "sharers",
  "coveredPart",
  "ageIndex",
  "selectionIndex",
  "durationIndex",
] as const;

/** Changes of the members' mean relative risk, which add up over a calendar year. */
export const selectionTerms = [
  "selectionByLeaving",
  "selectionByJoining",
] as const satisfies readonly PeriodMetric[];

/** What stands at the end of each calendar year. */
export const yearEndMetrics = ["members", "deposits"] as const satisfies readonly PeriodMetric[];

/** The same of who the members are; 1 where there are none. */
export const yearEndRisks = ["riskOfMembers", "multipleOfStayers"] as const satisfies readonly PeriodMetric[];

/** Why a plan ended; `none`: it was still running at the end of the calendar. */
export const endingCauses = [
  "none",
  "closing",
  "minimumMembers",
  "hazard",
  "noMembers",
  "shareCeiling",
  "subsidyBudget",
  "notStarted",
  "operator",
] as const;
export type EndingCause = (typeof endingCauses)[number];
