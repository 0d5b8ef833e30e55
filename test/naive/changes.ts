/** Changes of one rule each in the plan `cover`: a comparison that would let any of them pass would be worth nothing. */
export const oneRuleChanged: readonly string[] = [
  "cover.waiting=75 days",
  "cover.select.start=0.6",
  "cover.inflation=0 %",
  "claims.jury.granted=0",
  "claims.delay={ periods: [0.5, 0.5] }",
  "sharing.fee=9 %",
  "shocks.yearly.lognormal.sd=80 %",
  "members.leaveAt=62",
];
