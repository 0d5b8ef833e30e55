/** Sections of a scenario that go over those of `mechanism`'s small pool, whole sections at once. */
export type Sections = Readonly<Record<string, unknown>>;

const small = {
  title: "a mechanism",
  calendar: { from: "2020-01-01", periods: 8, settle: { every: "3 months" } },
  members: {
    ages: "30-59",
    leaveAt: 60,
    mix: [
      { ages: "35-35", portion: 0.6, male: 0.5 },
      { ages: "57-57", portion: 0.4, male: 0.25 },
    ],
    classes: {
      good: { portion: 0.6, relativeRisk: 0.7, lapse: 0.2 },
      bad: { portion: 0.4, relativeRisk: 1.45, lapse: 0.1 },
    },
  },
  joining: {
    initial: 2000,
    // Four a day: whole persons in every period, as the exact engine takes them.
    schedule: [{ from: "2020-01-01", to: "2020-12-31", perYear: 4.00001 * 365.25 }],
  },
  cover: {
    select: { start: 0.4, timeConstant: "1 year" },
    mortality: 0.01,
    illnesses: { severe: { incidence: 0.04, benefit: 1000 } },
  },
  sharing: { fee: 0.1 },
};

/** Of both engines the same small pool with one mechanism more; two classes, two ages, five cohorts. */
export function mechanism(sections: Sections, replications = 300): (engine: "exact" | "fast") => string {
  return (engine) =>
    JSON.stringify({ ...small, seed: `mechanism ${engine}`, engine, replications, ...sections });
}

const { members, joining, cover } = small;
const { classes } = members;
const delayed = { delay: { periods: [0.4, 0.4, 0.2] } };
const tenure = { sharing: { rule: { tenure: [3, 1] } } };
const waiting = { ...cover, waiting: "150 days" };
const refunded = { ...waiting, waitingIllness: "refunded" };
const jury = { disputed: 0.8, granted: 0.5, duration: "90 days" };
const epidemic = {
  name: "epidemic",
  from: "2020-02-15",
  to: "2020-08-31",
  probability: 0.6,
  putsOff: 0.7,
  lost: 0.2,
  catchUp: "200 days",
  joining: 0.3,
};
const funding = {
  deposit: 20,
  credit: 4,
  minimum: 14,
  topUp: { amount: 10, portion: 0.7 },
  interest: 0.03,
  refundToLeavers: true,
};
const larger = { ...funding, deposit: 60, minimum: 5 };
const movingAtAnAge = {
  joining: undefined,
  members: undefined,
  pools: {
    young: { members: { ...members, movesTo: { pool: "old", portion: 0.7 } }, joining },
    old: { members: { ages: "60-69", leaveAt: 70, classes }, joining: { initial: 500 } },
  },
};
const movingAtTheEnd = {
  joining: undefined,
  members: undefined,
  cover: waiting,
  pools: {
    first: {
      members,
      joining,
      ending: { closing: { on: "2020-12-31", sharingStops: false }, membersMoveTo: "second" },
    },
    second: { members: { ...members, leaveAt: 65 }, joining: { initial: 500 } },
  },
};
const once = {
  members: { ...members, classes: { ...classes, once: { portion: 0, relativeRisk: 3, lapse: 0.3 } } },
  cover: {
    ...cover,
    illnesses: {
      severe: { incidence: 0.02, benefit: 1000 },
      mild: { incidence: 0.06, benefit: 300, movesTo: "once" },
    },
  },
};

/** One scenario for each mechanism that the engines go about differently, and for some together. */
export const mechanisms: Readonly<Record<string, Sections>> = {
  "illness while waiting that is refunded": { cover: refunded },
  "a jury": { claims: { ...delayed, denied: 0.5, jury } },
  "a claim that changes the class": once,
  "illness that an event puts off": { claims: delayed, shocks: { events: [epidemic] } },
  "illness put off, a jury and a run-off": {
    claims: { ...delayed, denied: 0.5, jury },
    shocks: { events: [epidemic] },
    ending: {
      closing: { on: "2020-09-30", sharingStops: false },
      refund: 0.1,
      runOff: { claimWindow: "1 year", paidBy: "members", remaining: 0.5 },
    },
  },
  "deposits with top-ups and interest": { funding },
  "deposits and refunds while waiting": { cover: refunded, funding: larger, sharing: { sharers: "covered" } },
  "premiums that are renewed": {
    sharing: {
      premium: { amount: 10, renewal: { lossRatio: 0.9, most: 1 }, leftTo: "reserve" },
      excess: "nextPeriod",
      fee: 0.1,
    },
  },
  "premiums of which the operator keeps the rest": {
    sharing: {
      premium: { amount: 8, renewal: { lossRatio: 0.9, most: 0.2 }, leftTo: "operator" },
      excess: "aid",
    },
  },
  "weights by class": { sharing: { rule: { class: { good: 0.5, bad: 2 } } } },
  "weights by tenure": tenure,
  "weights by age": {
    sharing: {
      rule: {
        age: [
          { ages: "0-57", weight: 1 },
          { ages: "58-120", weight: 3 },
        ],
      },
    },
  },
  "weights by expected cost": { sharing: { rule: "expectedCost" } },
  "shares by tenure taken from deposits, at first free": {
    funding: larger,
    sharing: { ...tenure.sharing, free: "200 days" },
  },
  "former members who come back": { joining: { ...joining, rejoin: 0.4 } },
  "a subsidy with a budget": {
    sharing: {
      caps: { perPeriod: 3 },
      excess: "operator",
      // biome-ignore lint/suspicious/noThenProperty: a word of the file format; it is no function, so nothing awaits it.
      subsidyBudget: { amount: 20_000, then: "nextPeriod" },
    },
  },
  "aid against growing bills": {
    cover: {
      inflation: 0.3,
      illnesses: {
        severe: {
          incidence: 0.04,
          benefit: {
            bills: { lognormal: { median: 1000, sigma: 0.7 } },
            deductible: 500,
            portion: 0.8,
            upTo: 5000,
          },
        },
      },
    },
  },
  "two pools, members moving at an age": movingAtAnAge,
  "two pools, members moving at an age with their deposits": { ...movingAtAnAge, ...tenure, funding: larger },
  "two pools, members moving when one closes": movingAtTheEnd,
  "two pools, members moving when one closes with their deposits": {
    ...movingAtTheEnd,
    ...tenure,
    funding: larger,
  },
};
