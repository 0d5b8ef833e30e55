import type { Distribution } from "../random/distribution.ts";
import type { Cause } from "./causes.ts";
import type { AgainstBills, PerClaim } from "./perClaim.ts";
import type { Reaction } from "./reaction.ts";

/**
 * A scenario as `parseScenario` returns it: complete (defaults filled in), checked, in fixed units, and plain data.
 *
 * Units: money in the scenario's currency; rates per year; portions and probabilities from 0 to 1; ages in years;
 * durations in days; days counted from 1970-01-01 (see `day.ts`).
 */
export interface Scenario {
  readonly title: string;
  readonly purpose: string;
  readonly currency: string;
  readonly seed: string;
  readonly replications: number;
  readonly engine: "auto" | "exact" | "fast";
  readonly calendar: Calendar;
  /** The pools of the plan, at least one; a cost is shared within its pool. A plan of one pool has one without a name. */
  readonly pools: readonly PoolScenario[];
  readonly shocks: Shocks;
  /** Causes of growth that are switched off, to see what the plan would be without them; usually none. */
  readonly without: readonly Cause[];
  readonly history: readonly Observation[];
  /** null: nothing is called a spiral. */
  readonly spiral: Spiral | null;
  /** Expressions over the replications, answered in the report: `P(total.cost > 3500)`. */
  readonly ask: readonly string[];
  /** Numbers that others have published of this plan, to be put beside the simulated ones. */
  readonly published: readonly Published[];
  /** What the scenario's author wrote, leaf by leaf, with the comment beside it: the assumptions and their sources. */
  readonly assumptions: readonly Assumption[];
}

/** What is called a spiral: at a settlement the share of the last year is above one limit, and membership below the other. */
export interface Spiral {
  /** Money a year; or in times the share of the first complete year that has one. */
  readonly share: { readonly kind: "amount" | "times"; readonly value: number };
  /** So many, once there were; or a part, from 0 to 1, of the most so far. */
  readonly members: { readonly kind: "number" | "part"; readonly value: number };
}

/** One pool: who is in it, and its rules. */
export interface PoolScenario {
  /** Unique in the plan; empty where the plan has one pool only. */
  readonly name: string;
  /** How many pools like this there are, each with members and luck of its own; reported together. */
  readonly copies: number;
  readonly joining: Joining;
  /** A closed group given as a table; it then has no `joining` and its stages no `members` and `cover`. */
  readonly group: readonly GroupRow[] | null;
  /**
   * Correlations of the rows' losses on the normal scale (a Gaussian copula), by row and column of `group`, each row with one
   * member and one loss a period; null: independent.
   */
  readonly dependence: readonly (readonly number[])[] | null;
  /** The rules, complete for every stage: the first holds from `calendar.from`, each further one from its date on. */
  readonly stages: readonly Stage[];
}

/** Days since 1970-01-01. */
export type Day = number;

/** A number that is known, or one that is drawn once per replication. */
export type Quantity = number | Uncertain;

export interface Uncertain {
  /** Where the scenario states it (`cover.level`): names its random stream, `--set` and the report's line. */
  readonly path: string;
  readonly distribution: Distribution;
}

/** From the first day to the last, both included. */
export interface Calendar {
  readonly from: Day;
  readonly to: Day;
  readonly settle: Settlement;
}

/** On which days shares are settled; see `settlementDays`. */
export type Settlement =
  /** Ascending; one at most from 28 on, so that no two are the same day of a short month. */
  | { readonly kind: "daysOfMonth"; readonly days: readonly number[] }
  /** On the last day of each interval counted from the calendar's first. */
  | { readonly kind: "every"; readonly count: number; readonly unit: "day" | "week" | "month" | "year" };

/** Joiners of a period: all that are given here, added up; the target then fills what is missing. */
export interface Joining {
  /** Members on the first day, past their waiting period. */
  readonly initial: Quantity;
  readonly schedule: readonly { readonly from: Day; readonly to: Day; readonly perYear: Quantity }[];
  /** Membership to be reached, interpolated linearly between dates; joins fill what is missing until the last date. */
  readonly target: readonly { readonly day: Day; readonly members: number }[];
  /** Bass (1969): joiners per year = (innovation + imitation * joined / potential) * (potential - joined). */
  readonly bass: {
    readonly potential: Quantity;
    readonly innovation: Quantity;
    readonly imitation: Quantity;
  } | null;
  /** Part of the former members (who lapsed, or whose payment failed) that joins again per year, waiting anew; a probability. */
  readonly rejoin: Quantity;
}

export interface Stage {
  readonly from: Day;
  readonly members: Members | null;
  readonly cover: Cover | null;
  readonly claims: Claims;
  readonly sharing: Sharing;
  readonly collection: Collection;
  /** Members hold a deposit from which shares are taken; null: they are debited after the settlement. */
  readonly funding: Funding | null;
  readonly ending: Ending;
}

