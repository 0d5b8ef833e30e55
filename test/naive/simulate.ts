import type { Scenario } from "../../src/scenario/scenario.ts";
import { periodsOf } from "./clock.ts";
import { letDefault } from "./collect.ts";
import { letDieOrAgeOut, takeArrivals } from "./deaths.ts";
import { depositsOf, fillDeposits, letTopUpOrLeave } from "./deposits.ts";
import { testEndings } from "./endings.ts";
import { noteExpectedAid } from "./expectedAid.ts";
import { type Figures, nothingYet } from "./figures.ts";
import { letGroupClaim } from "./groupClaims.ts";
import { letFallIll } from "./illness.ts";
import { letComeBack, letJoin, startWith } from "./joiners.ts";
import { letLapse } from "./lapses.ts";
import { type Luck, luckOf } from "./luck.ts";
import { newPool } from "./newPool.ts";
import { isCovered, rulesNow } from "./people.ts";
import { renewPremium } from "./premium.ts";
import { runOff } from "./runOff.ts";
import { settle } from "./settle.ts";
import { drawShocks } from "./shocks.ts";
import { drawnOnce } from "./values.ts";
import { decideClaims, reportPutOff } from "./verdicts.ts";
import type { Pool, World } from "./world.ts";

/** One history of a pool: the figures of every period, and why it ended. */
export interface History {
  readonly pool: string;
  readonly periods: readonly Figures[];
  readonly cause: string;
}

/** Simulates a plan member by member; gives, per replication, the history of every pool (and copy). */
export function simulateNaively(scenario: Scenario, seed: string): History[][] {
  const luck = luckOf(seed);
  return Array.from({ length: scenario.replications }, () => oneHistory(scenario, luck));
}

function oneHistory(scenario: Scenario, luck: Luck): History[] {
  const periods = periodsOf(scenario.calendar);
  const known = drawnOnce(luck);
  const shocks = drawShocks(scenario, periods, luck, known);
  const pools = scenario.pools.flatMap((rules) => Array.from({ length: rules.copies }, () => newPool(rules)));
  const world: World = { scenario, luck, known, shocks, pools, period: periods[0] };
  for (const pool of pools) startWith(pool, world);
  for (const period of periods) {
    world.period = period;
    for (const pool of pools) {
      pool.now = nothingYet();
      takeArrivals(pool);
    }
    // Later pools first: an earlier one knows then whether the one that takes its members still runs.
    for (const pool of [...pools].reverse())
      live(pool, world, period.index > 0 && period.year > periods[period.index - 1].year);
  }
  return pools.map(({ rules, results, ended }) => ({
    pool: rules.name,
    periods: results,
    cause: ended?.cause ?? "none",
  }));
}

/** One period of a pool. */
function live(pool: Pool, world: World, isNewYear: boolean): void {
  if (isNewYear) beginYear(pool, world);
  if (pool.ended === null) liveOn(pool, world);
  else {
    reportPutOff(pool, world);
    runOff(pool, pool.ended, world);
  }
  pool.now.surplus = pool.surplus;
  pool.now.poolsRunning = pool.ended === null ? 1 : 0;
  pool.results.push(pool.now);
}

function beginYear(pool: Pool, world: World): void {
  for (const member of pool.members) member.paidThisYear = 0;
  renewPremium(rulesNow(pool, world.period), pool, world);
}

/** Each step in the order in which things happen. */
function liveOn(pool: Pool, world: World): void {
  const isBack = letComeBack(pool, world);
  letDefault(pool, world);
  letTopUpOrLeave(pool, world);
  letLapse(pool, world);
  letJoin(pool, isBack, world);
  const { group } = pool.rules;
  const before = pool.members.length;
  if (group === null) letFallIll(pool, world);
  else letGroupClaim(pool, group, world);
  letDieOrAgeOut(pool, world);
  pool.otherLeavers = pool.members.length > 0 ? 1 - pool.members.length / before : 0;
  fillDeposits(pool, world);
  reportPutOff(pool, world);
  settle(pool, decideClaims(pool, world), world);
  noteExpectedAid(pool, world);
  note(pool, world);
  testEndings(pool, world);
}

function note({ now, members }: Pool, world: World): void {
  now.members = members.length;
  now.covered = members.filter((member) => isCovered(member, world)).length;
  now.deposits = depositsOf(members);
}
