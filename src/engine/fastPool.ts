import { centralFactors } from "../plan/centralFactors.ts";
import { hasClaims } from "../plan/claimProbability.ts";
import type { LumpedCells, PoolPlan } from "../plan/plan.ts";
import { power } from "../random/power.ts";
import { centralSelects } from "./centralSelects.ts";
import { claimFactors } from "./claimFactors.ts";
import { newFastClaims } from "./fastClaims.ts";
import { address } from "./kernel/arena.ts";
import { valueIn } from "./lanes.ts";
import type { MovedMembers, Pool } from "./pool.ts";
import { leaveAlike, leaveCohort, leavesByCohort } from "./startLeavers.ts";
import { running, type State } from "./state.ts";

/**
 * Members as expected numbers given the path of the shares; the claims approved are a Poisson total per tier, as the
 * claims of many members who rarely have one nearly are (Le Cam 1960; Barbour & Hall 1984).
 *
 * `cells` holds the members of each class and cohort, `cells[(class * cohorts + cohort) * lanes + lane]`. A period takes each class's
 * cells, which lie one behind the other, in a few sweeps: who stays and is exposed to claims, sums over the cells, who leaves, sums over
 * who is left. O(cells (tiers + 6) lanes); the arrays are made once.
 */
export function newFastPool(plan: PoolPlan, lumped: LumpedCells, state: State): Pool {
  const { classes, cohorts, tiers } = plan;
  const { lanes, now, classMembers } = state;
  const laneCount = lanes.count;
  const cellCount = classes.length * cohorts.length;
  const { arena } = lanes;
  const { kernel } = arena;
  const cells = arena.floats(cellCount * laneCount);
  const centrals = plan.rules.map((rules) => centralFactors(rules, plan.draws));
  const selects = centralSelects(plan, state);
  const claims = newFastClaims(plan, state);
  const moving: MovedMembers | null = plan.ages.tables.some(({ movesTo }) => movesTo !== null)
    ? { persons: arena.floats(cells.length), men: null }
    : null;
  const isCovered = plan.ages.covered.map((part) => (part > 0 ? 1 : 0));
  const changing = tiers.some(({ movesToClass }) => movesToClass !== null);
  const refundsWaiting = state.paidSinceJoining.length > 0;
  // Members whose claim moves them to another class in this period, by cell of that class.
  const arrivals = arena.floats(changing ? cells.length : 0);
  const stays = arena.floats(laneCount);
  // Illness while waiting relative to the central factors, whatever the tier.
  const waitingRatio = arena.floats(laneCount);
  // Of the class being advanced, by cohort: select factor relative to the central one (of those from another pool the whole factor),
  // where that row is, and members times it: who is exposed to claims.
  const selectRatios: Float64Array[] = cohorts.map(({ from }) =>
    arena.floats(from.kind === "aged" ? laneCount : 0),
  );
  const ratioRows = arena.integers(cohorts.length);
  const exposed = arena.floats(cohorts.length * laneCount);
  // Sums over cells, by row, and their weights: by row and cell.
  const weights = arena.floats((tiers.length + 4) * cohorts.length);
  const sums = arena.floats((tiers.length + 4) * laneCount);
  const rates = arena.floats(cohorts.length);
  const deaths = arena.floats(cohorts.length);
  const endingIllnesses = illnessesThatEnd(plan);

  enterInitialMembers();
  return {
    advance,
    approve: claims.approve,
    cellMembers: () => cells,
    moved: () => moving,
    takeOut,
    putIn,
    empty,
  };

  function enterInitialMembers(): void {
    const initial = cohorts.findIndex(({ joined, from }) => from.kind === "joiners" && joined < 0);
    for (let k = 0; initial >= 0 && k < classes.length; k++) {
      for (let lane = 0; lane < laneCount; lane++) {
        const members = state.joinedSoFar[lane] * state.rules.portions[k * laneCount + lane];
        cells[(k * cohorts.length + initial) * laneCount + lane] = members;
        classMembers[k * laneCount + lane] = members;
      }
    }
  }

  function advance(t: number): void {
    claims.clear();
    moving?.persons.fill(0);
    let count = 0;
    while (count < cohorts.length && cohorts[count].joined <= t) count++;
    for (let k = 0; k < classes.length; k++)
      advanceClass({ t, k, count, first: k * cohorts.length * laneCount });
    if (changing) changeClasses(t, count);
    for (let k = 0; k < classes.length; k++) countClass(k);
    claims.spread(t);
  }

  function advanceClass(row: Row): void {
    stayOrEnter(row);
    relativeClaimFactors(row);
    expose(row);
    sumExposed(row);
    if (changing) changeClass(row);
    takeOutClaimants(row);
    if (refundsWaiting) fallIllWaiting(row);
    takeOutOthers(row);
    sumLeft(row);
    claims.report(row.k);
  }

  function countClass(k: number): void {
    const { members, covered, classCovered } = now;
    for (let lane = 0; lane < laneCount; lane++) {
      members[lane] += classMembers[k * laneCount + lane];
      covered[lane] += classCovered[k * laneCount + lane];
    }
  }

  function stayOrEnter({ t, k, count, first }: Row): void {
    if (leavesByCohort(state, t)) {
      for (let c = 0; c < count; c++) leaveCohort(plan, state, t, k, c, cells, first + c * laneCount);
    } else {
      leaveAlike(state, t, k, stays);
      kernel.scale(address(cells, first), count, laneCount, address(stays));
    }
    for (let c = count - 1; c >= 0 && cohorts[c].joined === t; c--) {
      if (cohorts[c].from.kind === "joiners") enterJoiners(k, first + c * laneCount);
    }
  }

  function relativeClaimFactors({ t, k }: Row): void {
    const { level, trend, tierLevels, relativeRisks } = centrals[plan.periods[t].stage];
    const growth = power(1 + trend, (t + 0.5) / plan.periodsPerYear);
    const common = relativeRisks[k] * level * growth;
    tiers.forEach((tier, i) => {
      if (!hasClaims(tier, k)) return;
      const ratio = claims.ratios[i];
      claimFactors(state, t, k, i, ratio);
      const contained = common * tierLevels[i];
      const scale = contained > 0 ? 1 / contained : 0;
      for (let lane = 0; lane < laneCount; lane++) ratio[lane] *= scale;
    });
    if (!refundsWaiting) return;
    // Of all tiers together: the level of each does not differ from its mean on average.
    claimFactors(state, t, k, null, waitingRatio);
    const scale = common > 0 ? 1 / common : 0;
    for (let lane = 0; lane < laneCount; lane++) waitingRatio[lane] *= scale;
  }

  function expose({ t, count, first }: Row): void {
    const { ratios } = selects[plan.periods[t].stage];
    for (let c = 0; c < count; c++) {
      const { joined, from } = cohorts[c];
      if (from.kind === "aged") selectAged(t, selectRatios[c], first + c * laneCount);
      else selectRatios[c] = ratios[t - joined];
      ratioRows[c] = address(selectRatios[c]);
    }
    kernel.expose(address(cells, first), count, laneCount, address(ratioRows), address(exposed));
  }

  /** Of who came from another pool: by the time since they joined that one, on average. */
  function selectAged(t: number, ratio: Float64Array, cell: number): void {
    const { joinedOnAverage, rules } = state;
    const { select } = rules;
    const last = select.length - 1;
    for (let lane = 0; lane < laneCount; lane++)
      ratio[lane] = select[Math.min(t - joinedOnAverage[cell + lane], last)][lane];
  }

  /** Sums over the class's members and those exposed: for the indices, and each tier's expected claims. */
  function sumExposed({ t, k, count, first }: Row): void {
    const { central } = selects[plan.periods[t].stage];
    const at = (t * classes.length + k) * cohorts.length;
    const covered = t * cohorts.length;
    for (let c = 0; c < count; c++) {
      const { joined, from } = cohorts[c];
      const incidence = lumped.incidence[at + c];
      weights[c] = plan.ages.covered[covered + c];
      weights[count + c] = incidence;
      weights[2 * count + c] = incidence * (from.kind === "aged" ? 1 : central[t - joined]);
    }
    tiers.forEach((_, i) => {
      copyNumbers(lumped.claim[i], at, weights, (3 + i) * count, count);
    });
    sums.fill(0);
    kernel.weigh(address(cells, first), laneCount, 2, count, address(weights), address(sums));
    const ofExposed = address(weights, 2 * count);
    kernel.weigh(
      address(exposed),
      laneCount,
      1 + tiers.length,
      count,
      ofExposed,
      address(sums, 2 * laneCount),
    );
    const ofClass = k * laneCount;
    copyNumbers(sums, 0, now.exposure, ofClass, laneCount);
    copyNumbers(sums, laneCount, now.incidence, ofClass, laneCount);
    copyNumbers(sums, 2 * laneCount, now.selectIncidence, ofClass, laneCount);
    tiers.forEach((_, i) => {
      copyNumbers(sums, (3 + i) * laneCount, claims.expected[i], 0, laneCount);
    });
  }

  /** Whose claim changes their class goes there when all classes are through. */
  function changeClass({ t, k, count, first }: Row): void {
    const at = (t * classes.length + k) * cohorts.length;
    tiers.forEach(({ movesToClass }, i) => {
      if (movesToClass === null || movesToClass === k) return;
      const ratio = claims.ratios[i];
      const to = movesToClass * cohorts.length * laneCount;
      for (let c = 0; c < count; c++) {
        const probability = lumped.claim[i][at + c];
        for (let lane = 0; lane < laneCount; lane++) {
          const cell = c * laneCount + lane;
          const changed = Math.min(cells[first + cell], exposed[cell] * probability * ratio[lane]);
          cells[first + cell] -= changed;
          arrivals[to + cell] += changed;
        }
      }
    });
  }

  /** Those of an illness that ends membership have all its tiers' probabilities together. */
  function takeOutClaimants({ t, k, count, first }: Row): void {
    const at = (t * classes.length + k) * cohorts.length;
    for (const { tiers: ofIllness } of endingIllnesses) {
      if (!hasClaims(tiers[ofIllness[0]], k)) continue;
      rates.fill(0);
      for (const i of ofIllness) for (let c = 0; c < count; c++) rates[c] += lumped.claim[i][at + c];
      kernel.takeClaimants(
        address(cells, first),
        address(exposed),
        count,
        laneCount,
        address(rates),
        address(claims.ratios[ofIllness[0]]),
        address(now.claimed),
      );
    }
  }

  /** Illness while waiting, of who did not claim: contributions back, and out for good. */
  function fallIllWaiting({ t, k, count, first }: Row): void {
    const { paidSinceJoining } = state;
    const at = (t * classes.length + k) * cohorts.length;
    for (let c = 0; c < count; c++) {
      const probability = lumped.waitingIllness[at + c];
      if (probability === 0) continue;
      const cell = first + c * laneCount;
      const ratio = selectRatios[c];
      for (let lane = 0; lane < laneCount; lane++) {
        const members = cells[cell + lane];
        const ill = members * Math.min(1, ratio[lane] * probability * waitingRatio[lane]);
        cells[cell + lane] = members - ill;
        now.waitingIll[lane] += ill;
        now.refunds[lane] += ill * paidSinceJoining[c * laneCount + lane];
      }
    }
  }

  /** Deaths, then age-outs; a part of the latter moves to another pool. */
  function takeOutOthers({ t, k, count, first }: Row): void {
    const at = (t * classes.length + k) * cohorts.length;
    copyNumbers(lumped.death, at, deaths, 0, count);
    copyNumbers(lumped.ageOut, at, rates, 0, count);
    kernel.dieOrAgeOut(
      address(cells, first),
      count,
      laneCount,
      address(deaths),
      address(rates),
      address(now.died),
      address(now.agedOut),
      moving ? address(moving.persons, first) : 0,
    );
    if (moving) moveOut({ t, k, count, first }, moving);
  }

  /** Of those who reached the age limit, a part moves to another pool. */
  function moveOut({ t, count, first }: Row, { persons }: MovedMembers): void {
    const { movesTo } = plan.ages.tables[plan.periods[t].stage];
    const taker = movesTo && state.others[movesTo.pool];
    const { agedOut, movedOut } = now;
    for (let lane = 0; lane < laneCount; lane++) {
      const isTaken = movesTo && taker?.status[lane] === running;
      const part = isTaken ? valueIn(movesTo.portion, lanes, lane) : 0;
      let moved = 0;
      for (let cell = first + lane; cell < first + count * laneCount; cell += laneCount) {
        persons[cell] *= part;
        moved += persons[cell];
      }
      agedOut[lane] -= moved;
      movedOut[lane] += moved;
    }
  }

  /** Sums over who is left at the period's end. */
  function sumLeft({ t, k, count, first }: Row): void {
    const at = (t * classes.length + k) * cohorts.length;
    const covered = t * cohorts.length;
    weights.fill(1, 0, count);
    copyNumbers(isCovered, covered, weights, count, count);
    copyNumbers(lumped.weight, at, weights, 2 * count, count);
    copyNumbers(lumped.meanAge, at, weights, 3 * count, count);
    sums.fill(0, 0, 3 * laneCount);
    copyNumbers(now.ageSum, 0, sums, 3 * laneCount, laneCount);
    kernel.weigh(address(cells, first), laneCount, 4, count, address(weights), address(sums));
    const ofClass = k * laneCount;
    copyNumbers(sums, 0, classMembers, ofClass, laneCount);
    copyNumbers(sums, laneCount, now.classCovered, ofClass, laneCount);
    copyNumbers(sums, 2 * laneCount, now.classWeights, ofClass, laneCount);
    copyNumbers(sums, 3 * laneCount, now.ageSum, 0, laneCount);
  }

  function enterJoiners(k: number, cell: number): void {
    const { newcomers, entering, rejoiners } = state;
    for (let lane = 0; lane < laneCount; lane++) {
      const i = k * laneCount + lane;
      cells[cell + lane] = newcomers[lane] * entering[i] + rejoiners[i];
    }
  }

  /** Puts those whose claim changed their class into the cells of that class. */
  function changeClasses(t: number, count: number): void {
    for (let k = 0; k < classes.length; k++) {
      for (let c = 0; c < count; c++) {
        const cell = (k * cohorts.length + c) * laneCount;
        for (let lane = 0; lane < laneCount; lane++) addMembers(lane, k, c, arrivals[cell + lane], t);
        arrivals.fill(0, cell, cell + laneCount);
      }
    }
  }

  function addMembers(lane: number, k: number, c: number, persons: number, t: number): void {
    const cell = k * cohorts.length + c;
    const at = t * classes.length * cohorts.length + cell;
    const i = k * laneCount + lane;
    cells[cell * laneCount + lane] += persons;
    classMembers[i] += persons;
    if (plan.ages.covered[t * cohorts.length + c] > 0) now.classCovered[i] += persons;
    now.classWeights[i] += persons * lumped.weight[at];
    now.ageSum[lane] += persons * lumped.meanAge[at];
  }

  function takeOut(lane: number, k: number, c: number): Float64Array {
    const cell = (k * cohorts.length + c) * laneCount + lane;
    const persons = Float64Array.of(cells[cell]);
    cells[cell] = 0;
    classMembers[k * laneCount + lane] -= persons[0];
    return persons;
  }

  function putIn(lane: number, k: number, c: number, [persons]: Float64Array): void {
    cells[(k * cohorts.length + c) * laneCount + lane] += persons;
    classMembers[k * laneCount + lane] += persons;
  }

  function empty(lane: number): void {
    for (let i = lane; i < cells.length; i += laneCount) cells[i] = 0;
    for (let i = lane; i < classMembers.length; i += laneCount) classMembers[i] = 0;
  }
}

/** A class in a period: its cohorts that have joined are the first `count` of it, their cells lie from `first` on. */
interface Row {
  readonly t: number;
  readonly k: number;
  readonly count: number;
  readonly first: number;
}

/** The tiers of each illness that ends membership (of each row, in a closed group): they have one level in common. */
function illnessesThatEnd({ tiers }: PoolPlan): { readonly tiers: readonly number[] }[] {
  const ending = [...tiers.keys()].filter((i) => tiers[i].endsMembership);
  const nameOf = (i: number) => `${tiers[i].illness}/${tiers[i].classIndex}`;
  return [...new Set(ending.map(nameOf))].map((name) => ({
    tiers: ending.filter((i) => nameOf(i) === name),
  }));
}

/** Copies some numbers of an array to a place in another, without a view of either. */
function copyNumbers(
  from: ArrayLike<number>,
  at: number,
  into: Float64Array,
  first: number,
  count: number,
): void {
  for (let i = 0; i < count; i++) into[first + i] = from[at + i];
}
