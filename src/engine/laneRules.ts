import type { ClassRules, Param, Plan, Rules, SelectRule } from "../plan/plan.ts";
import { selectFactor } from "../plan/select.ts";
import { mapReaction, type Reaction } from "../scenario/reaction.ts";
import { delayProbabilities } from "./delay.ts";
import { computeInLanes, inLanes, type Lanes } from "./lanes.ts";

/** The rules of a stage with the numbers each replication drew for itself: arrays hold one number per lane. */
export interface LaneRules {
  /** What is the same in all lanes. */
  readonly common: Rules;
  /** Part of the joiners by class, `[class * lanes + lane]`; sums to one in every lane. */
  readonly portions: Float64Array;
  readonly classes: readonly LaneClass[];
  /** By class: risk relative to the table; in a closed group the claim probability. */
  readonly risks: readonly Float64Array[];
  readonly level: Float64Array;
  readonly tierLevels: readonly Float64Array[];
  readonly trend: Float64Array;
  /** Select factor by whole periods since joining, then lane. */
  readonly select: readonly Float64Array[];
  readonly denied: Float64Array;
  readonly delay: readonly Float64Array[];
  readonly fee: Float64Array;
  readonly feePerHead: Float64Array;
  readonly capPerCase: Float64Array;
  readonly capPerPeriod: Float64Array;
  readonly capPerYear: Float64Array;
  readonly failing: Float64Array;
  readonly minimumMembers: Float64Array;
  readonly hazard: Float64Array;
}

export interface LaneClass {
  readonly relativeRisk: Float64Array;
  readonly lapse: Float64Array;
  readonly reaction: Reaction<Float64Array>;
}

/** Lays out the rules of all stages; what stages have in common is laid out once. */
export function layOutRules(plan: Plan, lanes: Lanes): LaneRules[] {
  const laidOut = new Map<string, Float64Array[]>();
  const once = (what: string, rule: unknown, layOut: () => Float64Array[]): Float64Array[] => {
    const name = `${what} ${JSON.stringify(rule)}`;
    const known = laidOut.get(name) ?? layOut();
    laidOut.set(name, known);
    return known;
  };
  const lay = (param: Param) =>
    once("number", param === Number.POSITIVE_INFINITY ? "Infinity" : param, () => [inLanes(param, lanes)])[0];
  return plan.rules.map((rules) => ({
    common: rules,
    portions: portions(rules.classes, lanes),
    classes: rules.classes.map((of) => ({
      relativeRisk: lay(of.relativeRisk),
      lapse: lay(of.lapse),
      reaction: mapReaction(of.reaction, lay),
    })),
    risks: plan.closedGroup
      ? rules.tierLevels.map(lay)
      : rules.classes.map(({ relativeRisk }) => lay(relativeRisk)),
    level: lay(rules.level),
    tierLevels: rules.tierLevels.map(lay),
    trend: lay(rules.trend),
    select: once("select", rules.select, () => selectFactors(plan, rules.select, lanes)),
    denied: lay(rules.denied),
    delay: once("delay", rules.delay, () => delayProbabilities(rules.delay, lanes, plan.periods.length)),
    fee: lay(rules.sharing.fee),
    feePerHead: lay(rules.sharing.feePerHead),
    capPerCase: lay(rules.sharing.capPerCase),
    capPerPeriod: lay(rules.sharing.capPerPeriod),
    capPerYear: lay(rules.sharing.capPerYear),
    failing: lay(rules.failing),
    minimumMembers: lay(rules.minimumMembers),
    hazard: lay(rules.hazard),
  }));
}

function selectFactors(plan: Plan, select: SelectRule, lanes: Lanes): Float64Array[] {
  const earliest = Math.min(0, ...plan.cohorts.map(({ joined }) => joined));
  const params =
    select.kind === "years"
      ? select.factors
      : select.kind === "exponential"
        ? [select.start, select.timeConstantYears]
        : [];
  return Array.from({ length: plan.periods.length - earliest }, (_, periods) =>
    computeInLanes(lanes, params, (valueAt) =>
      selectFactor(select, (periods + 0.5) / plan.periodsPerYear, valueAt),
    ),
  );
}

/** Uncertain portions are drawn one by one: only their proportions count. */
function portions(classes: readonly ClassRules[], lanes: Lanes): Float64Array {
  const byClass = classes.map(({ portion }) => inLanes(portion, lanes));
  const out = new Float64Array(classes.length * lanes.count);
  for (let lane = 0; lane < lanes.count; lane++) {
    const sum = byClass.reduce((total, of) => total + of[lane], 0);
    byClass.forEach((of, k) => {
      out[k * lanes.count + lane] = sum > 0 ? of[lane] / sum : 1 / classes.length;
    });
  }
  return out;
}
