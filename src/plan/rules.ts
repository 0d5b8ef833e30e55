import { daysPerYear } from "../scenario/day.ts";
import { mapReaction, type Reaction } from "../scenario/reaction.ts";
import type {
  Claims,
  Ending,
  Funding,
  PoolScenario,
  Quantity,
  Select,
  SharingRule,
  Stage,
} from "../scenario/scenario.ts";
import { tableAges } from "./cohorts.ts";
import type { Parameters } from "./parameters.ts";
import { wholePeriods } from "./periods.ts";
import type {
  ClassRules,
  DelayRule,
  EndingRules,
  FundingRules,
  Param,
  Rules,
  SelectRule,
  SharingRules,
  WeightRule,
} from "./plan.ts";
import { groupRule } from "./sharing/groupRule.ts";
import type { StageTiers } from "./tiers.ts";

/** What the rules of a pool refer to. */
export interface RulesContext {
  readonly pool: PoolScenario;
  readonly classes: readonly string[];
  readonly perYear: number;
  /** Index of a pool by its name. */
  readonly poolIndex: (name: string) => number;
  readonly parameters: Parameters;
}

/** The rules of one stage, in the engine's units. `stageTiers`: the tiers' claims under this stage. */
export function makeRules(stage: Stage, stageTiers: StageTiers, context: RulesContext): Rules {
  const { perYear } = context;
  const { param } = context.parameters;
  const { cover, claims, collection, funding } = stage;
  return {
    classes: makeClassRules(stage, context.pool, param),
    level: cover ? param(cover.level) : 1,
    tierLevels: stageTiers.levels,
    counts: stageTiers.counts,
    trend: cover ? param(cover.trend) : 0,
    inflation: cover ? param(cover.inflation) : 0,
    select: cover ? selectRule(cover.select, param) : { kind: "none" },
    refundsWaitingIllness: cover?.waitingIllness === "refunded",
    denied: param(claims.denied),
    jury: claims.jury && {
      disputed: param(claims.jury.disputed),
      granted: param(claims.jury.granted),
      periods: wholePeriods(claims.jury.days, perYear),
    },
    delay: delayRule(claims, perYear, param),
    sharing: sharingRules(stage, context),
    funding: funding && fundingRules(funding, param),
    failing: param(collection.failing),
    gracePeriods: wholePeriods(collection.graceDays, perYear),
    unpaid: collection.unpaid,
    ending: endingRules(stage.ending, context),
  };
}

type ToParam = Parameters["param"];

function makeClassRules(stage: Stage, { group }: PoolScenario, param: ToParam): ClassRules[] {
  const reaction = (of: Reaction<Quantity>) => mapReaction(of, (value) => param(value));
  const open = stage.members?.classes.map((of) => ({
    portion: param(of.portion),
    relativeRisk: param(of.relativeRisk),
    lapse: param(of.lapse),
    reaction: reaction(of.reaction),
    joins: reaction(of.joins),
    topUp: of.topUp === null ? null : param(of.topUp),
  }));
  const closed = group?.map((row) => ({
    portion: row.number,
    relativeRisk: 1,
    lapse: param(row.lapse),
    reaction: reaction(row.reaction),
    joins: { kind: "none" } as const,
    topUp: null,
  }));
  return open ?? closed ?? [];
}

function selectRule(select: Select, param: ToParam): SelectRule {
  switch (select.kind) {
    case "none":
      return select;
    case "exponential":
      return {
        kind: "exponential",
        start: param(select.start),
        timeConstantYears: param(select.timeConstantDays, 1 / daysPerYear),
      };
    case "years":
      return { kind: "years", factors: select.factors.map((factor) => param(factor)) };
  }
}

function delayRule({ delay }: Claims, perYear: number, param: ToParam): DelayRule {
  if (delay.kind === "none" || delay.kind === "periods") return delay;
  const periodsPerDay = perYear / daysPerYear;
  return {
    kind: delay.kind,
    meanPeriods: param(delay.meanDays, periodsPerDay),
    sdPeriods: param(delay.sdDays, periodsPerDay),
  };
}

