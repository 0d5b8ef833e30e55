import { centralFactors } from "../plan/centralFactors.ts";
import { hasClaims } from "../plan/claimProbability.ts";
import { central } from "../plan/parameters.ts";
import type { LumpedCells, PoolPlan, SelectRule } from "../plan/plan.ts";
import { selectFactor } from "../plan/select.ts";
import { power } from "../random/power.ts";
import { claimFactors } from "./claimFactors.ts";
import { newFastClaims } from "./fastClaims.ts";
import { valueIn } from "./lanes.ts";
import type { MovedMembers, Pool } from "./pool.ts";
import { failedPart, running, type State } from "./state.ts";
import { dieOrAgeOut, exposeCell, scale, takeClaimants } from "./sweeps.ts";
import { weigh } from "./weigh.ts";

const nobody = new Float64Array(0);

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
  const { lanes, now, classMembers, deposits } = state;
  const laneCount = lanes.count;
  const cellCount = classes.length * cohorts.length;
  const cells = new Float64Array(cellCount * laneCount);
  const centrals = plan.rules.map((rules) => centralFactors(rules, plan.draws));
  const selects = centralSelects(plan, state);
  const claims = newFastClaims(plan, state);
  const moving: MovedMembers | null = plan.ages.tables.some(({ movesTo }) => movesTo !== null)
    ? { persons: new Float64Array(cells.length), men: null }
    : null;
  const isCovered = plan.ages.covered.map((part) => (part > 0 ? 1 : 0));
  const changing = tiers.some(({ movesToClass }) => movesToClass !== null);
  const refundsWaiting = state.paidSinceJoining.length > 0;
  // Members whose claim moves them to another class in this period, by cell of that class.
  const arrivals = new Float64Array(changing ? cells.length : 0);
  const stays = new Float64Array(laneCount);
  const agedRatio = new Float64Array(laneCount);
  // Illness while waiting relative to the central factors, whatever the tier.
  const waitingRatio = new Float64Array(laneCount);
  // Of the class being advanced: members who are exposed to claims, by cohort.
  const exposures = new Float64Array(cohorts.length * laneCount);
  const weights = new Float64Array((tiers.length + 4) * cohorts.length);
  const sums = new Float64Array((tiers.length + 4) * laneCount);
  const rates = new Float64Array(cohorts.length);
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
    const exposed = expose(row);
    sumExposed(row, exposed);
    if (changing) changeClass(row, exposed);
    takeOutClaimants(row, exposed);
    if (refundsWaiting) fallIllWaiting(row);
    takeOutOthers(row);
    sumLeft(row);
    claims.report(row.k);
  }

  function countClass(k: number): void {
    for (let lane = 0; lane < laneCount; lane++) {
      now.members[lane] += classMembers[k * laneCount + lane];
      now.covered[lane] += now.classCovered[k * laneCount + lane];
    }
  }

  function stayOrEnter({ t, k, count, first }: Row): void {
    if (leavesByCohort(t)) {
      for (let c = 0; c < count; c++) leaveCohort(t, k, c, first + c * laneCount);
    } else {
      leaveAtStart(t, k);
      scale({ members: cells, first, count, lanes: laneCount }, stays);
    }
    for (let c = count - 1; c >= 0 && cohorts[c].joined === t; c--) {
      if (cohorts[c].from.kind === "joiners") enterJoiners(k, first + c * laneCount);
    }
  }

  /** Of the class's members, who leaves: first those whose debit failed, then who wants to; books both. */
  function leaveAtStart(t: number, k: number): void {
    for (let lane = 0; lane < laneCount; lane++) {
      const i = k * laneCount + lane;
      const failed = state.failed[t * laneCount + lane];
      const lapse = state.lapse[i];
      const defaulted = classMembers[i] * failed;
      const lapsed = classMembers[i] * (1 - failed) * lapse;
      now.defaulted[lane] += defaulted;
      now.lapsed[lane] += lapsed;
      now.leftByClass[i] += defaulted + lapsed;
      stays[lane] = (1 - failed) * (1 - lapse);
    }
  }

  /** Where some members' deposits are used up, or the debit that failed was before others joined. */
  function leavesByCohort(t: number): boolean {
    return deposits !== null || state.debitedIn[t] < t - 1;
  }

  /** The same of one cohort of a class. */
  function leaveCohort(t: number, k: number, c: number, first: number): void {
    const { joined } = cohorts[c];
    for (let lane = 0; lane < laneCount; lane++) {
      const i = k * laneCount + lane;
      const n = cells[first + lane];
      const drained = deposits?.drained[first + lane] ?? 0;
      const defaulted = n * (1 - (1 - failedPart(state, t, joined, lane)) * (1 - drained));
      const lapsed = (n - defaulted) * state.lapse[i];
      now.defaulted[lane] += defaulted;
      now.lapsed[lane] += lapsed;
      now.leftByClass[i] += defaulted + lapsed;
      cells[first + lane] = n - defaulted - lapsed;
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

  /** Members of the class's cohorts times what the select factor is relative to the central one: who is exposed to claims. */
  function expose({ t, count, first }: Row): Float64Array {
    for (let c = 0; c < count; c++) {
      const cell = first + c * laneCount;
      exposeCell(cells, cell, selectRatio(t, c, cell), exposures, c * laneCount);
    }
    return exposures;
  }

  /** Of who came from another pool it is the whole factor, by the time since they joined that one, on average. */
  function selectRatio(t: number, c: number, cell: number): Float64Array {
    const { joined, from } = cohorts[c];
    if (from.kind !== "aged") return selects[plan.periods[t].stage].ratios[t - joined];
    const { joinedOnAverage, rules } = state;
    const { select } = rules;
    const last = select.length - 1;
    for (let lane = 0; lane < laneCount; lane++)
      agedRatio[lane] = select[Math.min(t - joinedOnAverage[cell + lane], last)][lane];
    return agedRatio;
  }

  /** Sums over the class's members and those exposed: for the indices, and each tier's expected claims. */
  function sumExposed({ t, k, count, first }: Row, exposed: Float64Array): void {
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
    const ofClass = k * laneCount;
    sums.fill(0);
    weigh(cells, first, laneCount, { rows: 2, cells: count, of: weights }, sums);
    now.exposure.set(sums.subarray(0, laneCount), ofClass);
    now.incidence.set(sums.subarray(laneCount, 2 * laneCount), ofClass);
    tiers.forEach((_, i) => {
      weights.set(lumped.claim[i].subarray(at, at + count), (3 + i) * count);
    });
    const ofExposed = weights.subarray(2 * count);
    sums.fill(0);
    weigh(exposed, 0, laneCount, { rows: 1 + tiers.length, cells: count, of: ofExposed }, sums);
    now.selectIncidence.set(sums.subarray(0, laneCount), ofClass);
    tiers.forEach((_, i) => {
      claims.expected[i].set(sums.subarray((1 + i) * laneCount, (2 + i) * laneCount));
    });
  }

  /** Whose claim changes their class goes there when all classes are through. */
  function changeClass({ t, k, count, first }: Row, exposed: Float64Array): void {
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
  function takeOutClaimants({ t, k, count, first }: Row, exposed: Float64Array): void {
    const at = (t * classes.length + k) * cohorts.length;
    const ofClass = { members: cells, first, count, lanes: laneCount };
    for (const { tiers: ofIllness } of endingIllnesses) {
      if (!hasClaims(tiers[ofIllness[0]], k)) continue;
      rates.fill(0);
      for (const i of ofIllness) for (let c = 0; c < count; c++) rates[c] += lumped.claim[i][at + c];
      takeClaimants(ofClass, exposed, 0, rates, claims.ratios[ofIllness[0]], now.claimed);
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
      const ratio = selectRatio(t, c, cell);
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
    const ofClass = { members: cells, first, count, lanes: laneCount };
    const exits = { death: lumped.death, ageOut: lumped.ageOut, at };
    dieOrAgeOut(ofClass, exits, now.died, now.agedOut, moving?.persons ?? nobody);
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
    weights.set(isCovered.subarray(covered, covered + count), count);
    weights.set(lumped.weight.subarray(at, at + count), 2 * count);
    weights.set(lumped.meanAge.subarray(at, at + count), 3 * count);
    sums.fill(0, 0, 3 * laneCount);
    sums.set(now.ageSum, 3 * laneCount);
    weigh(cells, first, laneCount, { rows: 4, cells: count, of: weights }, sums);
    const ofClass = k * laneCount;
    classMembers.set(sums.subarray(0, laneCount), ofClass);
    now.classCovered.set(sums.subarray(laneCount, 2 * laneCount), ofClass);
    now.classWeights.set(sums.subarray(2 * laneCount, 3 * laneCount), ofClass);
    now.ageSum.set(sums.subarray(3 * laneCount, 4 * laneCount));
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

/** The select factors that the lumped cells contain, and each replication's relative to them; by periods since joining. */
interface CentralSelect {
  readonly central: readonly number[];
  readonly ratios: readonly Float64Array[];
}

/** By stage; those with one rule have one. */
function centralSelects(plan: PoolPlan, { stages }: State): CentralSelect[] {
  const known = new Map<readonly Float64Array[], CentralSelect>();
  return stages.map(({ select, common }) => {
    const ofRule = known.get(select) ?? centralSelect(common.select, plan, select);
    known.set(select, ofRule);
    return ofRule;
  });
}

function centralSelect(rule: SelectRule, plan: PoolPlan, factors: readonly Float64Array[]): CentralSelect {
  const centrals = factors.map((_, periods) =>
    selectFactor(rule, (periods + 0.5) / plan.periodsPerYear, (param) => central(param, plan.draws)),
  );
  const ratios = factors.map((of, periods) =>
    of.map((factor) => (centrals[periods] > 0 ? factor / centrals[periods] : 0)),
  );
  return { central: centrals, ratios };
}
