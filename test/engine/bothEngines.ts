import { type PeriodMetric, periodMetrics } from "../../src/plan/metrics.ts";
import { errorOfMean, mean, type Run } from "./runs.ts";

/**
 * A pool in which everything plays a part that the engines do differently: waiting, select factor, delay, refusal, lapse that
 * reacts, failing debits, deaths, age-outs, shocks, classes, uncertain numbers. Few ages and cohorts, so that the
 * exact engine is quick; amounts are gamma, so that shares have no atoms; roundUpTo is 0.
 */
export function pool(engine: "exact" | "fast", members: number, replications: number): string {
  return `
title: both engines
seed: ${engine}
engine: ${engine}
replications: ${replications}
calendar: { from: 2020-01-01, periods: 12, settle: { every: 3 months } }
members:
  ages: 30-59
  leaveAt: 60
  mix:
    - { ages: 35-35, portion: 60 %, male: 1 }
    - { ages: 57-57, portion: 40 %, male: 1 }
  classes:
    good: { portion: 60 %, relativeRisk: 0.7, lapse: 6 %, reaction: { power: { reference: 60, elasticity: 1.5, lookBack: 2 } } }
    bad: { portion: 40 %, relativeRisk: 1.45, lapse: 3 %, reaction: { power: { reference: expectedAid, elasticity: 0.5, lookBack: 2 } } }
joining:
  initial: ${members / 2}
  schedule: [{ from: 2020-01-01, to: 2020-09-30, perYear: ${(members / 2) * (4 / 3)} }]
cover:
  waiting: 90 days
  level: { lognormal: { median: 1, sigma: 0.05 } }
  select: { start: 0.3, timeConstant: 1 year }
  trend: 3 % per year
  mortality: 0.3 %
  illnesses:
    severe: { incidence: [{ ages: 0-49, rate: 0.1 % }, { ages: 50-120, rate: 0.4 % }], benefit: { perClaim: { gamma: { mean: 50000, sd: 15000 } } } }
    mild: { incidence: 0.05 %, endsMembership: false, benefit: { perClaim: { gamma: { mean: 20000, sd: 5000 } } } }
claims: { delay: { periods: [0.3, 0.5, 0.2] }, denied: 10 % }
sharing: { fee: 8 % }
collection: { failing: 0.3 %, grace: 30 days }
shocks: { yearly: { lognormal: { sd: 5 %, autocorrelation: 0.3 } } }`;
}

/** Largest distance of two empirical distribution functions. */
export function kolmogorovSmirnov(first: readonly number[], second: readonly number[]): number {
  const [a, b] = [first, second].map((values) => [...values].sort((x, y) => x - y));
  let distance = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const x = Math.min(a[i], b[j]);
    while (i < a.length && a[i] <= x) i++;
    while (j < b.length && b[j] <= x) j++;
    distance = Math.max(distance, Math.abs(i / a.length - j / b.length));
  }
  return distance;
}

/** What two samples of n values each exceed with probability 1 % though they have one distribution. */
export function criticalDistance(n: number): number {
  return 1.628 * Math.sqrt(2 / n);
}

/** Of these the exact engine may be short of one: it lets whole persons join only. */
const countedInPersons: readonly PeriodMetric[] = ["members", "covered", "sharers", "joiners"];

/** How far two runs' means are apart, in standard errors; 0 where both are the same number without chance. */
function meansApart(exact: Run, fast: Run, metric: PeriodMetric, t: number): number {
  const [first, second] = [exact.across(metric, t), fast.across(metric, t)];
  const short = countedInPersons.includes(metric) ? 1 : 0;
  const gap = Math.max(0, Math.abs(mean(first) - mean(second)) - short);
  const error = Math.hypot(errorOfMean(first), errorOfMean(second));
  return gap <= 1e-9 * Math.abs(mean(first)) ? 0 : gap / error;
}

/** All but those that tell the same of a single pool as others, or lag behind them. */
export const comparedMetrics = periodMetrics
  .map(({ key }) => key)
  .filter((key) => key !== "poolsRunning" && key !== "shareRollingYear");

/** Metrics and periods in which two runs' means are more than `limit` standard errors apart. */
export function disagreements(exact: Run, fast: Run, limit: number): string[] {
  return comparedMetrics.flatMap((metric) =>
    exact.plan.periods.flatMap((_, t) => {
      const apart = meansApart(exact, fast, metric, t);
      return apart > limit ? [`${metric} in period ${t + 1}: ${apart.toFixed(1)} standard errors`] : [];
    }),
  );
}
