import type { PoolPlan } from "../plan/plan.ts";
import { type PoolPurposes, poolPurposes } from "../random/purpose.ts";
import { type Deposits, newDeposits } from "./depositState.ts";
import { type LaneRules, layOutRules } from "./laneRules.ts";
import { inLanes, type Lanes } from "./lanes.ts";
import { type EndMetric, endMetrics } from "./recording.ts";
import { roundUp } from "./rounding.ts";
import { newSelection, type Selection } from "./selection.ts";
import { commonUniforms, type ShockPaths } from "./shocks.ts";

/** How far a replication's pool has come. */
export const running = 0;
export const runOff = 1;
export const over = 2;

/**
 * Everything a pool knows of itself while a lane group runs. Arrays hold one number per lane unless said otherwise:
 * by class `[class * lanes + lane]`, by period `[period * lanes + lane]`.
 */
export interface State {
  readonly lanes: Lanes;
  /** Names of the pool's random streams. */
  readonly luck: PoolPurposes;
  readonly shocks: ShockPaths;
  /** By stage of the scenario. */
  readonly stages: readonly LaneRules[];
  /** The rules of the period being simulated. */
  rules: LaneRules;
  /** By stage: table incidence of the first joiners' ages, the reference of the age index. */
  readonly incidenceAtStart: readonly number[];

  /** `running`, `runOff` or `over`. */
  readonly status: Uint8Array;
  readonly ending: Uint8Array;
  readonly lastRunning: Int32Array;
  /** Last period of the run-off. */
  readonly runOffUntil: Int32Array;
  /** 1 once the pool has the members it needs to start; until then there is no cover. */
  readonly started: Uint8Array;
  /** Largest membership so far; the minimum is tested only after it was once reached. */
  readonly peakMembers: Float64Array;
  /** Settlements in a row with membership below the minimum, and with a share above the ceiling. */
  readonly belowMinimum: Int32Array;
  readonly aboveCeiling: Int32Array;
  /** -log(u), exponentially distributed: closing from outside comes when the hazard added up exceeds it. */
  readonly closingThreshold: Float64Array;
  readonly hazardSoFar: Float64Array;
  /** By period: what the operator earned less what it spent. */
  readonly operatorResult: Float64Array;
  readonly membersAtClosing: Float64Array;
  readonly atEnd: Readonly<Record<EndMetric, Float64Array>>;

  /** Members of each class at the end of the last period. */
  readonly classMembers: Float64Array;
  /** By class: probability that a member of the last period's end leaves at the start of this one of their own will. */
  readonly lapse: Float64Array;
  /** The same because their debit failed: by period, as there is a time of grace. */
  readonly failed: Float64Array;
  /** By period: that of their debit. */
  readonly debitedIn: Int32Array;
  /** Everyone who ever joined (for the Bass curve), and scheduled joiners not yet entered as they were a part of one. */
  readonly joinedSoFar: Float64Array;
  readonly joinersCarried: Float64Array;
  /** By class: the part of its inflow that recent shares do not keep away. */
  readonly attraction: Float64Array;
  /** By class: who left and may come back, and who does in this period. */
  readonly former: Float64Array;
  readonly rejoiners: Float64Array;
  /** Joiners of this period who were never members, and by class which part of them. */
  readonly newcomers: Float64Array;
  readonly entering: Float64Array;
  /** Part of the members who claimed, died or reached the age limit last period: joiners up to a target make up for it. */
  readonly otherLeavers: Float64Array;
  /** By cell: when who came from another pool at its age limit joined that one, on average; empty where nobody does. */
  readonly joinedOnAverage: Int32Array;
  /** Members who came from other pools since the last period. */
  readonly arriving: Float64Array;
  readonly selection: Selection;
  /** The states of the plan's pools, by index: whether one takes members depends on whether it still runs. None of copies. */
  others: readonly (State | undefined)[];

  /** Growth of incidence up to the middle of this period. */
  readonly growth: Float64Array;
  /** By tier: the mean amount of a claim in this period. */
  readonly amounts: readonly Float64Array[];
  /** Claims due for approval by tier, then period: expected ones (fast) or counted ones (exact). */
  readonly due: readonly Float64Array[];
  /** The same of those a jury has granted. */
  readonly granted: readonly Float64Array[];
  /** Claims put off by an event, by tier, then the period in which they come back. */
  readonly backlog: readonly Float64Array[];

  /** Of the class whose reaction is worked out: what it was asked for lately, and may expect, a year. */
  readonly recentShare: Float64Array;
  readonly aidPerYear: Float64Array;
  /** Share asked, by period: on average, and by class `[(period * classes + class) * lanes + lane]`. */
  readonly shares: Float64Array;
  readonly classShares: Float64Array;
  /** The most that one sharer was asked for. */
  readonly shareThisYear: Float64Array;
  /** What one member of each cohort has paid since joining, `[cohort * lanes + lane]`; empty where nobody asks. */
  readonly paidSinceJoining: Float64Array;
  readonly surplus: Float64Array;
  readonly contributionsSoFar: Float64Array;
  readonly subsidySoFar: Float64Array;
  /** The premium in force, and this year's premiums and cost. */
  readonly premium: Float64Array;
  readonly premiumsThisYear: Float64Array;
  readonly costThisYear: Float64Array;
  /** null where no rules have any. */
  readonly deposits: Deposits | null;

