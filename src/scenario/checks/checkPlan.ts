import type { PlanDraft, PoolDraft } from "../drafts.ts";
import type { MapNode } from "../located.ts";
import type { Tell } from "../readSection.ts";
import { checkAges, youngestMoving } from "./ages.ts";
import { checkClosing, checkSchedule, checkStart, checkWaiting } from "./calendar.ts";
import { checkClasses, checkIllnessMoves } from "./classes.ts";
import { checkEngine } from "./engine.ts";
import { checkEntry } from "./entry.ts";
import { checkDebits, checkPrepaidRule, checkTopUps } from "./funding.ts";
import { checkGroupRule } from "./groupRules.ts";
import { checkMoves, type Move, movesOf, stageOf } from "./moves.ts";
import { checkRuleKind, checkRuleNames } from "./rules.ts";
import type { StageCheck } from "./stageCheck.ts";

const stageChecks: readonly StageCheck[] = [
  checkWaiting,
  checkStart,
  checkIllnessMoves,
  checkTopUps,
  checkDebits,
  checkPrepaidRule,
  checkRuleKind,
  checkRuleNames,
  checkGroupRule,
];

/** Tells all in which the parts of a plan contradict each other. What pools and stages share is told once, by its place. */
export function checkPlan(plan: PlanDraft, root: MapNode, tell: Tell): void {
  for (const problem of checkEngine(plan)) tell(problem, root);
  const moves = movesOf(plan.pools);
  for (const [move, problem] of checkMoves(moves, plan.names)) tell(problem, stageOf(move).tree);
  for (const pool of plan.pools) {
    checkPool(pool, plan, moves, tell);
    checkStages(pool, plan, tell);
  }
}

function checkPool(
  pool: PoolDraft,
  { calendar, group, pools }: PlanDraft,
  moves: readonly Move[],
  tell: Tell,
): void {
  const { joining, stages } = pool;
  const { tree } = stages[0];
  if (group === null) for (const problem of checkEntry(pool, moves, pools)) tell(problem, tree);
  if (joining !== undefined && calendar !== undefined)
    for (const problem of checkSchedule(joining, calendar)) tell(problem, tree);
  const youngest = youngestMoving(pool, moves);
  for (const stage of stages)
    for (const problem of checkAges(stage.rules, youngest)) tell(problem, stage.tree);
}

function checkStages({ stages }: PoolDraft, plan: PlanDraft, tell: Tell): void {
  stages.forEach((stage, index) => {
    const { rules, tree } = stage;
    const context = { plan, tree, start: stages[0].rules };
    for (const check of stageChecks) for (const problem of check(rules, context)) tell(problem, tree);
    if (index === 0) return;
    const before = stages[index - 1].rules;
    for (const problem of [...checkClasses(before, stage), ...checkClosing(before, stage)])
      tell(problem, tree);
  });
}
