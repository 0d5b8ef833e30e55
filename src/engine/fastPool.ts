import { centralFactors } from "../plan/centralFactors.ts";
import { hasClaims } from "../plan/claimProbability.ts";
import { isInPool } from "../plan/cohorts.ts";
import { central } from "../plan/parameters.ts";
import type { LumpedCells, PoolPlan, SelectRule } from "../plan/plan.ts";
import { selectFactor } from "../plan/select.ts";
import { poissonQuantile } from "../random/poissonQuantile.ts";
import { power } from "../random/power.ts";
import { nextUniforms, openStreams } from "../random/streams.ts";
import { putOff, releaseBacklog } from "./backlog.ts";
import { claimFactors } from "./claimFactors.ts";
import { valueIn } from "./lanes.ts";
import type { MovedMembers, Pool } from "./pool.ts";
import { failedPart, over, running, type State, selectAfter } from "./state.ts";

/**
 * Members as expected numbers given the path of the shares; the claims approved are a Poisson total per tier, as the
 * claims of many members who rarely have one nearly are (Le Cam 1960; Barbour & Hall 1984).
 *
 * `cells` holds the members of each class and cohort, `cells[(class * cohorts + cohort) * lanes + lane]`. One step of
 * all cells is the program's innermost loop: O(cells tiers lanes), nothing allocated.
 */
