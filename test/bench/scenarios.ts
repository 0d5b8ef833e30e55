/** What a scenario of the bench is made of; everything else is the same in all of them. */
export interface BenchPool {
  readonly engine: "fast" | "exact";
  readonly classes: number;
  /** Months; as many cohorts join, one in each. */
  readonly periods: number;
  readonly joinersPerYear: number;
  /** Months in which somebody joins; all unless given. */
  readonly joining?: number;
  /** Members at the start: a cohort more. */
  readonly initial?: number;
  /** Who joins: of every age, or in ten-year bands, each as its middle age; of every age unless given. */
  readonly ages?: "singleYears" | "tenYearBands";
  /** Of the table's incidence. */
  readonly level?: number;
  /** A common shock on the incidence of each year, as a standard deviation; none unless given. */
  readonly shock?: number;
}

/**
 * An open pool whose every rule the peers have too: monthly settlement, two tiers of aid, power reaction by class, a fee of 8 %, shares
 * rounded up to 0.01, and an uncertain level of incidence. Nobody waits, dies, or is refused.
 */
export function benchScenario(pool: BenchPool): object {
  const { engine, classes, periods, joinersPerYear, initial = 0, level = 0.5, shock } = pool;
  return {
    title: `Bench: ${classes} classes, ${periods} months`,
    purpose: "What the bench measures",
    seed: "bench",
    replications: 128,
    engine,
    calendar: { from: "2020-01-01", periods, settle: { every: "1 month" } },
    members: {
      ages: "20-59",
      leaveAt: 105,
      ...(pool.ages === "tenYearBands" ? { mix: tenYearBands } : {}),
      classes: classesOf(classes),
    },
    joining: {
      initial,
      schedule: [
        {
          from: "2020-01-01",
          ...(pool.joining ? { to: lastDay(pool.joining) } : {}),
          perYear: joinersPerYear,
        },
      ],
    },
    cover: {
      waiting: "none",
      level: { lognormal: { median: level, sigma: 0.1 } },
      illnesses: {
        severe: {
          incidence: "tables/china-ci2-2020.csv",
          benefits: [
            { ages: "0-39", amount: 300_000 },
            { ages: "40-105", amount: 100_000 },
          ],
        },
      },
    },
    sharing: { fee: 0.08, roundUpTo: 0.01 },
    ...(shock === undefined ? {} : { shocks: { yearly: { lognormal: { sd: shock } } } }),
  };
}

/** Of so many months from the start. */
function lastDay(months: number): string {
  return new Date(Date.UTC(2020, months, 0)).toISOString().slice(0, 10);
}

/** Portions alike; from healthy members who leave soon to ailing ones who stay. */
function classesOf(count: number): object {
  return Object.fromEntries(
    Array.from({ length: count }, (_, k) => {
      const way = count === 1 ? 0.5 : k / (count - 1);
      return [
        `class${k + 1}`,
        {
          portion: 1 / count,
          relativeRisk: 0.6 + 1.2 * way,
          lapse: 0.05 - 0.03 * way,
          reaction: { power: { reference: 60, elasticity: 1.5 - way, lookBack: 3 } },
        },
      ];
    }),
  );
}

const tenYearBands = [25, 35, 45, 55].map((age) => ({ ages: `${age}-${age}`, portion: 0.25 }));

/** The two sizes of the targets: 3 classes of 120 monthly cohorts, and 12 of 234. */
export const cells360: BenchPool = { engine: "fast", classes: 3, periods: 120, joinersPerYear: 1_200_000 };
export const cells2808: BenchPool = { engine: "fast", classes: 12, periods: 234, joinersPerYear: 1_200_000 };

/** Some thousand members, counted one by one, for two years. */
export const smallPool: BenchPool = {
  engine: "exact",
  classes: 2,
  periods: 24,
  joinersPerYear: 600,
  initial: 3000,
  level: 3,
};
