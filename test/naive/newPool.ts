import type { PoolScenario } from "../../src/scenario/scenario.ts";
import { classesOf } from "./classes.ts";
import { nothingYet } from "./figures.ts";
import type { Pool } from "./world.ts";

/** A pool before its first period. */
export function newPool(rules: PoolScenario): Pool {
  const pool: Pool = {
    rules,
    members: [],
    arriving: [],
    former: [],
    everJoined: 0,
    joinersCarried: 0,
    otherLeavers: 0,
    claims: [],
    putOff: [],
    surplus: 0,
    subsidyPaid: 0,
    contributionsPaid: 0,
    asked: new Map(),
    expectedAid: new Map(),
    results: [],
    now: nothingYet(),
    premium: null,
    started: rules.stages[0].ending.start === null,
    mostMembers: 0,
    periodsBelow: 0,
    periodsDear: 0,
    operatorResults: [],
    sharedAid: 0,
    sharedCases: 0,
    ended: null,
  };
  for (const name of Object.keys(classesOf(rules.stages[0], pool))) pool.asked.set(name, []);
  return pool;
}
