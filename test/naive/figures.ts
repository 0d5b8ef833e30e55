/** What is noted of a pool in every period; as the program names it (README, periods.csv). */
export const metrics = [
  "members",
  "covered",
  "sharers",
  "joiners",
  "movedIn",
  "lapsed",
  "defaulted",
  "claimed",
  "waitingIll",
  "died",
  "agedOut",
  "movedOut",
  "cases",
  "denied",
  "aid",
  "aidCut",
  "fee",
  "subsidy",
  "contributions",
  "refunds",
  "surplus",
  "depositsPaid",
  "depositsCredited",
  "depositsUsed",
  "depositsReturned",
  "depositsLost",
  "deposits",
  "poolsRunning",
  "share",
] as const;

export type Metric = (typeof metrics)[number];
export type Figures = Record<Metric, number>;

/** Figures of a period in which nothing has happened yet. */
export function nothingYet(): Figures {
  return Object.fromEntries(metrics.map((metric) => [metric, 0])) as Figures;
}
