import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { periodMetrics } from "../../src/plan/metrics.ts";
import { type Run, runOf } from "../engine/runs.ts";

const runs = { numRuns: 100, seed: 20_190_128 };

/** From one number to another in thousandths of the way: what a person would write. */
const between = (min: number, max: number) =>
  fc.integer({ min: 0, max: 1000 }).map((n) => min + ((max - min) * n) / 1000);
const upTo = (max: number) => between(0, max);
const part = upTo(1);
/** Known or, here and there, drawn by each replication. */
const uncertain = (max: number) =>
  fc.oneof(
    upTo(max),
    upTo(max / 2).map((low) => ({ uniform: [low, low + max / 2] })),
  );
const days = (max: number) => fc.integer({ min: 0, max }).map((n) => `${n} days`);
const lookBack = fc.integer({ min: 1, max: 5 });
const reference = fc.oneof(fc.constant("expectedAid"), between(0.1, 300));

const reaction = fc.oneof(
  fc.constant(undefined),
  fc.record({ power: fc.record({ reference, elasticity: uncertain(3), lookBack }) }),
  fc.record({
    band: fc.record({
      reference,
      from: upTo(0.5),
      to: between(0.6, 2),
      lapseFrom: part,
      lapseTo: part,
      lookBack,
    }),
  }),
  fc.record({
    logit: fc.record({
      value: between(-50, 300),
      scale: between(0.1, 50),
      most: part,
      lookBack,
    }),
  }),
  fc.record({ threshold: fc.record({ willingness: upTo(300), lookBack }) }),
);

const memberClass = fc.record({
  weight: fc.integer({ min: 1, max: 5 }),
  relativeRisk: uncertain(3),
  lapse: fc.oneof(fc.constant(0), part),
  reaction,
});

const classes = fc.array(memberClass, { minLength: 1, maxLength: 3 }).map((given) => {
  const sum = given.reduce((total, { weight }) => total + weight, 0);
  return Object.fromEntries(
    given.map(({ weight, ...others }, k) => [`class ${k}`, { portion: weight / sum, ...others }]),
  );
});

const amount = fc.oneof(
  uncertain(5000),
  fc.constant({ perClaim: { gamma: { mean: 1000, sd: 600 } } }),
  fc.constant({ perClaim: { lognormal: { median: 800, sigma: 0.6 } } }),
  fc.constant({ perClaim: { discrete: { 100: 0.5, 2000: 0.5 } } }),
);

const illness = fc.record(
  {
    incidence: fc.oneof(upTo(0.05), upTo(3)),
    benefit: amount,
    endsMembership: fc.boolean(),
    level: uncertain(2),
    waiting: days(120),
  },
  { requiredKeys: ["incidence", "benefit"] },
);

const illnesses = fc
  .array(illness, { minLength: 1, maxLength: 3 })
  .map((given) => Object.fromEntries(given.map((one, i) => [`illness ${i}`, one])));

const delay = fc.oneof(
  fc.constant(undefined),
  fc.constant({ periods: [0.2, 0.5, 0.3] }),
  fc.constant({ gamma: { mean: { uniform: ["5 days", "150 days"] }, sd: "40 days" } }),
  fc.constant({ lognormal: { mean: "60 days", sd: "90 days" } }),
);

const cap = (max: number) => fc.option(uncertain(max), { nil: undefined });

const sharing = fc.record({
  sharers: fc.constantFrom("members", "covered"),
  fee: uncertain(0.3),
  feePerHead: fc.constantFrom(0, 0.5),
  roundUpTo: fc.constantFrom(0, 0.01, 1, 7),
  caps: fc.record({ perCase: cap(5), perPeriod: cap(50), perYear: cap(200) }),
  excess: fc.constantFrom("operator", "aid", "nextPeriod"),
  exempt: fc.option(
    fc.record({ joinedBefore: fc.constant("2020-03-01"), until: fc.constant("2020-06-30") }),
    { nil: undefined },
  ),
});

const ending = fc.record({
  minimumMembers: fc.option(fc.record({ members: uncertain(2000), grace: days(100) }), { nil: undefined }),
  closing: fc.option(
    fc.record({
      announced: fc.constant("2020-05-15"),
      on: fc.constant("2020-08-15"),
      sharingStops: fc.boolean(),
    }),
    { nil: undefined },
  ),
  hazard: uncertain(1),
  runOff: fc.record({
    claimWindow: days(200),
    paidBy: fc.constantFrom("operator", "members", "nobody"),
  }),
});

