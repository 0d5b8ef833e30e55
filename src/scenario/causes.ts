/**
 * What makes a share grow, in the order in which a plan comes to feel it. A scenario may be simulated `without` some of them; the growth of
 * the share with a cause over the growth without it is the factor it is owed.
 */
export const causes = [
  "waiting",
  "select",
  "delay",
  "ageing",
  "incidence",
  "benefits",
  "feeAndCaps",
  "joiners",
  "selection",
] as const;

export type Cause = (typeof causes)[number];

/** What a plan is without a cause. */
export const withoutCause: Readonly<Record<Cause, string>> = {
  waiting: "everybody is covered from the first day",
  select: "who joins is as likely to fall ill as who has been a member for long",
  delay: "claims are approved in the period of the illness",
  ageing: "members keep the age at which they joined; nobody reaches the age limit",
  incidence:
    "no trend, no yearly shocks, no events that change incidence or put diagnoses off; the first level holds",
  benefits: "illnesses, amounts and refusals stay those of the first rules; no inflation of amounts",
  feeAndCaps: "no fee and no cap",
  joiners: "joiners stay like those of the first rules, by age and class, whatever the share is",
  selection: "members leave whatever their risk: each class as all of them do on average",
};
