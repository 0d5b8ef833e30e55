import fc from "fast-check";

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

export const reaction = fc.oneof(
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

/** Any open plan, as an object that could stand in a file: all rules, numbers within reason, a few replications. */
export const anyPool = fc.record({
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
