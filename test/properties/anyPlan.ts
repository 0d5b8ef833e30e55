import fc from "fast-check";

/** From one number to another in hundredths of the way. */
const between = (min: number, max: number) =>
  fc.integer({ min: 0, max: 100 }).map((n) => min + ((max - min) * n) / 100);
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });

/** Amounts of money of a plan, all times `unit`: a plan in another currency. */
export interface Money {
  readonly unit: number;
}

/** A choice of rules, made before it is known in which unit money is. */
const choices = fc.record({
  engine: fc.constantFrom("exact", "fast"),
  seed: fc.integer({ min: 0, max: 999 }),
  settle: fc.constantFrom("1 month", "3 months"),
  incidence: between(0, 0.4),
  movesClass: fc.boolean(),
  paidBy: fc.constantFrom("pool", "operator"),
  amount: fc.constantFrom("fixed", "gamma", "bills"),
  waitingIllness: fc.constantFrom("uncovered", "refunded"),
  inflation: fc.constantFrom(0, 0.1),
  jury: fc.boolean(),
  putsOff: fc.boolean(),
  rule: fc.constantFrom("equal", "age", "class", "tenure", "expectedCost"),
  charge: fc.constantFrom("none", "caps", "premium"),
  excess: fc.constantFrom("operator", "aid", "nextPeriod"),
  budget: maybe(fc.constantFrom("end", "aid", "nextPeriod")),
  feePerHead: fc.constantFrom(0, 0.5),
  free: fc.constantFrom("none", "2 months"),
  sharers: fc.constantFrom("members", "covered"),
  funding: maybe(fc.record({ refundToLeavers: fc.boolean(), portion: between(0, 1), spent: between(0, 1) })),
  failing: between(0, 0.1),
  rejoin: between(0, 0.5),
  joins: fc.boolean(),
  pools: fc.constantFrom("one", "aged", "closed", "copies"),
  closing: fc.boolean(),
  start: fc.boolean(),
  ceiling: fc.boolean(),
  operator: fc.boolean(),
  refund: between(0, 1),
  runOff: fc.constantFrom("operator", "members", "nobody"),
  atOnce: fc.boolean(),
});

export type Choices = typeof choices extends fc.Arbitrary<infer T> ? T : never;

/** Any plan with the rules that a single pool of `anyPool` does not have; `scenarioOfChoices` writes it down. */
export const anyChoices = choices;

/** The scenario of some choices, as an object that could stand in a file. Shares are not rounded. */
export function scenarioOfChoices(of: Choices, { unit }: Money = { unit: 1 }): object {
  const prepaid = of.funding !== undefined && of.rule !== "age" && of.rule !== "expectedCost";
  return {
    title: "random",
    seed: `seed ${of.seed}`,
    engine: of.engine,
    replications: 4,
    calendar: { from: "2020-01-01", periods: of.settle === "1 month" ? 14 : 7, settle: { every: of.settle } },
    members: members(of, prepaid, unit),
    cover: cover(of, unit),
    claims: {
      delay: { periods: [0.3, 0.4, 0.3] },
      denied: 0.2,
      jury: of.jury ? { disputed: 0.5, granted: 0.6, duration: "40 days" } : undefined,
    },
    sharing: sharing(of, unit),
    collection: { failing: prepaid ? 0 : of.failing, grace: "30 days" },
    funding: prepaid ? funding(of, unit) : undefined,
    ending: ending(of, unit),
    shocks: {
      events: [
        {
          name: "news",
          from: "2020-03-01",
          to: "2020-05-31",
          probability: 0.7,
          joining: 0.4,
          ...(of.putsOff ? { putsOff: 0.6, lost: 0.2, catchUp: "60 days" } : {}),
        },
      ],
    },
    ...pools(of),
  };
}

function members({ joins }: Choices, prepaid: boolean, unit: number): object {
  const reaction = { power: { reference: 40 * unit, elasticity: 1 } };
  return {
    ages: "30-59",
    leaveAt: 60,
    mix: [
      { ages: "30-39", portion: 0.6 },
      { ages: "58-59", portion: 0.4, male: 0.3 },
    ],
    classes: {
      careful: { portion: 0.6, relativeRisk: 0.8, lapse: 0.2, reaction, joins: joins ? reaction : undefined },
      careless: { portion: 0.4, relativeRisk: 1.3, topUp: prepaid ? 0.9 : undefined },
      once: { portion: 0, relativeRisk: 2, lapse: 0.1 },
    },
  };
}

