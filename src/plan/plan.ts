import type { Distribution } from "../random/distribution.ts";
import type { AgainstBills, PerClaim } from "../scenario/perClaim.ts";
import type { Reaction } from "../scenario/reaction.ts";
import type { Day, Scenario, Spiral } from "../scenario/scenario.ts";
import type { Column } from "./columns.ts";
import type { Luck } from "./luck.ts";
import type { Behaviour } from "./withoutCauses.ts";

/**
 * A scenario compiled for the engine: plain data (numbers, strings, typed arrays), equal for all replications of a
 * block and cloneable to a thread. For the fast engine all that depends on ages is already summed up in it.
 */
export interface Plan extends Frame {
  readonly seed: string;
  readonly luck: Luck;
  readonly replications: number;
  /** Replications of a block, the unit of work; it depends on nothing but the plan. */
  readonly blockSize: number;
  /** The calendar years met, ascending. */
  readonly years: readonly number[];
  /** Numbers that reshape the plan; drawn once per block, each block having a plan of its own. */
  readonly shapes: readonly Draw[];
  /** In an order in which members move to later pools only. */
  readonly pools: readonly PoolPlan[];
  readonly columns: readonly Column[];
  /** null: the scenario calls nothing a spiral. */
  readonly spiral: SpiralRule | null;
  /** What `redrawShapes` compiles again; null where no number reshapes the plan. */
  readonly scenario: Scenario | null;
}

/** What is called a spiral. */
export interface SpiralRule extends Spiral {
  /** The last period of each calendar year that is simulated in full. */
  readonly yearEnds: readonly number[];
}

/** What all pools of a plan have in common. */
export interface Frame {
  readonly engine: Engine;
  readonly periods: readonly Period[];
  readonly periodsPerYear: number;
  /** Numbers drawn once per replication. */
  readonly draws: readonly Draw[];
  readonly shocks: PlanShocks;
  /** What members do, unless a cause of growth is switched off. */
  readonly behaviour: Behaviour;
}

/** One pool, with the frame it stands in: all that is needed to simulate it. */
export interface PoolPlan extends Frame {
  /** Empty where the plan has one pool only. */
  readonly name: string;
  /** Pools like this, each with luck of its own; one where members move from or to it. */
  readonly copies: number;
  /** What befalls this pool in each period by decision. */
  readonly closings: readonly PeriodClosing[];
  readonly classes: readonly string[];
  /** A closed group: claims are given per period, not as rates per year. */
  readonly closedGroup: boolean;
  readonly tiers: readonly Tier[];
  /** One per stage of the scenario; `periods[t].stage` says which holds. */
  readonly rules: readonly Rules[];
  readonly joining: PlanJoining;
  /** In order of joining. */
  readonly cohorts: readonly Cohort[];
  /** 1 where the operator pays a cohort's shares in a period, `[period * cohorts + cohort]`. */
  readonly exempt: Uint8Array;
  readonly ages: AgeModel;
  /** null for the exact engine, which goes age by age. */
  readonly lumped: LumpedCells | null;
  /** Lower triangular factor of the correlations of a closed group's losses, row by row; null: independent. */
  readonly dependence: readonly (readonly number[])[] | null;
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
}

export interface PeriodClosing {
  /** Closing has been announced and sharing has stopped; the operator pays. */
  readonly sharingStopped: boolean;
  /** The pool closes at the end of this period, by decision. */
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
  /** The class into which a claim moves the member; null: none. */
  readonly movesToClass: number | null;
  /** The operator pays the aid; it is not shared. */
  readonly paidByOperator: boolean;
}

export type TierAmount = Param | PerClaim | AgainstBills;

/** The rules of a stage. Rates per period where the name says so, else per year. */
export interface Rules {
  readonly classes: readonly ClassRules[];
  /** Multiplies every incidence: cover.level. */
  readonly level: Param;
  /** By tier: the level of its illness; in a closed group the claim probability or mean number itself. */
  readonly tierLevels: readonly Param[];
  /** By tier of a closed group: the law of a member's claims in a period; empty in an open pool. */
  readonly counts: readonly CountRule[];
  /** Growth of incidence per year. */
  readonly trend: Param;
  /** Growth of amounts per year. */
  readonly inflation: Param;
  readonly select: SelectRule;
  readonly refundsWaitingIllness: boolean;
  readonly denied: Param;
  readonly jury: JuryRule | null;
  readonly delay: DelayRule;
  readonly sharing: SharingRules;
  readonly funding: FundingRules | null;
  readonly failing: Param;
  readonly gracePeriods: number;
  readonly unpaid: "operator" | "nextPeriod";
  readonly ending: EndingRules;
}

/** How the claims of one member in one period are distributed around the tier's level. */
export type CountRule =
  | { readonly kind: "atMostOne" }
  | { readonly kind: "poisson" }
  | { readonly kind: "negativeBinomial"; readonly shape: Param };

export interface JuryRule {
  /** Part of the refused claims that it grants in the end. */
  readonly disputed: Param;
  readonly granted: Param;
  readonly periods: number;
}

export interface SharingRules {
  readonly sharers: "members" | "covered";
  readonly weights: WeightRule;
  readonly premium: PremiumRule | null;
  readonly fee: Param;
  readonly feePerHead: Param;
  readonly roundUpTo: number;
  /** Infinity: no cap. */
  readonly capPerCase: Param;
  readonly capPerPeriod: Param;
  readonly capPerYear: Param;
  readonly excess: "operator" | "aid" | "nextPeriod";
  /** Infinity: no limit. */
  readonly subsidyBudget: Param;
  readonly beyondBudget: "end" | "aid" | "nextPeriod";
}

