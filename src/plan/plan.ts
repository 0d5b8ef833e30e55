import type { Distribution } from "../random/distribution.ts";
import type { PerClaim } from "../scenario/perClaim.ts";
import type { Reaction } from "../scenario/reaction.ts";
import type { Day, Scenario } from "../scenario/scenario.ts";
import type { Column } from "./columns.ts";

/**
 * A scenario compiled for the engine: plain data (numbers, strings, typed arrays), equal for all replications of a
 * block and cloneable to a thread. For the fast engine all that depends on ages is already summed up in it.
 */
export interface Plan {
  readonly seed: string;
  readonly replications: number;
  /** Replications of a block, the unit of work; it depends on nothing but the plan. */
  readonly blockSize: number;
  readonly engine: Engine;
  readonly periods: readonly Period[];
  readonly periodsPerYear: number;
  /** The calendar years met, ascending. */
  readonly years: readonly number[];
  /** Numbers drawn once per replication. */
  readonly draws: readonly Draw[];
  /** Numbers that reshape the plan; drawn once per block, each block having a plan of its own. */
  readonly shapes: readonly Draw[];
  readonly classes: readonly string[];
  /** A closed group: claims are given as probabilities per period, not as rates per year. */
  readonly closedGroup: boolean;
  readonly tiers: readonly Tier[];
  /** One per stage of the scenario; `periods[t].stage` says which holds. */
  readonly rules: readonly Rules[];
  readonly joining: PlanJoining;
  readonly shocks: PlanShocks;
  readonly cohorts: readonly Cohort[];
  /** By period: the cohorts (the first so many) whose shares the operator pays. */
  readonly exemptCohorts: Int32Array;
  readonly ages: AgeModel;
  /** null for the exact engine, which goes age by age. */
  readonly lumped: LumpedCells | null;
  readonly columns: readonly Column[];
  /** What `redrawShapes` compiles again; null where no number reshapes the plan. */
  readonly scenario: Scenario | null;
}

export interface Engine {
  readonly kind: "exact" | "fast";
  readonly why: string;
  /** Largest probability of a claim in a period: bounds the distance of a Poisson count from the exact law. */
  readonly largestClaimProbability: number;
}

/** A number of the plan: known, or `draws[draw]`. */
export type Param = number | { readonly draw: number };

export interface Draw {
  /** Where the scenario states it; names its random stream. */
  readonly path: string;
  readonly distribution: Distribution;
  /** From the scenario's unit to the plan's: the value is `scale` times what is drawn. */
  readonly scale: number;
}

/** A settlement period: from the day after the settlement before (at first the calendar's first) to `date`, both included. */
export interface Period {
  readonly from: Day;
  readonly date: Day;
  readonly year: number;
  /** Whose rules hold: an index into `rules`. */
  readonly stage: number;
  /** Beyond the calendar: only run-offs go on. */
  readonly beyond: boolean;
  /** Closing has been announced and sharing has stopped; the operator pays. */
  readonly sharingStopped: boolean;
  /** The plan closes at the end of this period, by decision. */
  readonly closes: boolean;
}

/** Claims of one illness that are paid one amount. */
export interface Tier {
  readonly name: string;
  readonly illness: string;
  /** The one class that has such claims (a row of a closed group); null: all. */
  readonly classIndex: number | null;
  readonly amount: TierAmount;
  readonly endsMembership: boolean;
}

export type TierAmount = Param | PerClaim;

/** The rules of a stage. Rates per period where the name says so, else per year. */
export interface Rules {
  readonly classes: readonly ClassRules[];
  /** Multiplies every incidence: cover.level. */
  readonly level: Param;
  /** By tier: the level of its illness; in a closed group the claim probability itself. */
  readonly tierLevels: readonly Param[];
  /** Growth of incidence per year. */
  readonly trend: Param;
  readonly select: SelectRule;
  readonly denied: Param;
  readonly delay: DelayRule;
  readonly sharing: SharingRules;
  readonly failing: Param;
  readonly gracePeriods: number;
  readonly unpaid: "operator" | "nextPeriod";
  readonly minimumMembers: Param;
  readonly minimumGracePeriods: number;
  readonly hazard: Param;
  readonly runOffPeriods: number;
  readonly runOffPaidBy: "operator" | "members" | "nobody";
}

