import type { Plan } from "../plan/plan.ts";
import { purposes } from "../random/purpose.ts";
import { uniformAt } from "../random/uniformAt.ts";
import { type LaneRules, layOutRules } from "./laneRules.ts";
import { inLanes, type Lanes } from "./lanes.ts";
import { drawShocks, type ShockPaths } from "./shocks.ts";

/** How far a replication's plan has come. */
export const running = 0;
export const runOff = 1;
export const over = 2;

/**
 * Everything a lane group knows of itself while it runs. Arrays hold one number per lane unless said otherwise:
 * by class `[class * lanes + lane]`, by period `[period * lanes + lane]`.
 */
export interface State {
  readonly lanes: Lanes;
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
  /** Largest membership so far; the minimum is tested only after it was once reached. */
  readonly peakMembers: Float64Array;
  /** Settlements in a row with membership below the minimum. */
  readonly belowMinimum: Int32Array;
  /** -log(1 - u): closing from outside comes when the hazard added up exceeds it. */
  readonly closingThreshold: Float64Array;
  readonly hazardSoFar: Float64Array;

  /** Members of each class at the end of the last period. */
  readonly classMembers: Float64Array;
  /** By class: probability that a member of the last period's end leaves at the start of this one of their own will. */
  readonly lapse: Float64Array;
  /** The same because their debit failed: by period, as there is a time of grace. */
  readonly failed: Float64Array;
  /** Everyone who ever joined (for the Bass curve), and scheduled joiners not yet entered as they were a part of one. */
  readonly joinedSoFar: Float64Array;
  readonly joinersCarried: Float64Array;
  /** Part of the members who claimed, died or reached the age limit last period: joiners up to a target make up for it. */
  readonly otherLeavers: Float64Array;

  /** Claims due for approval by tier, then period: expected ones (fast) or counted ones (exact). */
  readonly due: readonly Float64Array[];
  /** Share asked, by period; and in this calendar year so far. */
  readonly shares: Float64Array;
  readonly shareThisYear: Float64Array;
  readonly surplus: Float64Array;
  readonly membersAtClosing: Float64Array;

  readonly now: PeriodTotals;
}

/** What happens in one period; set anew in each. */
export interface PeriodTotals {
  readonly joiners: Float64Array;
  readonly lapsed: Float64Array;
  readonly defaulted: Float64Array;
  readonly claimed: Float64Array;
  readonly died: Float64Array;
  readonly agedOut: Float64Array;
  readonly members: Float64Array;
  /** `members` by class, also where the plan ends with this period. */
  readonly classMembers: Float64Array;
  readonly covered: Float64Array;
  readonly sharers: Float64Array;
  readonly exempt: Float64Array;
  readonly ageSum: Float64Array;
  /** By class: members times the part of the period in which they were covered. */
  readonly exposure: Float64Array;
  /** By class: table incidence of the covered, and the same times the select factor (annual, summed over members). */
  readonly incidence: Float64Array;
  readonly selectIncidence: Float64Array;
  /** By class: aid that its members may expect from this period's illness, if none is refused. */
  readonly expectedAid: Float64Array;
  /** By tier: claims approved. */
  readonly casesByTier: readonly Float64Array[];
  readonly cases: Float64Array;
  readonly aid: Float64Array;
  readonly aidCut: Float64Array;
  readonly fee: Float64Array;
  readonly subsidy: Float64Array;
  readonly contributions: Float64Array;
  readonly surplusBefore: Float64Array;
  readonly share: Float64Array;
}

/** Sets what a pool adds up over its cells in a period to 0. */
export function clearPoolTotals(now: PeriodTotals): void {
  const persons = [now.lapsed, now.defaulted, now.claimed, now.died, now.agedOut, now.members, now.covered];
  const sums = [now.exposure, now.ageSum, now.incidence, now.selectIncidence, now.expectedAid];
  for (const of of [...persons, ...sums]) of.fill(0);
}

/** The state before the first period. */
export function newState(plan: Plan, lanes: Lanes): State {
  const stages = layOutRules(plan, lanes);
  const perLane = () => new Float64Array(lanes.count);
  const perClass = () => new Float64Array(plan.classes.length * lanes.count);
  const perPeriod = () => new Float64Array(plan.periods.length * lanes.count);
  const closing = purposes.closing();
  const initial = inLanes(plan.joining.initial, lanes);
  return {
    lanes,
    shocks: drawShocks(plan, lanes),
    stages,
    rules: stages[plan.periods[0].stage],
    incidenceAtStart: incidenceAtStart(plan),
    status: new Uint8Array(lanes.count),
    ending: new Uint8Array(lanes.count),
    lastRunning: new Int32Array(lanes.count).fill(plan.periods.length - 1),
    runOffUntil: new Int32Array(lanes.count),
    peakMembers: initial.slice(),
    belowMinimum: new Int32Array(lanes.count),
    closingThreshold: perLane().map(
      (_, lane) => -Math.log(uniformAt(lanes.key, lanes.first + lane, closing, 0)),
    ),
    hazardSoFar: perLane(),
    classMembers: perClass(),
    lapse: perClass(),
    failed: perPeriod(),
    joinedSoFar: initial.slice(),
    joinersCarried: perLane(),
    otherLeavers: perLane(),
    due: plan.tiers.map(perPeriod),
    shares: perPeriod(),
    shareThisYear: perLane(),
    surplus: perLane(),
    membersAtClosing: perLane(),
    now: {
      joiners: perLane(),
      lapsed: perLane(),
      defaulted: perLane(),
      claimed: perLane(),
      died: perLane(),
      agedOut: perLane(),
      members: perLane(),
      classMembers: perClass(),
      covered: perLane(),
      sharers: perLane(),
      exempt: perLane(),
      ageSum: perLane(),
      exposure: perClass(),
      incidence: perClass(),
      selectIncidence: perClass(),
      expectedAid: perClass(),
      casesByTier: plan.tiers.map(perLane),
      cases: perLane(),
      aid: perLane(),
      aidCut: perLane(),
      fee: perLane(),
      subsidy: perLane(),
      contributions: perLane(),
      surplusBefore: perLane(),
      share: perLane(),
    },
  };
}

function incidenceAtStart({ ages, periods }: Plan): number[] {
  const mix = ages.mixes[periods[0].stage];
  return ages.tables.map((tables) =>
    ages.entries.reduce(
      (sum, { age, sex }, e) => sum + mix[e] * tables.incidence[sex * tables.ageCount + age],
      0,
    ),
  );
}