/** By what the cost is divided. */
export type WeightRule =
  | { readonly kind: "equal" }
  /** By class. */
  | { readonly kind: "class"; readonly weights: readonly number[] }
  /** By attained age; the weights of the tables hold them. */
  | { readonly kind: "age"; readonly weights: Float64Array }
  /** By year of membership. */
  | { readonly kind: "tenure"; readonly weights: readonly number[] }
  | { readonly kind: "expectedCost" }
  /** Closed groups: each row's part of the total given all rows' losses; see `GroupRule`. */
  | { readonly kind: "group"; readonly rule: GroupRule };

/** How a closed group's total is divided over its rows, from the rows' losses. */
export type GroupRule =
  /** Row i bears means[i] + weights[i] (total - sum of means). */
  | { readonly kind: "linear"; readonly means: readonly number[]; readonly weights: readonly number[] }
  /** Row i bears conditionalMeans[i][total / step]; totals beyond the last are divided like that one. */
  | {
      readonly kind: "conditionalMean";
      readonly step: number;
      readonly conditionalMeans: readonly Float64Array[];
    }
  /** Row i bears the sum over j of matrix[i][j] loss[j]. */
  | { readonly kind: "matrix"; readonly matrix: readonly (readonly number[])[] };

export interface PremiumRule {
  readonly amount: Param;
  readonly renewal: { readonly lossRatio: Param; readonly most: Param } | null;
  readonly leftToOperator: boolean;
}

export interface FundingRules {
  readonly deposit: Param;
  readonly credit: Param;
  readonly minimum: Param;
  readonly topUpAmount: Param;
  readonly topUpPortion: Param;
  /** Per year. */
  readonly interest: Param;
  readonly refundToLeavers: boolean;
  readonly spent: Param;
}

export interface EndingRules {
  readonly minimumMembers: Param;
  readonly minimumGracePeriods: number;
  /** 0: starts at once. */
  readonly startMembers: Param;
  /** Within how many settlements it must start, counted from the calendar's first; Infinity: any. */
  readonly startWithinPeriods: number;
  /** Infinity: none. */
  readonly shareCeiling: Param;
  readonly shareCeilingPeriods: number;
  readonly operator: OperatorRule | null;
  readonly hazard: Param;
  readonly refund: Param;
  /** Index of a later pool. */
  readonly membersMoveTo: number | null;
  readonly runOffPeriods: number;
  readonly runOffPaidBy: "operator" | "members" | "nobody";
  readonly runOffRemaining: Param;
  readonly runOffAtOnce: boolean;
}

export interface OperatorRule {
  readonly costsPerYear: Param;
  /** Per year. */
  readonly costsPerMember: Param;
  readonly patiencePeriods: number;
  readonly mostLoss: Param;
}

export interface ClassRules {
  /** Part of the joiners, before they are scaled to sum to one. */
  readonly portion: Param;
  readonly relativeRisk: Param;
  readonly lapse: Param;
  readonly reaction: Reaction<Param>;
  readonly joins: Reaction<Param>;
  /** null: the plan's. */
  readonly topUp: Param | null;
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
  /** Part of the former members that joins again per year. */
  readonly rejoin: Param;
}

export interface PlanShocks {
  readonly yearly: {
    readonly kind: "lognormal" | "gamma";
    readonly sd: Param;
    readonly autocorrelation: Param;
  } | null;
  readonly events: readonly PlanEvent[];
}

export interface PlanEvent {
  readonly name: string;
  /** The part of each period, from 0 to 1, in which the event lasts. */
  readonly parts: Float64Array;
  readonly probability: Param;
  readonly incidence: Param;
  readonly lapse: Param;
  readonly joining: Param;
  readonly putsOff: Param;
  readonly lost: Param;
  /** By period: the part of what was put off that comes back in it; sums to 1 (less where the plan's periods end before). */
  readonly catchUp: Float64Array;
}

/** Members who came into the pool in one period; the initial members joined before the first, past their waiting. */
export interface Cohort {
  /** Period of joining; below 0: before the first. Of those who reached another pool's age limit: of coming here. */
  readonly joined: number;
  /** The stage at joining: an index into `rules`. */
  readonly stage: number;
  /** Their ages at joining: an index into `ages.mixes`. */
  readonly mix: number;
  /** Where they come from. */
  readonly from: CohortSource;
}

export type CohortSource =
  | { readonly kind: "joiners" }
  /** Who reached the age limit of an earlier pool in the period `joined`. */
  | { readonly kind: "aged"; readonly pool: number }
  /** The cohort of an earlier pool, whose members move here when it ends. */
  | { readonly kind: "closed"; readonly pool: number; readonly cohort: number };

/**
 * What depends on age and sex, for both engines. Entry ages: the ages last birthday (and sexes) at which members join.
 * Birthdays are spread evenly: `d` years after joining at age `x` a member's age is `x + floor(d)`, or one more with
 * probability `frac(d)`; who would be `leaveAt` has left.
 */
export interface AgeModel {
  readonly entries: readonly { readonly age: number; readonly sex: 0 | 1 }[];
  /** Part of a cohort's joiners in each entry; sums to one. The first ones are those of the stages. */
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
  /** Where those go who reach that age: a later pool, and which part of them; null: all leave. */
  readonly movesTo: { readonly pool: number; readonly portion: Param } | null;
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
  /** Probability of falling ill in the part of the period in which one still waits. */
  readonly waitingIllness: Float64Array;
  /** Table incidence per year of those covered: without class, level and select. */
  readonly incidence: Float64Array;
  /** Probability of death, then of reaching the age limit, in the period. */
  readonly death: Float64Array;
  readonly ageOut: Float64Array;
  /** Of those who are left at its end. */
  readonly meanAge: Float64Array;
  /** Mean weight of a share by age, of those who are left; 1 where the rule is another. */
  readonly weight: Float64Array;
}
