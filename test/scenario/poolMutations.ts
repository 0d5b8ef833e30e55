import type { ShortMutation } from "./mutation.ts";

/** Ways to break pools.yaml, one line at a time. */
export const poolMutations: readonly ShortMutation[] = [
  // members
  ["joins", "awayTo: 90 %", "lapseTo: 90 %", paths("members.classes.well.joins.band", "lapseTo", "awayTo")],
  ["joins", "from: 10 %, to: 50 %", "from: 50 %, to: 10 %", "members.classes.well.joins.band.to"],
  ["joins", "awayFrom: 0,", "awayFrom: -1,", "members.classes.well.joins.band.awayFrom"],
  ["joins", "joins: { band:", "joins: { bend:", "members.classes.well.joins.bend", 'did you mean "band"'],
  ["joins.ill", "scale: 20, lookBack: 3", "scale: 20, most: 1", "members.classes.ill.joins.logit.most"],
  ["joins.ill", "scale: 20, lookBack: 3", "scale: 0", "members.classes.ill.joins.logit.scale"],
  ["topUp", "topUp: 80 %", "topUp: 80", "members.classes.well.topUp"],
  // cover
  [
    "waitingIllness",
    "waitingIllness: refunded",
    "waitingIllness: refund",
    "cover.waitingIllness",
    "refunded",
  ],
  ["inflation", "inflation: 3 % per year", "inflation: -2", "cover.inflation"],
  ["bills", "upTo: 300 thousand", "upto: 300 thousand", paths("cover.illnesses.severe.benefit", "upto")],
  ["bills", "fixed: 20 %", "fixed: 120 %", "cover.illnesses.severe.benefit.fixed"],
  ["bills", "deductible: 1 thousand", "deductible: -1", "cover.illnesses.severe.benefit.deductible"],
  ["bills", "portion: 80 %", "portion: 8", "cover.illnesses.severe.benefit.portion"],
  [
    "bills",
    "bills: { gamma: { mean: 50 thousand, sd: 40 thousand } }",
    "bills: { normal: [50 thousand, 40 thousand] }",
    "cover.illnesses.severe.benefit.bills",
    "add min: 0",
  ],
  [
    "bills",
    "bills: { gamma: { mean: 50 thousand, sd: 40 thousand } }",
    "bills: 50 thousand",
    "cover.illnesses.severe.benefit.bills",
    "a distribution",
  ],
  ["mild", "paidBy: operator", "paidBy: members", "cover.illnesses.mild.paidBy"],
  // claims
  ["jury", "granted: 50 %,", "grantet: 50 %,", paths("claims.jury", "grantet", "granted")],
  ["jury", "disputed: 20 %", "disputed: 200 %", "claims.jury.disputed"],
  ["jury", "duration: 30 days", "duration: 30", "claims.jury.duration", "write 30 days"],
  // sharing
  ["free", "free: 1 month", "free: 1", "sharing.free", "write 1 days"],
  ["budget", "amount: 1 million, then: aid", "amount: 1 million", "sharing.subsidyBudget.then"],
  ["budget", "then: aid", "then: stop", "sharing.subsidyBudget.then", "one of end, aid, nextPeriod"],
  ["budget", "amount: 1 million, then", "amount: -1 million, then", "sharing.subsidyBudget.amount"],
  ["premium", "lossRatio: 90 %", "lossRatio: 0", `${elderly()}.sharing.premium.renewal.lossRatio`, "above 0"],
  ["premium", "most: 20 %", "most: -20 %", `${elderly()}.sharing.premium.renewal.most`],
  ["premium", "leftTo: operator", "leftTo: members", `${elderly()}.sharing.premium.leftTo`],
  ["premium", "premium: { amount: 5,", "premium: {", `${elderly()}.sharing.premium.amount`],
  // funding
  ["deposit", "deposit: 30", "deposit: 0", "funding.deposit", "an amount above 0"],
  ["credit", "credit: 3", "credit: -3", "funding.credit"],
  ["minimum", "minimum: 5", "minimun: 5", "funding.minimun", 'did you mean "minimum"'],
  ["fundingTopUp", "topUp: { amount: 10, portion", "topUp: { amount: 0, portion", "funding.topUp.amount"],
  ["fundingTopUp", "amount: 10, portion: 70 %", "amount: 10", "funding.topUp.portion"],
  ["interest", "interest: 2 % per year", "interest: -2 %", "funding.interest", "of 0 or more"],
  ["refundToLeavers", "refundToLeavers: true", "refundToLeavers: all", "funding.refundToLeavers"],
  ["spent", "spent: { beta: [2, 8] }", "spent: { uniform: [0, 2] }", "funding.spent", "add max: 1"],
  // ending
  ["start", "members: 1000, within: 1 year", "members: 0, within: 1 year", "ending.start.members"],
  ["start", "members: 1000, within: 1 year", "within: 1 year", "ending.start.members"],
  ["ceiling", "share: 100, periods: 3", "share: 100, periods: 0", "ending.shareCeiling.periods"],
  ["ceiling", "share: 100, periods: 3", "periods: 3", "ending.shareCeiling.share"],
  ["operator", "patience: 1 year, ", "", "ending.operator.patience"],
  ["operator", "patience: 1 year, ", "patience: none, ", "ending.operator.patience"],
  ["operator", "costsPerMember: 1,", "costPerMember: 1,", paths("ending.operator", "costPerMember")],
  ["operator", "mostLoss: 2 million", "mostLoss: all", "ending.operator.mostLoss"],
  ["refund", "  refund: 100 %", "  refund: 110 %", "ending.refund"],
  ["runOff", "remaining: 60 %", "remaining: 60", "ending.runOff.remaining"],
  ["runOff", "atOnce: true", "atOnce: 1", "ending.runOff.atOnce", "true or false"],
  // pools
  ["pools", "copies: 20", "copies: 2.5", "pools.circles.copies"],
  ["pools", "copies: 20", "copeis: 20", "pools.circles.copeis", 'did you mean "copies"'],
  ["pools", "copies: 20", "group: []", "pools.circles.group", "the unknown key"],
  ["pools", "copies: 20", "shocks: none", "pools.circles.shocks", "the unknown key"],
  ["adults", "rejoin: 5 % per year", "rejoin: 5 per year", "pools.adults.joining.rejoin"],
  ["adults", "pool: elderly, portion: 90 %", "portion: 90 %", "pools.adults.members.movesTo.pool"],
  ["adults", "portion: 90 % } }", "portion: 9 } }", "pools.adults.members.movesTo.portion"],
  ["elderly", "leaveAt: 90", "leaveAt: old", "pools.elderly.members.leaveAt"],
  ["elderly", "mild: none", "mld: none", "pools.elderly.cover.illnesses.mld", 'did you mean "mild"'],
  ["elderly", "mortality: 2 %", "mortalty: none", "pools.elderly.cover.mortalty", 'did you mean "mortality"'],
  [
    "elderly",
    "incidence: tables/elderly.csv",
    "incidence: tables/elder.csv",
    "pools.elderly.cover.illnesses.severe.incidence",
    "cannot be read",
  ],
  ["elderly", "tables/members.csv", "tables/member.csv", "pools.elderly.joining.target", "cannot be read"],
  ["elderly", "failing: 1 %", "failing: 100", "pools.elderly.collection.failing"],
  // shocks
  ["shocks", "joining: 1.2", "joining: -1.2", "shocks.events[0].joining"],
  ["shocks", "putsOff: 30 %", "putsOff: 130 %", "shocks.events[0].putsOff"],
  ["shocks", "lost: 10 %", "lost: ten", "shocks.events[0].lost"],
  ["shocks", "catchUp: 90 days", "catchUp: soon", "shocks.events[0].catchUp"],
  ["shocks", ", catchUp: 90 days", "", "shocks.events[0].putsOff", "put off without `catchUp`"],
  // changes
  ["changes", "  - from: 2019-07-01", "  - from: 2019-02-01", "changes[1].from", "the change before"],
  ["changes", "      elderly:", "      eldery:", "changes[1].pools.eldery", 'did you mean "elderly"'],
  [
    "changes",
    "sharing: { fee: 5 %, premium: { amount: 6 } }",
    "sharing: { fee: 5, premium: { amount: 6 } }",
    "changes[1].pools.elderly.sharing.fee",
  ],
  [
    "changes",
    "sharing: { fee: 5 %, premium: { amount: 6 } }",
    "joining: { initial: 5 }",
    "changes[1].pools.elderly.joining",
    "the unknown key",
  ],
];

function elderly(): string {
  return "pools.elderly";
}

function paths(of: string, ...keys: string[]): string[] {
  return keys.map((key) => `${of}.${key}`);
}
