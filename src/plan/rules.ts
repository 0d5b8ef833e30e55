import { daysPerYear } from "../scenario/day.ts";
import { mapReaction } from "../scenario/reaction.ts";
import type { Claims, Quantity, Scenario, Select, Sharing, Stage } from "../scenario/scenario.ts";
import type { Parameters } from "./parameters.ts";
import { wholePeriods } from "./periods.ts";
import type { ClassRules, DelayRule, Param, Rules, SelectRule, SharingRules } from "./plan.ts";
import type { StageTiers } from "./tiers.ts";

/** The rules of one stage, in the engine's units. `stageTiers`: the tiers' claims under this stage. */
export function makeRules(
  stage: Stage,
  scenario: Scenario,
  stageTiers: StageTiers,
  perYear: number,
  parameters: Parameters,
): Rules {
  const { param } = parameters;
  const { cover, claims, collection, ending } = stage;
  return {
    classes: makeClassRules(stage, scenario, param),
    level: cover ? param(cover.level) : 1,
    tierLevels: stageTiers.levels,
    trend: cover ? param(cover.trend) : 0,
    select: cover ? selectRule(cover.select, param) : { kind: "none" },
    denied: param(claims.denied),
    delay: delayRule(claims, perYear, param),
    sharing: sharingRules(stage.sharing, param),
    failing: param(collection.failing),
    gracePeriods: wholePeriods(collection.graceDays, perYear),
    unpaid: collection.unpaid,
    minimumMembers: ending.minimumMembers ? param(ending.minimumMembers.members) : 0,
    minimumGracePeriods: ending.minimumMembers ? wholePeriods(ending.minimumMembers.graceDays, perYear) : 0,
    hazard: param(ending.hazard),
    runOffPeriods: wholePeriods(ending.runOff.claimWindowDays, perYear),
    runOffPaidBy: ending.runOff.paidBy,
  };
}

type ToParam = Parameters["param"];

function makeClassRules(stage: Stage, scenario: Scenario, param: ToParam): ClassRules[] {
  const open = stage.members?.classes.map((of) => ({
    portion: param(of.portion),
    relativeRisk: param(of.relativeRisk),
    lapse: param(of.lapse),
    reaction: mapReaction(of.reaction, (of) => param(of)),
  }));
  const closed = scenario.group?.map((row) => ({
    portion: row.number,
    relativeRisk: 1,
    lapse: param(row.lapse),
    reaction: mapReaction(row.reaction, (of) => param(of)),
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

function sharingRules(sharing: Sharing, param: ToParam): SharingRules {
  const cap = (of: Quantity | null): Param => (of === null ? Number.POSITIVE_INFINITY : param(of));
  return {
    sharers: sharing.sharers,
    fee: param(sharing.fee),
    feePerHead: param(sharing.feePerHead),
    roundUpTo: sharing.roundUpTo,
    capPerCase: cap(sharing.caps.perCase),
    capPerPeriod: cap(sharing.caps.perPeriod),
    capPerYear: cap(sharing.caps.perYear),
    excess: sharing.excess,
  };
}
