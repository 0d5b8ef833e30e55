/** A plan, or one with some rules changed, that all ways of simulating must agree on. */
export interface Case {
  /** Its file in `plans`. */
  readonly plan: string;
  readonly set?: readonly string[];
  /** Whether following expected members instead is near enough: the pool is not on an edge at which it ends or changes. */
  readonly isLarge?: true;
}

/** Together these have every rule in play that a plan of one or several open pools, or a closed group, may have. */
export const cases: readonly Case[] = [
  { plan: "cover", isLarge: true },
  { plan: "reactions", isLarge: true },
  { plan: "coming-back", isLarge: true },
  { plan: "second-claims", isLarge: true },
  { plan: "ages", isLarge: true },
  { plan: "expected-cost", isLarge: true },
  { plan: "changes", isLarge: true },
  { plan: "group" },
  { plan: "copies" },
  {
    plan: "second-claims",
    set: [
      "sharing.caps={ perCase: 1.5 }",
      "sharing.excess=operator",
      "sharing.subsidyBudget={ amount: 1500, then: aid }",
      "claims.delay={ lognormal: { mean: 40 days, sd: 30 days } }",
    ],
  },
  { plan: "caps", isLarge: true },
  { plan: "caps", set: ["sharing.excess=aid", "sharing.rule=equal"] },
  { plan: "caps", set: ["sharing.excess=nextPeriod", "collection.unpaid=operator"] },
  { plan: "caps", set: ["sharing.subsidyBudget={ amount: 1500, then: end }", "ending.refund=0.1"] },
  { plan: "caps", set: ["sharing.subsidyBudget={ amount: 1500, then: aid }"] },
  { plan: "caps", set: ["sharing.subsidyBudget={ amount: 1500, then: nextPeriod }"] },
  { plan: "premium", isLarge: true },
  { plan: "premium", set: ["sharing.premium.leftTo=reserve", "sharing.excess=nextPeriod"] },
  { plan: "deposits", isLarge: true },
  {
    plan: "deposits",
    set: [
      "funding.refundToLeavers=false",
      "ending.runOff={ claimWindow: 60 days, paidBy: members, remaining: 60 % }",
      "claims.delay={ periods: [0.4, 0.3, 0.3] }",
      "ending.closing={ on: 2020-12-15 }",
    ],
  },
  { plan: "closing" },
  { plan: "endings" },
  {
    plan: "endings",
    set: [
      "ending.minimumMembers=none",
      "joining={ initial: 40 }",
      "members.classes.all.reaction={ threshold: { willingness: 390 } }",
    ],
  },
  {
    plan: "endings",
    set: [
      "ending.minimumMembers=none",
      "ending.hazard=50 %",
      "ending.runOff={ claimWindow: 90 days, paidBy: nobody }",
    ],
  },
  {
    plan: "endings",
    set: [
      "ending.minimumMembers=none",
      "ending.shareCeiling={ share: 20, periods: 2 }",
      "ending.runOff={ claimWindow: 60 days, paidBy: members, remaining: 70 % }",
    ],
  },
  {
    plan: "endings",
    set: [
      "ending.operator={ costsPerYear: 200, costsPerMember: 8, patience: 4 months, mostLoss: 220 }",
      "joining.initial=60",
    ],
  },
  {
    plan: "endings",
    set: [
      "ending.start={ members: 106, within: 100 days }",
      "ending.runOff={ claimWindow: 70 days, paidBy: operator, atOnce: true }",
    ],
  },
  {
    plan: "endings",
    set: [
      "ending.closing={ announced: 2020-06-15, on: 2020-08-15 }",
      "ending.runOff={ claimWindow: 70 days, paidBy: operator, atOnce: true }",
    ],
  },
];