export function newFastPool(plan: PoolPlan, lumped: LumpedCells, state: State): Pool {
  const { classes, cohorts, tiers } = plan;
  const { lanes, now, classMembers, deposits } = state;
  const { claimed, waitingIll, died, agedOut, movedOut, ageSum, exposure, incidence, selectIncidence } = now;
  const laneCount = lanes.count;
  const cells = new Float64Array(classes.length * cohorts.length * laneCount);
  const centrals = plan.rules.map((rules) => centralFactors(rules, plan.draws));
  const streams = tiers.map(({ name }) =>
    openStreams(lanes.claimsKey, lanes.first, laneCount, state.luck.claims(name)),
  );
  const selects = plan.rules.map((rules, r) => centralSelect(rules.select, plan, state.stages[r].select));
  const moving: MovedMembers | null = plan.ages.tables.some(({ movesTo }) => movesTo !== null)
    ? { persons: new Float64Array(cells.length), men: null }
    : null;
  const changing = tiers.some(({ movesToClass }) => movesToClass !== null);
  const refundsWaiting = state.paidSinceJoining.length > 0;
  // Members whose claim moves them to another class in this period, by cell of that class.
  const arrivals = new Float64Array(changing ? cells.length : 0);
  const uniforms = new Float64Array(laneCount);
  // Of the class being advanced: each tier's claim factor relative to the central one, and its claims before it.
  const ratios = tiers.map(() => new Float64Array(laneCount));
  const claims = tiers.map(() => new Float64Array(laneCount));
  // The same of illness while waiting, whatever the tier.
  const waitingRatio = new Float64Array(laneCount);
  // Expected claims of all classes by tier.
  const reported = tiers.map(() => new Float64Array(laneCount));
  const stays = new Float64Array(laneCount);
  // Of the cell being advanced.
  const exposed = new Float64Array(laneCount);
  const leaving = new Float64Array(laneCount);
  const changingClass = new Float64Array(laneCount);
  const agedRatio = new Float64Array(laneCount);

  enterInitialMembers();
  return { advance, approve, cellMembers: () => cells, moved: () => moving, takeOut, putIn, empty };

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
    for (const of of reported) of.fill(0);
    moving?.persons.fill(0);
    for (let k = 0; k < classes.length; k++) advanceClass(t, k);
    if (changing) changeClasses(t);
    for (let k = 0; k < classes.length; k++) countClass(k);
    spreadReports(t);
  }

  function advanceClass(t: number, k: number): void {
    if (!leavesByCohort(t)) leaveAtStart(t, k);
    relativeClaimFactors(t, k);
    for (const of of claims) of.fill(0);
    const members = classMembers.subarray(k * laneCount, (k + 1) * laneCount);
    members.fill(0);
    for (let c = 0; c < cohorts.length && cohorts[c].joined <= t; c++) {
      if (isInPool(cohorts[c], t)) advanceCell(t, k, c, members);
    }
    reportClaims(k);
  }

  function countClass(k: number): void {
    for (let lane = 0; lane < laneCount; lane++) {
      now.members[lane] += classMembers[k * laneCount + lane];
      now.covered[lane] += now.classCovered[k * laneCount + lane];
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

  function relativeClaimFactors(t: number, k: number): void {
    const { level, trend, tierLevels, relativeRisks } = centrals[plan.periods[t].stage];
    const growth = power(1 + trend, (t + 0.5) / plan.periodsPerYear);
    const common = relativeRisks[k] * level * growth;
    tiers.forEach((tier, i) => {
      if (!hasClaims(tier, k)) return;
      claimFactors(plan, state, t, k, i, ratios[i]);
      const contained = common * tierLevels[i];
      const scale = contained > 0 ? 1 / contained : 0;
      for (let lane = 0; lane < laneCount; lane++) ratios[i][lane] *= scale;
    });
    if (!refundsWaiting) return;
    // Of all tiers together: the level of each does not differ from its mean on average.
    claimFactors(plan, state, t, k, null, waitingRatio);
    const scale = common > 0 ? 1 / common : 0;
    for (let lane = 0; lane < laneCount; lane++) waitingRatio[lane] *= scale;
  }

  /** Leaving, joining, claims, deaths and age-outs of one cell. */
  function advanceCell(t: number, k: number, c: number, members: Float64Array): void {
    const cell = k * cohorts.length + c;
    const at = t * classes.length * cohorts.length + cell;
    const first = cell * laneCount;
    if (cohorts[c].joined === t && cohorts[c].from.kind === "joiners") enterJoiners(k, first);
    else if (leavesByCohort(t)) leaveCohort(t, k, c, first);
    else keepStayers(first);
    expose(t, k, c, at, first);
    for (let i = 0; i < tiers.length; i++) {
      const probability = lumped.claim[i][at];
      if (probability > 0) claimTier(i, probability, k, c);
    }
    const illness = lumped.waitingIllness[at];
    if (illness > 0) fallIllWaiting(c, first, illness);
    leave(t, k, c, at, first, members);
  }

  /** Who is exposed to claims, relative to the central select factor; counts it for the indices. */
  function expose(t: number, k: number, c: number, at: number, first: number): void {
    const { central, ratios } = selects[plan.periods[t].stage];
    const coveredPart = plan.ages.covered[t * cohorts.length + c];
    const tableIncidence = lumped.incidence[at];
    const ofClass = k * laneCount;
    const isAged = cohorts[c].from.kind === "aged";
    const periods = t - cohorts[c].joined;
    const ratio = isAged ? agedSelect(t, first) : ratios[periods];
    const selected = tableIncidence * (isAged ? 1 : central[periods]);
    for (let lane = 0; lane < laneCount; lane++) {
      const n = cells[first + lane];
      const exposedHere = n * ratio[lane];
      exposed[lane] = exposedHere;
      leaving[lane] = 0;
      changingClass[lane] = 0;
      exposure[ofClass + lane] += n * coveredPart;
      incidence[ofClass + lane] += n * tableIncidence;
      selectIncidence[ofClass + lane] += exposedHere * selected;
    }
  }

  /** The select factor of who came from another pool, by the time since they joined that one, on average. */
  function agedSelect(t: number, first: number): Float64Array {
    for (let lane = 0; lane < laneCount; lane++) {
      agedRatio[lane] = selectAfter(state, t - state.joinedOnAverage[first + lane], lane);
    }
    return agedRatio;
  }

  /** Of those who did not fall ill waiting: who claimed leaves, then deaths, then age-outs; what is left is counted as members. */
  function leave(t: number, k: number, c: number, at: number, first: number, members: Float64Array): void {
    const death = lumped.death[at];
    const ageOut = lumped.ageOut[at];
    const meanAge = lumped.meanAge[at];
    const weight = lumped.weight[at];
    const isCovered = plan.ages.covered[t * cohorts.length + c] > 0 ? 1 : 0;
    const ofClass = k * laneCount;
    for (let lane = 0; lane < laneCount; lane++) {
      const before = cells[first + lane];
      const changed = changingClass[lane];
      const claimedHere = leaving[lane] < before - changed ? leaving[lane] : before - changed;
      const n = before - claimedHere - changed;
      const diedHere = n * death;
      const agedOutHere = (n - diedHere) * ageOut;
      const left = n - diedHere - agedOutHere;
      claimed[lane] += claimedHere;
      died[lane] += diedHere;
      agedOut[lane] += agedOutHere;
      members[lane] += left;
      now.classCovered[ofClass + lane] += left * isCovered;
      now.classWeights[ofClass + lane] += left * weight;
      ageSum[lane] += left * meanAge;
      cells[first + lane] = left;
      if (moving) moving.persons[first + lane] = agedOutHere;
    }
    if (moving) moveOut(t, first);
  }

  /** Of those who reached the age limit, a part moves to another pool. */
  function moveOut(t: number, first: number): void {
    const { movesTo } = plan.ages.tables[plan.periods[t].stage];
    const taker = movesTo && state.others[movesTo.pool];
    for (let lane = 0; moving && lane < laneCount; lane++) {
      const isTaken = movesTo && taker?.status[lane] === running;
      const movedHere = moving.persons[first + lane] * (isTaken ? valueIn(movesTo.portion, lanes, lane) : 0);
      moving.persons[first + lane] = movedHere;
      agedOut[lane] -= movedHere;
      movedOut[lane] += movedHere;
    }
  }

  function enterJoiners(k: number, first: number): void {
    const { newcomers, entering, rejoiners } = state;
    for (let lane = 0; lane < laneCount; lane++) {
      const i = k * laneCount + lane;
      cells[first + lane] = newcomers[lane] * entering[i] + rejoiners[i];
    }
  }

  function keepStayers(first: number): void {
    for (let lane = 0; lane < laneCount; lane++) cells[first + lane] *= stays[lane];
  }

  function claimTier(i: number, probability: number, k: number, c: number): void {
    const expected = claims[i];
    const ratio = ratios[i];
    const { endsMembership, movesToClass } = tiers[i];
    for (let lane = 0; lane < laneCount; lane++) {
      const claimedHere = exposed[lane] * probability;
      expected[lane] += claimedHere;
      if (endsMembership) leaving[lane] += claimedHere * ratio[lane];
    }
    if (movesToClass === null || movesToClass === k) return;
    const to = (movesToClass * cohorts.length + c) * laneCount;
    const from = (k * cohorts.length + c) * laneCount;
    for (let lane = 0; lane < laneCount; lane++) {
      const most = cells[from + lane] - changingClass[lane];
      const changed = Math.min(most, exposed[lane] * probability * ratio[lane]);
      changingClass[lane] += changed;
      arrivals[to + lane] += changed;
    }
  }

  /** Illness while waiting: contributions back, and out for good. */
  function fallIllWaiting(c: number, first: number, probability: number): void {
    const { paidSinceJoining } = state;
    for (let lane = 0; lane < laneCount; lane++) {
      const others = Math.max(0, cells[first + lane] - changingClass[lane]);
      const ill = Math.min(others, exposed[lane] * probability * waitingRatio[lane]);
      cells[first + lane] -= ill;
      waitingIll[lane] += ill;
      now.refunds[lane] += ill * paidSinceJoining[c * laneCount + lane];
    }
  }

  /** Puts those whose claim changed their class into the cells of that class. */
  function changeClasses(t: number): void {
    for (let k = 0; k < classes.length; k++) {
      for (let c = 0; c < cohorts.length && cohorts[c].joined <= t; c++) {
        const first = (k * cohorts.length + c) * laneCount;
        for (let lane = 0; lane < laneCount; lane++) addMembers(lane, k, c, arrivals[first + lane], t);
        arrivals.fill(0, first, first + laneCount);
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
    ageSum[lane] += persons * lumped.meanAge[at];
  }

  /** Adds the class's expected claims to those of the others. */
  function reportClaims(k: number): void {
    const { amounts } = state;
    tiers.forEach((_, i) => {
      for (let lane = 0; lane < laneCount; lane++) {
        const expected = claims[i][lane] * ratios[i][lane];
        reported[i][lane] += expected;
        now.expectedAid[k * laneCount + lane] += expected * amounts[i][lane];
      }
    });
  }

  /** Spreads the period's claims, and those put off until now, over the periods in which they will be approved. */
  function spreadReports(t: number): void {
    const { delay } = state.rules;
    const last = Math.min(delay.length, plan.periods.length - t);
    for (let i = 0; i < tiers.length; i++) {
      putOff(state, i, t, reported[i]);
      releaseBacklog(state, i, t, reported[i]);
      for (let j = 0; j < last; j++) {
        const first = (t + j) * laneCount;
        for (let lane = 0; lane < laneCount; lane++) {
          state.due[i][first + lane] += reported[i][lane] * delay[j][lane];
        }
      }
    }
  }

  function approve(t: number): void {
    const { denied, granted } = state.rules;
    const decided = t + (state.rules.common.jury?.periods ?? 0);
    tiers.forEach((_, i) => {
      nextUniforms(streams[i], uniforms);
      for (let lane = 0; lane < laneCount; lane++) {
        const refused = state.due[i][t * laneCount + lane] * denied[lane];
        const later = granted ? refused * granted[lane] : 0;
        if (granted && decided < plan.periods.length) state.granted[i][decided * laneCount + lane] += later;
        const at = t * laneCount + lane;
        const mean = state.due[i][at] * (1 - denied[lane]) + state.granted[i][at];
        now.casesByTier[i][lane] = mean > 0 ? poissonQuantile(uniforms[lane], mean) : 0;
        if (state.status[lane] !== over) now.denied[lane] += refused - later;
      }
    });
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

/** The select factors that the lumped cells contain, and each replication's relative to them; by periods since joining. */
function centralSelect(
  rule: SelectRule,
  plan: PoolPlan,
  factors: readonly Float64Array[],
): { central: readonly number[]; ratios: readonly Float64Array[] } {
  const centrals = factors.map((_, periods) =>
    selectFactor(rule, (periods + 0.5) / plan.periodsPerYear, (param) => central(param, plan.draws)),
  );
  const ratios = factors.map((of, periods) =>
    of.map((factor) => (centrals[periods] > 0 ? factor / centrals[periods] : 0)),
  );
  return { central: centrals, ratios };
}