  readonly now: PeriodTotals;
}

/** What happens in one period; set anew in each. */
export interface PeriodTotals {
  readonly joiners: Float64Array;
  readonly movedIn: Float64Array;
  readonly lapsed: Float64Array;
  readonly defaulted: Float64Array;
  readonly claimed: Float64Array;
  readonly waitingIll: Float64Array;
  readonly died: Float64Array;
  readonly agedOut: Float64Array;
  readonly movedOut: Float64Array;
  readonly members: Float64Array;
  readonly covered: Float64Array;
  readonly sharers: Float64Array;
  readonly exempt: Float64Array;
  readonly ageSum: Float64Array;
  /** By class: who lapsed or defaulted. */
  readonly leftByClass: Float64Array;
  /** `members` and `covered` by class, also where the plan ends with this period; and who of them bears a share. */
  readonly classMembers: Float64Array;
  readonly classCovered: Float64Array;
  readonly classSharers: Float64Array;
  /** By class: the sum of its sharers' weights, and what they are asked for together. */
  readonly classWeights: Float64Array;
  readonly classAsked: Float64Array;
  /** By class: members times the part of the period in which they were covered. */
  readonly exposure: Float64Array;
  /** By class: table incidence of the covered, and the same times the select factor (annual, summed over members). */
  readonly incidence: Float64Array;
  readonly selectIncidence: Float64Array;
  /** By class: aid that its members may expect from this period's illness, if none is refused. */
  readonly expectedAid: Float64Array;
  /** By tier: claims approved, and their aid. */
  readonly casesByTier: readonly Float64Array[];
  readonly aidByTier: readonly Float64Array[];
  readonly cases: Float64Array;
  /** Those that are the operator's to pay. */
  readonly casesOfOperator: Float64Array;
  readonly denied: Float64Array;
  readonly aid: Float64Array;
  /** The part of `aid` that the operator pays because the illness is its to pay. */
  readonly aidOfOperator: Float64Array;
  readonly aidCut: Float64Array;
  readonly fee: Float64Array;
  readonly subsidy: Float64Array;
  readonly contributions: Float64Array;
  readonly refunds: Float64Array;
  readonly surplusBefore: Float64Array;
  /** Of one sharer on average, and of one with the largest weight. */
  readonly share: Float64Array;
  readonly largestShare: Float64Array;
}

/** The premium before any renewal, rounded up to the unit of shares; null where there is none. */
export function firstPremium({ sharing, common }: LaneRules): Float64Array | null {
  return sharing.premium?.amount.map((amount) => roundUp(amount, common.sharing.roundUpTo)) ?? null;
}

/** How long members of a cell have been in the plan: those from another pool's age limit since they joined that one, on average. */
export function periodsSinceJoining(
  { cohorts }: PoolPlan,
  { joinedOnAverage, lanes }: State,
  t: number,
  k: number,
  c: number,
  lane: number,
): number {
  const { joined, from } = cohorts[c];
  return t - (from.kind === "aged" ? joinedOnAverage[(k * cohorts.length + c) * lanes.count + lane] : joined);
}

/** The part of a cohort that is out at the start of a period because their debit failed: none of who joined since that debit. */
export function failedPart(
  { failed, debitedIn, lanes }: State,
  t: number,
  joined: number,
  lane: number,
): number {
  return joined > debitedIn[t] ? 0 : failed[t * lanes.count + lane];
}

/** The select factor so many periods after joining. */
export function selectAfter({ rules: { select } }: State, periods: number, lane: number): number {
  return select[Math.min(periods, select.length - 1)][lane];
}

/** Sets what a pool adds up over its cells in a period to 0. */
export function clearPoolTotals(now: PeriodTotals): void {
  const persons = [
    now.lapsed,
    now.defaulted,
    now.leftByClass,
    now.claimed,
    now.waitingIll,
    now.died,
    now.agedOut,
    now.movedOut,
    now.movedIn,
    now.members,
    now.covered,
    now.classCovered,
  ];
  const sums = [
    now.exposure,
    now.ageSum,
    now.incidence,
    now.selectIncidence,
    now.expectedAid,
    now.classWeights,
    now.denied,
    now.refunds,
  ];
  for (const of of [...persons, ...sums]) of.fill(0);
}

/** What pools of a lane group share: copies of a pool differ by their luck only. */
export interface Surroundings {
  readonly lanes: Lanes;
  readonly shocks: ShockPaths;
  /** The rules of the pool, laid out. */
  readonly stages: readonly LaneRules[];
}

/** Lays out what all copies of a pool have in common. */
export function surround(plan: PoolPlan, lanes: Lanes, shocks: ShockPaths): Surroundings {
  return { lanes, shocks, stages: layOutRules(plan, lanes) };
}

