import type { Distribution } from "../random/distribution.ts";
import type { PerClaim } from "./perClaim.ts";
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
  readonly joining: Joining;
  /** A closed group given as a table; it then has no `joining` and its stages no `members` and `cover`. */
  readonly group: readonly GroupRow[] | null;
  /** The rules, complete for every stage: the first holds from `calendar.from`, each further one from its date on. */
  readonly stages: readonly Stage[];
  readonly shocks: Shocks;
  readonly history: readonly Observation[];
  /** Expressions over the replications, answered in the report: `P(total.cost > 3500)`. */
  readonly ask: readonly string[];
  /** What the scenario's author wrote, leaf by leaf, with the comment beside it: the assumptions and their sources. */
  readonly assumptions: readonly Assumption[];
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
}

export interface Stage {
  readonly from: Day;
  readonly members: Members | null;
  readonly cover: Cover | null;
  readonly claims: Claims;
  readonly sharing: Sharing;
  readonly collection: Collection;
  readonly ending: Ending;
}

export interface Members {
  /** Ages in years that may join: from (included) to the age last birthday `joinTo`; who turns `leaveAt` leaves. */
  readonly joinFrom: number;
  readonly joinTo: number;
  readonly leaveAt: number;
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
}

export interface Cover {
  readonly waitingDays: Quantity;
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
  readonly benefits: readonly Benefit[];
}

export interface Benefit {
  readonly ages: AgeRange;
  readonly amount: Amount;
}

/** An amount known or uncertain (one draw per replication), or drawn anew for every claim. */
export type Amount = Quantity | PerClaim;

/** Annual rates (of incidence) or probabilities (of death) by sex and age last birthday from `fromAge` on; one sex's may equal the other's. */
export interface RateTable {
  readonly name: string;
  readonly fromAge: number;
  readonly male: readonly number[];
  readonly female: readonly number[];
}

export interface Claims {
  readonly delay: Delay;
  readonly denied: Quantity;
}

/** Time from the illness to the approved claim. */
export type Delay =
  | { readonly kind: "none" }
  | { readonly kind: "periods"; readonly probabilities: readonly number[] }
  | { readonly kind: "gamma" | "lognormal"; readonly meanDays: Quantity; readonly sdDays: Quantity };

export interface Sharing {
  readonly sharers: "members" | "covered";
  /** The operator's fee as a part of the aid. */
  readonly fee: Quantity;
  /** The operator's fee per sharer and period. */
  readonly feePerHead: Quantity;
  /** Shares are rounded up to a multiple of this; 0: not rounded. */
  readonly roundUpTo: number;
  /** Limits of what one sharer pays; null: none. `perYear` counts a calendar year. */
  readonly caps: {
    readonly perCase: Quantity | null;
    readonly perPeriod: Quantity | null;
    readonly perYear: Quantity | null;
  };
  /** Who bears what a cap cuts off: the operator's subsidy, the aided (reduced aid), or the next period. */
  readonly excess: "operator" | "aid" | "nextPeriod";
  /** Members who joined before a day and whose shares the operator pays until another. */
  readonly exempt: { readonly joinedBefore: Day; readonly until: Day } | null;
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
  /** Illness before closing is paid for when approved within the window. */
  readonly runOff: { readonly claimWindowDays: number; readonly paidBy: "operator" | "members" | "nobody" };
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

/** Something that may happen between two days (both included): factors on incidence and on lapse while it lasts. */
export interface ShockEvent {
  readonly name: string;
  readonly from: Day;
  readonly to: Day;
  readonly probability: Quantity;
  readonly incidence: Quantity;
  readonly lapse: Quantity;
}

/** One row of a closed group: members alike, who claim with one probability in every period. */
export interface GroupRow {
  readonly className: string;
  readonly number: number;
  /** Probability of a claim of one member in one period; at most one. */
  readonly claimProbability: Quantity;
  readonly benefit: Amount;
  readonly endsMembership: boolean;
  /** Base lapse, an annual probability, as of a class of members. */
  readonly lapse: Quantity;
  readonly reaction: Reaction<Quantity>;
}

/** Something observed: a figure of the report (`share`, `members`, `years.share`...) on a day. */
export interface Observation {
  readonly day: Day;
  readonly figure: string;
  readonly value: number;
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