export interface SharingRules {
  readonly sharers: "members" | "covered";
  readonly fee: Param;
  readonly feePerHead: Param;
  readonly roundUpTo: number;
  /** Infinity: no cap. */
  readonly capPerCase: Param;
  readonly capPerPeriod: Param;
  readonly capPerYear: Param;
  readonly excess: "operator" | "aid" | "nextPeriod";
}

export interface ClassRules {
  /** Part of the joiners, before they are scaled to sum to one. */
  readonly portion: Param;
  readonly relativeRisk: Param;
  readonly lapse: Param;
  readonly reaction: Reaction<Param>;
}

export type SelectRule =
  | { readonly kind: "none" }
  | { readonly kind: "exponential"; readonly start: Param; readonly timeConstantYears: Param }
  | { readonly kind: "years"; readonly factors: readonly Param[] };

export type DelayRule =
  | { readonly kind: "none" }
  | { readonly kind: "periods"; readonly probabilities: readonly number[] }
  | { readonly kind: "gamma" | "lognormal"; readonly meanPeriods: Param; readonly sdPeriods: Param };

export interface PlanJoining {
  /** Members at the start; in a closed group those of all rows. */
  readonly initial: Param;
  /** `years`: the part of a year for which the schedule runs in each period. */
  readonly scheduled: readonly { readonly perYear: Param; readonly years: Float64Array }[];
  /** Membership to be reached at each settlement; below 0 where there is no target. */
  readonly target: Float64Array;
  readonly bass: { readonly potential: Param; readonly innovation: Param; readonly imitation: Param } | null;
}

export interface PlanShocks {
  readonly yearly: {
    readonly kind: "lognormal" | "gamma";
    readonly sd: Param;
    readonly autocorrelation: Param;
  } | null;
  /** `parts`: the part of each period, from 0 to 1, in which the event lasts. */
  readonly events: readonly {
    readonly name: string;
    readonly parts: Float64Array;
    readonly probability: Param;
    readonly incidence: Param;
    readonly lapse: Param;
  }[];
}

/** Members who joined in one period; the initial members joined before the first, past their waiting. */
export interface Cohort {
  /** Period of joining; below 0: before the first. */
  readonly joined: number;
  /** The stage at joining: an index into `rules` and `ages.mixes`. */
  readonly stage: number;
}

/**
 * What depends on age and sex, for both engines. Entry ages: the ages last birthday (and sexes) at which members join.
 * Birthdays are spread evenly: `d` years after joining at age `x` a member's age is `x + floor(d)`, or one more with
 * probability `frac(d)`; who would be `leaveAt` has left.
 */
export interface AgeModel {
  readonly entries: readonly { readonly age: number; readonly sex: 0 | 1 }[];
  /** By stage at joining: part of a cohort's joiners in each entry; sums to one. */
  readonly mixes: readonly Float64Array[];
  /** By stage. */
  readonly tables: readonly AgeTables[];
  /** Part of a period in which a cohort is covered, `[period * cohorts + cohort]`: by the plan's waiting, ... */
  readonly covered: Float64Array;
  /** ... and by that of each tier's illness. */
  readonly coveredByTier: readonly Float64Array[];
}

/** Annual rates by attained age: `x[sex * ageCount + age]`. */
export interface AgeTables {
  readonly ageCount: number;
  /** Infinity: nobody leaves for age. */
  readonly leaveAt: number;
  /** By tier; all 0 where the tier is not part of these rules. */
  readonly claim: readonly Float64Array[];
  readonly mortality: Float64Array;
  /** All illnesses together, each at the central value of its level. */
  readonly incidence: Float64Array;
}

/**
 * The cells of the fast engine, lumped over entry ages and sexes: one per class and cohort, `class * cohorts + cohort`.
 * Arrays hold a number per period and cell, `x[period * cells + cell]`: an average over the ages the cell then has,
 * at the central values (means) of all factors.
 */
export interface LumpedCells {
  /** Probability of a claim in the period, by tier. */
  readonly claim: readonly Float64Array[];
  /** Table incidence per year of those covered: without class, level and select. */
  readonly incidence: Float64Array;
  /** Probability of death, then of reaching the age limit, in the period. */
  readonly death: Float64Array;
  readonly ageOut: Float64Array;
  /** Of those who are left at its end. */
  readonly meanAge: Float64Array;
}
