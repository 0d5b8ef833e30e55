import { kolmogorovSmirnov } from "../engine/bothEngines.ts";
import { errorOfMean, mean, variance } from "../engine/runs.ts";
import type { Outcome } from "./compare.ts";
import { type Metric, metrics } from "./figures.ts";

/*
 * Limits in standard errors. There are some ten thousand comparisons: with these, fewer than one of them in ten suites would
 * be beyond its limit by chance.
 */
const limitOfSums = 4;
const limitOfPeriods = 4.75;
/** The distance (times the root of n / 2) that two samples of one distribution exceed with probability 0.01 %. */
const limitOfDistance = 2.225;

/** What two ways of simulating a plan do not agree on: means of all metrics, spreads, distributions, and why pools end. */
export function disagreements(first: Outcome, second: Outcome): string[] {
  return first.pools.flatMap((pool) => [
    ...metrics.flatMap((metric) => [
      ...inSums(first, second, pool, metric),
      ...inPeriods(first, second, pool, metric),
    ]),
    ...varying.flatMap((metric) => inSpread(first, second, pool, metric)),
    ...inEndings(first, second, pool),
  ]);
}

/**
 * What the naive simulation and the fast engine do not agree on, in means over the whole run. The fast engine has parts of
 * persons join, where the others wait for a whole one: that may make one joiner, and one per cent of anything.
 */
export function disagreementsInMeans(naive: Outcome, fast: Outcome): string[] {
  const slackOf = (pool: string, metric: Metric) =>
    metric === "joiners" ? 1 : 0.01 * Math.abs(mean(sums(naive, pool, metric)));
  return naive.pools.flatMap((pool) =>
    metrics.flatMap((metric) => inSums(naive, fast, pool, metric, slackOf(pool, metric))),
  );
}

function inSums(first: Outcome, second: Outcome, pool: string, metric: Metric, slack = 0): string[] {
  const apart = meansApart(sums(first, pool, metric), sums(second, pool, metric), slack);
  return apart > limitOfSums ? [`${pool} ${metric} in all: ${apart.toFixed(1)} standard errors`] : [];
}

function inPeriods(first: Outcome, second: Outcome, pool: string, metric: Metric): string[] {
  return periodsOf(first, metric).flatMap((t) => {
    const apart = meansApart(first.across(pool, metric, t), second.across(pool, metric, t));
    return apart > limitOfPeriods
      ? [`${pool} ${metric} in period ${t + 1}: ${apart.toFixed(1)} standard errors`]
      : [];
  });
}

/** In the calendar's last period nobody moves on any more: who reaches the age limit counts as aged out in the engines. */
function periodsOf({ periods }: Outcome, metric: Metric): number[] {
  const isOfMoving = metric === "movedOut" || metric === "agedOut";
  return Array.from({ length: isOfMoving ? periods - 1 : periods }, (_, t) => t);
}

/** Over all periods, one number per replication. */
function sums(outcome: Outcome, pool: string, metric: Metric): number[] {
  const all = periodsOf(outcome, metric).map((t) => outcome.across(pool, metric, t));
  return all[0].map((_, i) => all.reduce((sum, of) => sum + of[i], 0));
}

/** How far two means are apart in standard errors, beyond what they may be; 0 where both are the same without chance. */
function meansApart(a: readonly number[], b: readonly number[], slack = 0): number {
  const gap = Math.abs(mean(a) - mean(b)) - slack;
  return gap <= 1e-9 * Math.max(1, Math.abs(mean(a))) ? 0 : gap / Math.hypot(errorOfMean(a), errorOfMean(b));
}

const varying: readonly Metric[] = ["members", "lapsed", "claimed", "cases", "aid", "share"];

/** Variances within 4 standard errors, and distributions. */
function inSpread(first: Outcome, second: Outcome, pool: string, metric: Metric): string[] {
  const [a, b] = [sums(first, pool, metric), sums(second, pool, metric)];
  const gap = Math.abs(variance(a) - variance(b));
  const apart = gap <= 1e-9 ? 0 : gap / Math.hypot(errorOfVariance(a), errorOfVariance(b));
  const distance = kolmogorovSmirnov(a.map(rounded), b.map(rounded)) * Math.sqrt(a.length / 2);
  return [
    ...(apart > limitOfSums
      ? [
          `variance of ${pool} ${metric}: ${variance(a)} and ${variance(b)}, ${apart.toFixed(1)} standard errors`,
        ]
      : []),
    ...(distance > limitOfDistance
      ? [`distribution of ${pool} ${metric}: distance ${distance.toFixed(2)}`]
      : []),
  ];
}

/** The same money, added up in another order, may differ in its last digits. */
function rounded(value: number): number {
  return Number(value.toPrecision(9));
}

/** Of a sample variance: the root of (fourth central moment - variance^2) / n. */
function errorOfVariance(values: readonly number[]): number {
  const centre = mean(values);
  return errorOfMean(values.map((value) => (value - centre) ** 2));
}

export const causes = [
  "none",
  "closing",
  "minimumMembers",
  "hazard",
  "noMembers",
  "shareCeiling",
  "subsidyBudget",
  "notStarted",
  "operator",
];

function inEndings(first: Outcome, second: Outcome, pool: string): string[] {
  if (!first.uncopied.includes(pool)) return [];
  return causes.flatMap((cause) => {
    const apart = meansApart(first.endedBy(pool, cause), second.endedBy(pool, cause));
    return apart > limitOfSums ? [`${pool} ended by ${cause}: ${apart.toFixed(1)} standard errors`] : [];
  });
}