function sharingRules({ sharing }: Stage, { pool, classes, parameters }: RulesContext): SharingRules {
  const { param } = parameters;
  const limit = (of: Quantity | null): Param => (of === null ? Number.POSITIVE_INFINITY : param(of));
  const { premium, subsidyBudget } = sharing;
  return {
    sharers: sharing.sharers,
    weights: weightRule(sharing.rule, pool, classes),
    premium: premium && {
      amount: param(premium.amount),
      renewal: premium.renewal && {
        lossRatio: param(premium.renewal.lossRatio),
        most: param(premium.renewal.most),
      },
      leftToOperator: premium.leftTo === "operator",
    },
    fee: param(sharing.fee),
    feePerHead: param(sharing.feePerHead),
    roundUpTo: sharing.roundUpTo,
    capPerCase: limit(sharing.caps.perCase),
    capPerPeriod: limit(sharing.caps.perPeriod),
    capPerYear: limit(sharing.caps.perYear),
    excess: sharing.excess,
    subsidyBudget: limit(subsidyBudget?.amount ?? null),
    beyondBudget: subsidyBudget?.then ?? "aid",
  };
}

function weightRule(
  rule: SharingRule,
  { group, dependence }: PoolScenario,
  classes: readonly string[],
): WeightRule {
  switch (rule.kind) {
    case "class":
      return { kind: "class", weights: classes.map((name) => rule.weights[name] ?? 1) };
    case "age":
      return { kind: "age", weights: weightsByAge(rule.bands) };
    case "linear":
    case "conditionalMean":
    case "matrix": {
      const ofGroup = groupRule(rule, group ?? [], dependence);
      return ofGroup === null ? { kind: "equal" } : { kind: "group", rule: ofGroup };
    }
    default:
      return rule;
  }
}

function weightsByAge(bands: Extract<SharingRule, { kind: "age" }>["bands"]): Float64Array {
  return Float64Array.from({ length: tableAges }, (_, age) => {
    return bands.find(({ ages }) => ages.from <= age && age <= ages.to)?.weight ?? 1;
  });
}

function fundingRules(funding: Funding, param: ToParam): FundingRules {
  return {
    deposit: param(funding.deposit),
    credit: param(funding.credit),
    minimum: param(funding.minimum),
    topUpAmount: param(funding.topUp.amount),
    topUpPortion: param(funding.topUp.portion),
    interest: param(funding.interest),
    refundToLeavers: funding.refundToLeavers,
    spent: param(funding.spent),
  };
}

function endingRules(ending: Ending, { perYear, poolIndex, parameters }: RulesContext): EndingRules {
  const { param } = parameters;
  const { minimumMembers, start, shareCeiling, operator, runOff } = ending;
  return {
    minimumMembers: minimumMembers ? param(minimumMembers.members) : 0,
    minimumGracePeriods: minimumMembers ? wholePeriods(minimumMembers.graceDays, perYear) : 0,
    startMembers: start ? param(start.members) : 0,
    startWithinPeriods:
      start && start.withinDays !== null ? wholePeriods(start.withinDays, perYear) : Number.POSITIVE_INFINITY,
    shareCeiling: shareCeiling ? param(shareCeiling.share) : Number.POSITIVE_INFINITY,
    shareCeilingPeriods: shareCeiling?.periods ?? 1,
    operator: operator && {
      costsPerYear: param(operator.costsPerYear),
      costsPerMember: param(operator.costsPerMember),
      patiencePeriods: Math.max(1, wholePeriods(operator.patienceDays, perYear)),
      mostLoss: param(operator.mostLoss),
    },
    hazard: param(ending.hazard),
    refund: param(ending.refund),
    membersMoveTo: ending.membersMoveTo === null ? null : poolIndex(ending.membersMoveTo),
    runOffPeriods: wholePeriods(runOff.claimWindowDays, perYear),
    runOffPaidBy: runOff.paidBy,
    runOffRemaining: param(runOff.remaining),
    runOffAtOnce: runOff.atOnce,
  };
}