function cover(of: Choices, unit: number): object {
  const amounts = {
    fixed: 900 * unit,
    gamma: { perClaim: { gamma: { mean: 800 * unit, sd: 500 * unit } } },
    bills: {
      bills: { lognormal: { median: 700 * unit, sigma: 0.8 } },
      deductible: 200 * unit,
      portion: 0.7,
      upTo: 3000 * unit,
      fixed: 0.1,
    },
  };
  return {
    waiting: "60 days",
    waitingIllness: of.waitingIllness,
    inflation: of.inflation,
    mortality: 0.02,
    select: { start: 0.4, timeConstant: "1 year" },
    illnesses: {
      severe: { incidence: of.incidence, benefit: amounts[of.amount] },
      mild: {
        incidence: of.incidence / 2,
        benefit: 100 * unit,
        ...(of.movesClass ? { movesTo: "once" } : { endsMembership: false }),
      },
      other: { incidence: 0.02, benefit: 50 * unit, endsMembership: false, paidBy: of.paidBy },
    },
  };
}

function sharing(of: Choices, unit: number): object {
  const rules = {
    equal: "equal",
    expectedCost: "expectedCost",
    age: { age: [{ ages: "30-39", weight: 0.5 }] },
    class: { class: { careful: 0.7, once: 2 } },
    tenure: { tenure: [1.5, 1] },
  };
  const isCapped = of.charge === "caps" && of.rule !== "expectedCost";
  const isPremium = of.charge === "premium";
  return {
    rule: isPremium ? "equal" : rules[of.rule],
    sharers: of.sharers,
    fee: 0.1,
    feePerHead: of.feePerHead * unit,
    free: of.free,
    caps: isCapped ? { perCase: 2 * unit, perPeriod: 15 * unit, perYear: 90 * unit } : undefined,
    premium: isPremium
      ? { amount: 8 * unit, renewal: { lossRatio: 0.9, most: 0.3 }, leftTo: "operator" }
      : undefined,
    excess: isCapped || isPremium ? of.excess : undefined,
    // biome-ignore lint/suspicious/noThenProperty: the key of a scenario, never a promise
    subsidyBudget: of.budget && { amount: 4000 * unit, then: of.budget },
  };
}

function funding({ funding: chosen }: Choices, unit: number): object | undefined {
  return (
    chosen && {
      deposit: 60 * unit,
      credit: 5 * unit,
      minimum: 4 * unit,
      topUp: { amount: 30 * unit, portion: chosen.portion },
      interest: 0.03,
      refundToLeavers: chosen.refundToLeavers,
      spent: chosen.spent,
    }
  );
}

function ending(of: Choices, unit: number): object {
  return {
    minimumMembers: { members: 60 },
    start: of.start ? { members: 260, within: "300 days" } : undefined,
    shareCeiling: of.ceiling ? { share: 60 * unit, periods: 2 } : undefined,
    operator: of.operator
      ? { costsPerMember: 3 * unit, patience: "6 months", mostLoss: 5000 * unit }
      : undefined,
    closing: of.closing ? { announced: "2020-09-01", on: "2020-11-30" } : undefined,
    refund: of.refund,
    runOff: { claimWindow: "90 days", paidBy: of.runOff, remaining: 0.5, atOnce: of.atOnce },
  };
}

function pools({ pools: kind, rejoin }: Choices): object {
  const joining = { initial: 250, schedule: [{ perYear: 300 }], rejoin };
  if (kind === "one") return { joining };
  if (kind === "copies") return { pools: { circle: { copies: 3, joining } } };
  const old = { members: { ages: "30-75", leaveAt: 80 }, joining: { initial: 40 } };
  const young =
    kind === "aged"
      ? { joining, members: { movesTo: { pool: "old", portion: 0.7 } } }
      : { joining, ending: { membersMoveTo: "old", closing: { announced: "2020-06-01", on: "2020-06-30" } } };
  return { pools: { young, old } };
}

/** The same with keys of maps that are names the other way round. */
export function inOtherOrder(scenario: object): object {
  const turn = (of: object | undefined) => of && Object.fromEntries(Object.entries(of).reverse());
  const given = scenario as {
    members: { classes: object; mix: object[] };
    cover: { illnesses: object };
    pools?: object;
  };
  return {
    ...scenario,
    members: {
      ...given.members,
      classes: turn(given.members.classes),
      mix: [...given.members.mix].reverse(),
    },
    cover: { ...given.cover, illnesses: turn(given.cover.illnesses) },
    pools: turn(given.pools),
  };
}