export interface Members {
  /** Ages in years that may join: from (included) to the age last birthday `joinTo`; who turns `leaveAt` leaves. */
  readonly joinFrom: number;
  readonly joinTo: number;
  readonly leaveAt: number;
  /** Who turns `leaveAt` moves into another pool, without a new waiting period; the others leave. null: all leave. */
  readonly movesTo: { readonly pool: string; readonly portion: Quantity } | null;
  /** Ages of joiners, spread evenly over the single ages of a band; portions sum to 1. */
  readonly mix: readonly AgeBand[];
  readonly classes: readonly MemberClass[];
}

export interface AgeBand {
  /** Ages last birthday, both included. */
  readonly ages: AgeRange;
  readonly portion: Quantity;
  readonly male: Quantity;
}

export interface AgeRange {
  readonly from: number;
  readonly to: number;
}

export interface MemberClass {
  readonly name: string;
  readonly portion: Quantity;
  readonly relativeRisk: Quantity;
  /**
   * Base lapse, an annual probability q: a period has 1 - (1 - q)^(1 / periods a year). It takes effect at the start of the
   * next period, so nobody lapses before having been a member for a whole one.
   */
  readonly lapse: Quantity;
  readonly reaction: Reaction<Quantity>;
  /** How the inflow of this class follows from recent shares; see `joiningFactor`. */
  readonly joins: Reaction<Quantity>;
  /** Part of this class that tops up a deposit that ran low; null: that of `funding`. */
  readonly topUp: Quantity | null;
}

export interface Cover {
  readonly waitingDays: Quantity;
  /** Who falls ill while waiting: just has no cover, or gets the contributions back and is out for good. */
  readonly waitingIllness: "uncovered" | "refunded";
  /** Growth per year of all amounts per claim (of bills, where aid is paid against bills), from `calendar.from`. */
  readonly inflation: Quantity;
  /** Multiplies every incidence. */
  readonly level: Quantity;
  readonly select: Select;
  /** Growth of incidence per year, compounded from `calendar.from`. */
  readonly trend: Quantity;
  /** Annual probability of death q, in a period 1 - (1 - q)^(1 / periods a year); null where deaths are left out. */
  readonly mortality: RateTable | null;
  readonly illnesses: readonly Illness[];
}

/** Incidence by time since joining, relative to the table. */
export type Select =
  | { readonly kind: "none" }
  /** 1 - (1 - start) * exp(-duration / timeConstant) */
  | { readonly kind: "exponential"; readonly start: Quantity; readonly timeConstantDays: Quantity }
  /** One factor per year of membership; the last holds for ever. */
  | { readonly kind: "years"; readonly factors: readonly Quantity[] };

export interface Illness {
  readonly name: string;
  /** An annual rate (intensity): the probability of a claim in a year is 1 - exp(-rate). */
  readonly incidence: RateTable;
  readonly level: Quantity;
  /** null: as `cover.waitingDays`. */
  readonly waitingDays: Quantity | null;
  readonly endsMembership: boolean;
  /** The class into which a claim moves the member (who has it once behind them); null: their class stays the same. */
  readonly movesTo: string | null;
  /** Who bears the aid: the pool shares it, or the operator pays it. */
  readonly paidBy: "pool" | "operator";
  readonly benefits: readonly Benefit[];
}

export interface Benefit {
  readonly ages: AgeRange;
  readonly amount: Amount;
}

/** An amount known or uncertain (one draw per replication), or drawn anew for every claim, directly or by its bills. */
export type Amount = Quantity | PerClaim | AgainstBills;

/** Annual rates (of incidence) or probabilities (of death) by sex and age last birthday from `fromAge` on; one sex's may equal the other's. */
export interface RateTable {
  readonly name: string;
  readonly fromAge: number;
  readonly male: readonly number[];
  readonly female: readonly number[];
}

export interface Claims {
  readonly delay: Delay;
  /** Part of the claims that is refused at first. */
  readonly denied: Quantity;
  /** A jury of members: the part of the refused who dispute it, the part of those it grants, and how long it takes. */
  readonly jury: { readonly disputed: Quantity; readonly granted: Quantity; readonly days: number } | null;
}

/** Time from the illness to the approved claim. */
export type Delay =
  | { readonly kind: "none" }
  | { readonly kind: "periods"; readonly probabilities: readonly number[] }
  | { readonly kind: "gamma" | "lognormal"; readonly meanDays: Quantity; readonly sdDays: Quantity };