const joining = fc.record({
  initial: fc.oneof(fc.constant(0), uncertain(3000)),
  schedule: fc.constantFrom([{ perYear: 600 }], [{ from: "2020-02-10", to: "2020-05-03", perYear: 4000 }]),
  target: fc.constantFrom(
    [],
    [
      { date: "2020-02-01", members: 500 },
      { date: "2020-09-01", members: 3000 },
    ],
  ),
  bass: fc.option(fc.record({ potential: uncertain(3000), innovation: upTo(0.5), imitation: upTo(2) }), {
    nil: undefined,
  }),
});

const shocks = fc.record({
  yearly: fc.oneof(
    fc.constant(undefined),
    fc.record({ lognormal: fc.record({ sd: uncertain(0.5), autocorrelation: part }) }),
    fc.record({ gamma: fc.record({ sd: uncertain(0.5), autocorrelation: part }) }),
  ),
  events: fc.constantFrom(
    [],
    [{ name: "e", from: "2020-03-10", to: "2020-07-01", probability: 0.5, incidence: 3, lapse: 4 }],
  ),
});

const change = fc.constantFrom(
  {},
  { sharing: { fee: 0.5 } },
  { claims: { delay: { periods: [0.5, 0.5] } } },
  { cover: { level: 0 } },
  { collection: { failing: 1 } },
);

const scenario = fc.record({
  title: fc.constant("random"),
  seed: fc.string({ minLength: 1, maxLength: 8 }).map((text) => `seed ${text}`),
  engine: fc.constantFrom("exact", "fast"),
  replications: fc.constant(5),
  calendar: fc.record({
    from: fc.constant("2020-01-01"),
    periods: fc.integer({ min: 10, max: 16 }),
    settle: fc.constantFrom({ every: "1 month" }, { daysOfMonth: [14, 28] }, { every: "3 months" }),
  }),
  members: fc.record({
    ages: fc.constant("30-59"),
    leaveAt: fc.constantFrom(60, 65),
    mix: fc.constantFrom(
      [{ ages: "30-31", portion: 1 }],
      [
        { ages: "30-30", portion: 0.5, male: 1 },
        { ages: "58-59", portion: 0.5, male: 0.3 },
      ],
    ),
    classes,
  }),
  joining,
  cover: fc.record({
    waiting: days(90),
    level: uncertain(2),
    select: fc.constantFrom(
      undefined,
      { start: 0, timeConstant: "1 year" },
      { years: [0, { uniform: [0.5, 1] }] },
    ),
    trend: between(-0.5, 0.5),
    mortality: upTo(0.3),
    illnesses,
  }),
  claims: fc.record({ delay, denied: uncertain(1) }),
  sharing,
  collection: fc.record({
    failing: uncertain(0.2),
    grace: days(70),
    unpaid: fc.constantFrom("operator", "nextPeriod"),
  }),
  ending,
  shocks,
  changes: change.map((sections) =>
    Object.keys(sections).length > 0 ? [{ from: "2020-04-15", ...sections }] : [],
  ),
});

/** JSON is YAML. */
function runScenario(given: object): Run {
  return runOf(JSON.stringify(given));
}

function forEachReplication(run: Run, visit: (replication: number) => void): void {
  for (let i = 0; i < run.replications; i++) visit(i);
}

const persons = [
  "members",
  "covered",
  "sharers",
  "joiners",
  "lapsed",
  "defaulted",
  "claimed",
  "died",
  "agedOut",
  "cases",
] as const;
const money = ["aid", "aidCut", "fee", "subsidy", "contributions", "share", "shareRollingYear"] as const;

