import type {
  ClassRules,
  Param,
  PoolPlan,
  PremiumRule,
  Rules,
  SelectRule,
  SharingRules,
} from "../plan/plan.ts";
import { selectFactor } from "../plan/select.ts";
import { mapReaction, type Reaction } from "../scenario/reaction.ts";
import { delayInLanes } from "./delay.ts";
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
  readonly inflation: Float64Array;
  /** Select factor by whole periods since joining, then lane. */
  readonly select: readonly Float64Array[];
  readonly denied: Float64Array;
  /** Part of the refused claims that a jury grants in the end; null: there is none. */
  readonly granted: Float64Array | null;
  readonly delay: readonly Float64Array[];
  readonly sharing: LaneSharing;
  /** null: members are debited after the settlement. */
  readonly funding: LaneFunding | null;
  readonly failing: Float64Array;
  readonly ending: LaneEnding;
}

export interface LaneClass {
  readonly relativeRisk: Float64Array;
  readonly lapse: Float64Array;
  readonly reaction: Reaction<Float64Array>;
  readonly joins: Reaction<Float64Array>;
  /** Part that tops up a deposit that ran low. */
  readonly topUp: Float64Array;
}

export interface LaneSharing {
  readonly fee: Float64Array;
  readonly feePerHead: Float64Array;
  readonly capPerCase: Float64Array;
  readonly capPerPeriod: Float64Array;
  readonly capPerYear: Float64Array;
  readonly subsidyBudget: Float64Array;
  /** null: the cost is apportioned. */
  readonly premium: LanePremium | null;
}

export interface LanePremium {
  readonly amount: Float64Array;
  readonly renewal: { readonly lossRatio: Float64Array; readonly most: Float64Array } | null;
}

export interface LaneFunding {
  readonly deposit: Float64Array;
  readonly credit: Float64Array;
  readonly minimum: Float64Array;
  readonly topUpAmount: Float64Array;
  readonly interest: Float64Array;
  readonly spent: Float64Array;
}

export interface LaneEnding {
  readonly minimumMembers: Float64Array;
  readonly startMembers: Float64Array;
  readonly shareCeiling: Float64Array;
  readonly operator: {
    readonly costsPerYear: Float64Array;
    readonly costsPerMember: Float64Array;
    readonly mostLoss: Float64Array;
  } | null;
  readonly hazard: Float64Array;
  readonly refund: Float64Array;
  readonly runOffRemaining: Float64Array;
}

type Lay = (param: Param) => Float64Array;

/** Lays out the rules of all stages; what stages have in common is laid out once. */
export function layOutRules(plan: PoolPlan, lanes: Lanes): LaneRules[] {
  const laidOut = new Map<string, Float64Array[]>();
  const once = (what: string, rule: unknown, layOut: () => Float64Array[]): Float64Array[] => {
    const name = `${what} ${JSON.stringify(rule)}`;
    const known = laidOut.get(name) ?? layOut();
    laidOut.set(name, known);
    return known;
  };
  const numbers = new Map<number | string, Float64Array>();
  const lay: Lay = (param) => {
    const name = typeof param === "number" ? param : `draw ${param.draw}`;
    const known = numbers.get(name) ?? inLanes(param, lanes);
    numbers.set(name, known);
    return known;
  };
  return plan.rules.map((rules) => ({
    common: rules,
    portions: portions(rules.classes, lanes),
    classes: rules.classes.map((of) => layOutClass(of, rules, lay)),
    risks: plan.closedGroup
      ? rules.tierLevels.map(lay)
      : rules.classes.map(({ relativeRisk }) => lay(relativeRisk)),
    level: lay(rules.level),
    tierLevels: rules.tierLevels.map(lay),
    trend: lay(rules.trend),
    inflation: lay(rules.inflation),
    select: once("select", rules.select, () => selectFactors(plan, rules.select, lanes)),
    denied: lay(rules.denied),
    granted: granted(rules, lay),
    delay: delayInLanes(rules.delay, lanes, plan.periods.length),
    sharing: layOutSharing(rules.sharing, lay),
    funding: layOutFunding(rules, lay),
    failing: lay(rules.failing),
    ending: layOutEnding(rules, lay),
  }));
}

function layOutClass(of: ClassRules, { funding }: Rules, lay: Lay): LaneClass {
  return {
    relativeRisk: lay(of.relativeRisk),
    lapse: lay(of.lapse),
    reaction: mapReaction(of.reaction, lay),
    joins: mapReaction(of.joins, lay),
    topUp: lay(of.topUp ?? funding?.topUpPortion ?? 0),
  };
}

function granted({ jury }: Rules, lay: Lay): Float64Array | null {
  if (jury === null) return null;
  const byJury = lay(jury.granted);
  return lay(jury.disputed).map((disputed, lane) => disputed * byJury[lane]);
}

function layOutSharing(sharing: SharingRules, lay: Lay): LaneSharing {
  const { premium } = sharing;
  return {
    fee: lay(sharing.fee),
    feePerHead: lay(sharing.feePerHead),
    capPerCase: lay(sharing.capPerCase),
    capPerPeriod: lay(sharing.capPerPeriod),
    capPerYear: lay(sharing.capPerYear),
    subsidyBudget: lay(sharing.subsidyBudget),
    premium: premium && layOutPremium(premium, lay),
  };
}

function layOutPremium({ amount, renewal }: PremiumRule, lay: Lay): LanePremium {
  return {
    amount: lay(amount),
    renewal: renewal && { lossRatio: lay(renewal.lossRatio), most: lay(renewal.most) },
  };
}

function layOutFunding({ funding }: Rules, lay: Lay): LaneFunding | null {
  return (
    funding && {
      deposit: lay(funding.deposit),
      credit: lay(funding.credit),
      minimum: lay(funding.minimum),
      topUpAmount: lay(funding.topUpAmount),
      interest: lay(funding.interest),
      spent: lay(funding.spent),
    }
  );
}

function layOutEnding({ ending }: Rules, lay: Lay): LaneEnding {
  return {
    minimumMembers: lay(ending.minimumMembers),
    startMembers: lay(ending.startMembers),
    shareCeiling: lay(ending.shareCeiling),
    operator: ending.operator && {
      costsPerYear: lay(ending.operator.costsPerYear),
      costsPerMember: lay(ending.operator.costsPerMember),
      mostLoss: lay(ending.operator.mostLoss),
    },
    hazard: lay(ending.hazard),
    refund: lay(ending.refund),
    runOffRemaining: lay(ending.runOffRemaining),
  };
}

function selectFactors(plan: PoolPlan, select: SelectRule, lanes: Lanes): Float64Array[] {
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