export interface Sharing {
  readonly sharers: "members" | "covered";
  readonly rule: SharingRule;
  /** A premium fixed beforehand instead of an apportionment; null: the cost is apportioned. */
  readonly premium: Premium | null;
  /** The operator's fee as a part of the aid. */
  readonly fee: Quantity;
  /** The operator's fee per sharer and period. */
  readonly feePerHead: Quantity;
  /** Shares are rounded up to a multiple of this; 0: not rounded. */
  readonly roundUpTo: number;
  /**
   * Limits of what one sharer pays; null: none. `perYear` counts a calendar year. Where the one with the largest weight would pass one,
   * all are asked for less in proportion; what others were asked for this year counts for who joins in it.
   */
  readonly caps: {
    readonly perCase: Quantity | null;
    readonly perPeriod: Quantity | null;
    readonly perYear: Quantity | null;
  };
  /** Who bears what a cap cuts off: the operator's subsidy, the aided (reduced aid), or the next period. */
  readonly excess: "operator" | "aid" | "nextPeriod";
  /** Members who joined before a day and whose shares the operator pays until another. */
  readonly exempt: { readonly joinedBefore: Day; readonly until: Day } | null;
  /** Time after joining in which the operator pays a member's shares. */
  readonly freeDays: number;
  /** The most the operator pays over the whole run, and what happens beyond: the plan ends, aid is cut, or the next period bears it. */
  readonly subsidyBudget: {
    readonly amount: Quantity;
    readonly then: "end" | "aid" | "nextPeriod";
  } | null;
}

/** By what the cost is divided; each member's share is cost times weight over the sum of weights, unless said otherwise. */
export type SharingRule =
  | { readonly kind: "equal" }
  /** Weight by age last birthday; ages in no band have weight 1. */
  | { readonly kind: "age"; readonly bands: readonly { readonly ages: AgeRange; readonly weight: number }[] }
  /** Weight by class (or row of a group). */
  | { readonly kind: "class"; readonly weights: Readonly<Record<string, number>> }
  /** Weight by year of membership: first, second...; the last holds for ever. */
  | { readonly kind: "tenure"; readonly weights: readonly number[] }
  /** Weight is the aid that a member may expect: by class and age in an open pool, by row in a group (mean-proportional). */
  | { readonly kind: "expectedCost" }
  /** Closed groups: the row's mean + weight x (total - mean total); null: weights are the covariances with the total. */
  | { readonly kind: "linear"; readonly weights: Readonly<Record<string, number>> | null }
  /** Closed groups: what the row's loss is expected to be, given the total (Denuit & Dhaene 2012). */
  | { readonly kind: "conditionalMean" }
  /**
   * Closed groups: the fair matrix of least variance of Feng, Liu & Taylor; each row bears fixed parts of the others' losses.
   * `network`: pairs of rows that share with each other (each with itself too); null: all with all.
   */
  | { readonly kind: "matrix"; readonly network: readonly (readonly [string, string])[] | null };

/** What every sharer pays in every period, whatever the cost is. */
export interface Premium {
  readonly amount: Quantity;
  /** Yearly: premium times (cost / premiums of last year) / lossRatio, changing by a factor of 1 + `most` at most, up or down; null: never. */
  readonly renewal: { readonly lossRatio: Quantity; readonly most: Quantity } | null;
  /** Who keeps what the cost leaves of it: the pool's reserve, or the operator (as fee). */
  readonly leftTo: "reserve" | "operator";
}

/** Deposits, from which shares are taken (prepaid). */
export interface Funding {
  /** Paid in by who joins, and what the operator adds to it. */
  readonly deposit: Quantity;
  readonly credit: Quantity;
  /** Below this after a settlement a member tops up or is out. */
  readonly minimum: Quantity;
  /** What is topped up (as often as the minimum needs), and by which part of those below it. */
  readonly topUp: { readonly amount: Quantity; readonly portion: Quantity };
  /** Per year, credited to the deposits by the operator. */
  readonly interest: Quantity;
  /** Do leavers get back what is left of theirs? Otherwise it is forfeited to the operator. */
  readonly refundToLeavers: boolean;
  /** Part of the deposits that the operator has spent when the plan ends: it is not refunded. */
  readonly spent: Quantity;
}

export interface Collection {
  /** Part of the debits of a period that fail for good. */
  readonly failing: Quantity;
  /** Until those whose debit failed are out. */
  readonly graceDays: number;
  /** Who bears what was not paid. */
  readonly unpaid: "operator" | "nextPeriod";
}

