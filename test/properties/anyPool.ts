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

/** How inflow reacts: as `reaction`, in words of its own. */
const joins = fc.oneof(
  fc.constant(undefined),
  fc.record({ power: fc.record({ reference, elasticity: uncertain(3), lookBack }) }),
  fc.record({
    band: fc.record({
      reference,
      from: upTo(0.5),
      to: between(0.6, 2),
      awayFrom: part,
      awayTo: part,
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
  joins,
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
  fc.constant({
    bills: { lognormal: { median: 800, sigma: 0.6 } },
    deductible: 300,
    portion: 0.8,
    upTo: 2000,
    fixed: 0.1,
  }),
);

const illness = fc
  .record(
    {
      incidence: fc.oneof(upTo(0.05), upTo(3)),
      benefit: amount,
      endsMembership: fc.boolean(),
      movesTo: fc.constantFrom(undefined, undefined, "class 0"),
      paidBy: fc.constantFrom("pool", "pool", "operator"),
      level: uncertain(2),
      waiting: days(120),
    },
    { requiredKeys: ["incidence", "benefit"] },
  )
  .map(({ endsMembership, ...others }) =>
    others.movesTo === undefined ? { ...others, endsMembership } : others,
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

const option = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
const cap = (max: number) => option(uncertain(max));

const rule = fc.oneof(
  fc.constant("equal"),
  fc.constant("expectedCost"),
  between(0.2, 3).map((weight) => ({ class: { "class 0": weight } })),
  between(0.2, 3).map((weight) => ({ tenure: [weight, 1] })),
  between(0.2, 3).map((weight) => ({ age: [{ ages: "0-31", weight }] })),
);

const premium = fc.record({
  amount: uncertain(50),
  renewal: option(fc.record({ lossRatio: between(0.5, 1.5), most: upTo(1) })),
  leftTo: fc.constantFrom("reserve", "operator"),
});

/** What members are asked for: a share by a rule, with caps or without, or a premium. */
const asked = fc
  .record({
    kind: fc.constantFrom("caps", "caps", "rule", "premium"),
    rule,
    caps: fc.record({ perCase: cap(5), perPeriod: cap(50), perYear: cap(200) }),
    premium,
  })
  .map(({ kind, rule: by, caps, premium: fixed }) => ({
    rule: kind === "premium" || (kind === "caps" && by === "expectedCost") ? "equal" : by,
    caps: kind === "caps" ? caps : { perCase: undefined, perPeriod: undefined, perYear: undefined },
    premium: kind === "premium" ? fixed : undefined,
  }));

const sharing = fc
  .record({
    asked,
    others: fc.record({
      sharers: fc.constantFrom("members", "covered"),
      fee: uncertain(0.3),
      feePerHead: fc.constantFrom(0, 0.5),
      roundUpTo: fc.constantFrom(0, 0.01, 1, 7),
      excess: fc.constantFrom("operator", "aid", "nextPeriod"),
      exempt: option(
        fc.record({ joinedBefore: fc.constant("2020-03-01"), until: fc.constant("2020-06-30") }),
      ),
      free: option(days(100)),
      subsidyBudget: option(
        // biome-ignore lint/suspicious/noThenProperty: a word of the file format; it is no function, so nothing awaits it.
        fc.record({ amount: uncertain(1e5), then: fc.constantFrom("end", "aid", "nextPeriod") }),
      ),
    }),
  })
  .map((given) => ({ ...given.asked, ...given.others }));

const funding = fc.record({
  deposit: between(1, 300),
  credit: upTo(20),
  minimum: upTo(20),
  topUp: option(fc.record({ amount: between(1, 50), portion: part })),
  interest: upTo(0.1),
  refundToLeavers: fc.boolean(),
  spent: part,
});

const ending = fc.record({
  start: option(fc.record({ members: between(1, 800), within: option(fc.constant("60 days")) })),
  minimumMembers: option(fc.record({ members: uncertain(2000), grace: days(100) })),
  closing: option(
    fc.record({
      announced: fc.constant("2020-05-15"),
      on: fc.constant("2020-08-15"),
      sharingStops: fc.boolean(),
    }),
  ),
  hazard: uncertain(1),
  shareCeiling: option(fc.record({ share: uncertain(200), periods: fc.integer({ min: 1, max: 3 }) })),
  operator: option(
    fc.record({
      costsPerYear: uncertain(1e4),
      costsPerMember: uncertain(5),
      patience: fc.constantFrom("100 days", "1 year"),
      mostLoss: uncertain(1e5),
    }),
  ),
  refund: fc.oneof(fc.constant(0), part),
  runOff: fc.record({
    claimWindow: days(200),
    paidBy: fc.constantFrom("operator", "members", "nobody"),
    remaining: part,
    atOnce: fc.boolean(),
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
  bass: option(fc.record({ potential: uncertain(3000), innovation: upTo(0.5), imitation: upTo(2) })),
  rejoin: fc.oneof(fc.constant(0), part),
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
    [
      {
        name: "e",
        from: "2020-03-10",
        to: "2020-07-01",
        putsOff: 0.6,
        lost: 0.2,
        catchUp: "150 days",
        joining: 0.5,
      },
    ],
  ),
});

const change = fc.constantFrom(
  {},
  { sharing: { fee: 0.5 } },
  { claims: { delay: { periods: [0.5, 0.5] } } },
  { cover: { level: 0 } },
  { collection: { failing: 1 } },
);

/** All that may be said of one pool, also what must not be said together. */
const sections = fc.record({
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
    waitingIllness: fc.constantFrom("uncovered", "refunded"),
    trend: between(-0.5, 0.5),
    inflation: fc.oneof(fc.constant(0), uncertain(0.3)),
    mortality: upTo(0.3),
    illnesses,
  }),
  claims: fc.record({
    delay,
    denied: fc.oneof(fc.constant(0), uncertain(1)),
    jury: option(fc.record({ disputed: part, granted: uncertain(1), duration: days(100) })),
  }),
  sharing,
  funding: option(funding),
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

type Sections = typeof sections extends fc.Arbitrary<infer T> ? T : never;

/** Takes back what must not be said together. */
function consistent(given: Sections): Sections {
  const { claims, collection, sharing: shared } = given;
  const isPrepaid = given.funding !== undefined;
  const ruledOut = shared.rule === "expectedCost" || JSON.stringify(shared.rule).includes("age");
  return {
    ...given,
    claims: { ...claims, jury: claims.denied === 0 ? undefined : claims.jury },
    collection: { ...collection, failing: isPrepaid ? 0 : collection.failing },
    sharing: { ...shared, rule: isPrepaid && ruledOut ? "equal" : shared.rule },
    changes: given.changes.filter((of) => !isPrepaid || !("collection" in of)),
  };
}

/** Any open plan of one pool, as an object that could stand in a file: all rules, numbers within reason, a few replications. */
export const anyPool = sections.map(consistent);

/** How several pools hang together: members move at an age, when their pool ends, or both; or there are copies. */
const layout = fc.constantFrom("age", "end", "chain", "copies");

/** Any plan of several pools, as `anyPool`. The pools have the same rules. */
export const anyPools = fc.tuple(anyPool, layout).map(([given, how]) => {
  const { joining: joins, members, ...others } = given;
  const few = { initial: 200, schedule: [{ perYear: 100 }] };
  const old = { ages: "60-69", leaveAt: 72, mix: [{ ages: "66-67", portion: 1 }] };
  const older = { ages: "65-79", leaveAt: 80, mix: [{ ages: "75", portion: 1 }] };
  const toOld = { movesTo: { pool: "old", portion: 0.6 } };
  const pools = {
    age: { young: { joining: joins, members: toOld }, old: { joining: few, members: old } },
    end: {
      young: { joining: joins, ending: { membersMoveTo: "old" } },
      old: { joining: few, members: { ...old, ages: "30-69" }, ending: { hazard: 0 } },
    },
    chain: {
      young: { joining: joins, members: toOld, ending: { membersMoveTo: "oldest" } },
      old: { joining: few, members: { ...old, movesTo: { pool: "oldest" } } },
      oldest: { joining: few, members: older, ending: { hazard: 0 } },
    },
    copies: { one: { joining: joins, copies: 3 }, other: { joining: few } },
  };
  return { ...others, members, pools: pools[how] };
});