describe("any plan", () => {
  it("runs without breaking a rule, and records finite numbers", () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const run = runScenario(given);
        expect(run.maxImbalance).toBeLessThan(1e-9);
        forEachReplication(run, (i) => {
          for (const { key } of periodMetrics)
            expect(run.path(key, i).every(Number.isFinite), key).toBe(true);
        });
      }),
      runs,
    );
  });

  it("has no negative persons and money, and no more covered than members", () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const run = runScenario(given);
        forEachReplication(run, (i) => {
          for (const key of [...persons, ...money])
            expect(Math.min(...run.path(key, i)), key).toBeGreaterThanOrEqual(0);
          run.path("members", i).forEach((members, t) => {
            expect(run.at("covered", t, i)).toBeLessThanOrEqual(members * (1 + 1e-12));
            expect(run.at("sharers", t, i)).toBeLessThanOrEqual(members * (1 + 1e-12));
          });
          if (given.engine !== "exact") return;
          for (const key of persons) expect(run.path(key, i).every(Number.isInteger), key).toBe(true);
        });
      }),
      runs,
    );
  });

  it("asks nobody for more than its caps and is rounded to its unit", () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const { perCase, perPeriod, perYear } = given.sharing.caps;
        const run = runScenario(given);
        const known = (of: unknown) => (typeof of === "number" ? of * (1 + 1e-9) : Number.POSITIVE_INFINITY);
        forEachReplication(run, (i) => {
          const years = new Map<number, number>();
          run.path("share", i).forEach((share, t) => {
            const { year } = run.plan.periods[t];
            years.set(year, (years.get(year) ?? 0) + share);
            expect(share).toBeLessThanOrEqual(known(perPeriod));
            const cases = run.at("cases", t, i);
            const fee = given.sharing.feePerHead;
            if (typeof perCase === "number") expect(share).toBeLessThanOrEqual(known(perCase * cases + fee));
            const unit = given.sharing.roundUpTo;
            if (unit > 0) expect(Math.abs(share / unit - Math.round(share / unit))).toBeLessThan(1e-9);
          });
          for (const ofYear of years.values()) expect(ofYear).toBeLessThanOrEqual(known(perYear));
        });
      }),
      runs,
    );
  });

  it("has no cases while everybody waits", () => {
    fc.assert(
      fc.property(scenario, (given) => {
        const none = Object.entries(given.cover.illnesses).map(([name, { waiting: _, ...one }]) => [
          name,
          one,
        ]);
        const waits = {
          ...given,
          calendar: { ...given.calendar, settle: { every: "1 month" } },
          joining: { ...given.joining, initial: 0, schedule: [{ from: "2020-02-10", perYear: 4000 }] },
          cover: {
            ...given.cover,
            waiting: `${given.calendar.periods * 30} days`,
            illnesses: Object.fromEntries(none),
          },
        };
        const run = runScenario({ ...waits, joining: { schedule: waits.joining.schedule } });
        for (const t of run.plan.periods.keys()) {
          expect(Math.max(...run.across("cases", t))).toBe(0);
          expect(Math.max(...run.across("covered", t))).toBe(0);
        }
      }),
      runs,
    );
  });

  it("is the same plan in whatever order classes, illnesses and joiners are written (fast engine)", () => {
    const reversed = <T>(of: Record<string, T>) => Object.fromEntries(Object.entries(of).reverse());
    const close = (a: number, b: number) => Math.abs(a - b) <= 1e-7 * Math.max(1, Math.abs(a));
    const twoWays = fc.tuple(scenario, fc.constantFrom("classes", "illnesses", "joiners", "all"));
    fc.assert(
      fc.property(twoWays, ([any, what]) => {
        const is = (name: string) => what === name || what === "all";
        const schedule = [...any.joining.schedule, { from: "2020-03-01", perYear: 333 }];
        const given = { ...any, engine: "fast", joining: { ...any.joining, schedule } };
        const other = {
          ...given,
          members: is("classes")
            ? { ...given.members, classes: reversed(given.members.classes) }
            : given.members,
          cover: is("illnesses")
            ? { ...given.cover, illnesses: reversed(given.cover.illnesses) }
            : given.cover,
          joining: is("joiners") ? { ...given.joining, schedule: [...schedule].reverse() } : given.joining,
        };
        const [first, second] = [runScenario(given), runScenario(other)];
        forEachReplication(first, (i) => {
          for (const { key } of periodMetrics) {
            first.path(key, i).forEach((value, t) => {
              expect(
                close(value, second.at(key, t, i)),
                `${key} ${t}: ${value} ${second.at(key, t, i)}`,
              ).toBe(true);
            });
          }
        });
      }),
      runs,
    );
  });
});