export interface Ending {
  /** The plan closes `graceDays` after membership (having once been higher) falls below `members`. */
  readonly minimumMembers: { readonly members: Quantity; readonly graceDays: number } | null;
  /** Closing by decision, on a day; sharing stops already when it is announced if `sharingStops`. */
  readonly closing: { readonly announced: Day; readonly on: Day; readonly sharingStops: boolean } | null;
  /** Probability per year that the plan is closed from outside. */
  readonly hazard: Quantity;
  /** The plan starts (waiting apart) with the settlement at which it first has so many members; null: at once. */
  readonly start: { readonly members: Quantity; readonly withinDays: number | null } | null;
  /** The plan ends once a share was above `share` in so many periods in a row. */
  readonly shareCeiling: { readonly share: Quantity; readonly periods: number } | null;
  /**
   * The operator gives up when its result (fees less subsidies, credits and costs) over the last `patienceDays` adds up to less than
   * `-mostLoss`; not before that time has passed.
   */
  readonly operator: {
    readonly costsPerYear: Quantity;
    readonly costsPerMember: Quantity;
    readonly patienceDays: number;
    readonly mostLoss: Quantity;
  } | null;
  /** Part of all contributions ever paid that the operator gives back at the end. */
  readonly refund: Quantity;
  /** The pool into which the members move when this one ends, with their waiting and duration; null: they leave. */
  readonly membersMoveTo: string | null;
  /**
   * Illness before closing is paid for when approved within the window. Members pay from their deposits where they have them;
   * `remaining`: the part of the members at closing who can still be asked. `atOnce`: one last settlement at the window's end.
   */
  readonly runOff: {
    readonly claimWindowDays: number;
    readonly paidBy: "operator" | "members" | "nobody";
    readonly remaining: Quantity;
    readonly atOnce: boolean;
  };
}

export interface Shocks {
  /** Mean-one factor on the incidence of each calendar year; null: none. */
  readonly yearly: {
    readonly kind: "lognormal" | "gamma";
    readonly sd: Quantity;
    /** Correlation of a year's shock with the year's before, on the normal scale. */
    readonly autocorrelation: Quantity;
  } | null;
  readonly events: readonly ShockEvent[];
}

/**
 * Something that may happen between two days (both included): factors on incidence, lapse and joining while it lasts, and
 * diagnoses that it puts off.
 */
export interface ShockEvent {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly probability: Quantity;
  readonly incidence: Quantity;
  readonly lapse: Quantity;
  readonly joining: Quantity;
  /** Part of the claims of its time that is put off until it is over. */
  readonly putsOff: Quantity;
  /** Part of those that never comes back, and how long the others take, spread evenly from the day after it. */
  readonly lost: Quantity;
  readonly catchUpDays: number;
}

/** One row of a closed group: members alike, who claim by one law in every period. */
export interface GroupRow {
  readonly className: string;
  readonly number: number;
  /** Claims of one member in one period. */
  readonly claims: ClaimCount;
  readonly benefit: Amount;
  readonly endsMembership: boolean;
  /** Base lapse, an annual probability, as of a class of members. */
  readonly lapse: Quantity;
  readonly reaction: Reaction<Quantity>;
}

/** How many claims one member has in one period. */
export type ClaimCount =
  /** At most one. */
  | { readonly kind: "atMostOne"; readonly probability: Quantity }
  | { readonly kind: "poisson"; readonly mean: Quantity }
  /** P(n) = p (1 - p)^n with mean (1 - p) / p. */
  | { readonly kind: "geometric"; readonly mean: Quantity }
  /** A Poisson number whose mean is gamma distributed; variance mean + mean^2 / shape. */
  | { readonly kind: "negativeBinomial"; readonly mean: Quantity; readonly shape: Quantity };

/** Something observed: a figure of the report (`share`, `members`, `years.share`...) on a day. */
export interface Observation {
  readonly day: Day;
  readonly figure: string;
  readonly value: number;
  readonly source: string;
}

/** A number that was published of this very plan, or the claim that both engines agree about a figure. */
export type Published = PublishedNumber | SameInBothEngines;

export interface PublishedNumber {
  readonly kind: "number";
  /** What it is, in words. */
  readonly quantity: string;
  /** A question, as in `ask`. */
  readonly ask: string;
  readonly value: number;
  /** The unit of the last digit published, so that the true value lies within half of it; 0: it is exact. */
  readonly rounded: number;
  /** Of the published number, where that was estimated or simulated itself; 0: it was calculated. */
  readonly standardError: number;
  readonly source: string;
}

export interface SameInBothEngines {
  readonly kind: "sameInBothEngines";
  readonly quantity: string;
  /** A column of the run, or what is calculated from several: one number per replication. */
  readonly figure: string;
  readonly source: string;
}

/** One leaf of the scenario as it was written. */
export interface Assumption {
  readonly path: string;
  /** As written: `normal: [0.5, 0.05]`, `90 days`. */
  readonly value: string;
  /** The comment beside or above it, without `#`; empty where there is none. */
  readonly note: string;
  /** File (relative) or `--set`. */
  readonly from: string;
}