/** The state before the first period. */
export function newState(plan: PoolPlan, { lanes, shocks, stages }: Surroundings, copy = 0): State {
  const { floats } = lanes.arena;
  const perLane = () => floats(lanes.count);
  const perClass = () => floats(plan.classes.length * lanes.count);
  const perPeriod = () => floats(plan.periods.length * lanes.count);
  const luck = poolPurposes(plan.name, copy);
  const closing = luck.closing();
  const initial = inLanes(plan.joining.initial, lanes);
  const rules = stages[plan.periods[0].stage];
  const refundsWaiting = plan.rules.some(({ refundsWaitingIllness }) => refundsWaitingIllness);
  return {
    lanes,
    luck,
    shocks,
    stages,
    rules,
    incidenceAtStart: incidenceAtStart(plan),
    status: new Uint8Array(lanes.count),
    ending: new Uint8Array(lanes.count),
    lastRunning: new Int32Array(lanes.count).fill(plan.periods.length - 1),
    runOffUntil: new Int32Array(lanes.count),
    started: Uint8Array.from(rules.ending.startMembers, (needed) => (needed > 0 ? 0 : 1)),
    peakMembers: initial.slice(),
    belowMinimum: new Int32Array(lanes.count),
    aboveCeiling: new Int32Array(lanes.count),
    closingThreshold: commonUniforms(lanes, closing, 0).map((u) => -Math.log(u)),
    hazardSoFar: perLane(),
    operatorResult: perPeriod(),
    membersAtClosing: perLane(),
    atEnd: Object.fromEntries(endMetrics.map((metric) => [metric, perLane()])) as State["atEnd"],
    classMembers: perClass(),
    lapse: perClass(),
    failed: perPeriod(),
    debitedIn: new Int32Array(plan.periods.length).fill(plan.periods.length),
    joinedSoFar: initial.slice(),
    joinersCarried: perLane(),
    attraction: perClass().fill(1),
    former: perClass(),
    rejoiners: perClass(),
    newcomers: perLane(),
    entering: perClass(),
    otherLeavers: perLane(),
    joinedOnAverage: new Int32Array(
      plan.cohorts.some(({ from }) => from.kind === "aged")
        ? plan.classes.length * plan.cohorts.length * lanes.count
        : 0,
    ),
    arriving: perLane(),
    selection: newSelection(plan, lanes),
    others: [],
    growth: perLane(),
    amounts: plan.tiers.map(perLane),
    due: plan.tiers.map(perPeriod),
    granted: plan.tiers.map(perPeriod),
    backlog: shocks.putOffs.length > 0 ? plan.tiers.map(perPeriod) : [],
    recentShare: perLane(),
    aidPerYear: perLane(),
    shares: perPeriod(),
    classShares: floats(plan.periods.length * plan.classes.length * lanes.count),
    shareThisYear: perLane(),
    paidSinceJoining: floats(refundsWaiting ? plan.cohorts.length * lanes.count : 0),
    surplus: perLane(),
    contributionsSoFar: perLane(),
    subsidySoFar: perLane(),
    premium: firstPremium(rules) ?? perLane(),
    premiumsThisYear: perLane(),
    costThisYear: perLane(),
    deposits: newDeposits(plan, lanes),
    now: newTotals(plan, perLane, perClass),
  };
}

function newTotals(
  { tiers }: PoolPlan,
  perLane: () => Float64Array,
  perClass: () => Float64Array,
): PeriodTotals {
  return {
    joiners: perLane(),
    movedIn: perLane(),
    lapsed: perLane(),
    defaulted: perLane(),
    claimed: perLane(),
    waitingIll: perLane(),
    died: perLane(),
    agedOut: perLane(),
    movedOut: perLane(),
    members: perLane(),
    covered: perLane(),
    sharers: perLane(),
    exempt: perLane(),
    ageSum: perLane(),
    leftByClass: perClass(),
    classMembers: perClass(),
    classCovered: perClass(),
    classSharers: perClass(),
    classWeights: perClass(),
    classAsked: perClass(),
    exposure: perClass(),
    incidence: perClass(),
    selectIncidence: perClass(),
    expectedAid: perClass(),
    casesByTier: tiers.map(perLane),
    aidByTier: tiers.map(perLane),
    cases: perLane(),
    casesOfOperator: perLane(),
    denied: perLane(),
    aid: perLane(),
    aidOfOperator: perLane(),
    aidCut: perLane(),
    fee: perLane(),
    subsidy: perLane(),
    contributions: perLane(),
    refunds: perLane(),
    surplusBefore: perLane(),
    share: perLane(),
    largestShare: perLane(),
  };
}

function incidenceAtStart({ ages, periods }: PoolPlan): number[] {
  const mix = ages.mixes[periods[0].stage];
  return ages.tables.map((tables) =>
    ages.entries.reduce(
      (sum, { age, sex }, e) => sum + mix[e] * tables.incidence[sex * tables.ageCount + age],
      0,
    ),
  );
}
