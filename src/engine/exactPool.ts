import { claimProbability, hasClaims } from "../plan/claimProbability.ts";
import { isInPool } from "../plan/cohorts.ts";
import type { EntryRisks } from "../plan/entryRisks.ts";
import type { PoolPlan } from "../plan/plan.ts";
import { openStream, type Stream } from "../random/streams.ts";
import { putOffCounts } from "./backlog.ts";
import { claimFactors } from "./claimFactors.ts";
import { drawClaims } from "./drawClaims.ts";
import { valueIn } from "./lanes.ts";
import { drawBinomial, drawMultinomial } from "./multinomial.ts";
import type { MovedMembers, Pool } from "./pool.ts";
import { failedPart, over, periodsSinceJoining, running, type State, selectAfter } from "./state.ts";

/** What is drawn in a period, each from a stream of its own, so that drawing more of one leaves the others as they were. */
const kinds = [
  "debits",
  "lapses",
  "joiners",
  "claims",
  "tiers",
  "delays",
  "deaths",
  "ageOuts",
  "waiting illness",
  "moves",
  "put off",
] as const;
type Kind = (typeof kinds)[number];

/** Stands for the risks of a cohort before there is one. */
const nothingYet: EntryRisks = {
  claim: [],
  incidence: new Float64Array(),
  death: new Float64Array(),
  ageOut: new Float64Array(),
  meanAge: new Float64Array(),
  weight: new Float64Array(),
};

/**
 * Members counted one by one in cells of class, cohort, age at joining and sex; who leaves, claims, dies or is approved
 * is a binomial number. The reference for the fast engine, and the engine of small pools.
 *
 * `cells[((lane * classes + class) * cohorts + cohort) * entries + entry]`; a period takes O(lanes (occupied cells) tiers):
 * cells without members are passed over, by a list of the others for each lane and class.
 *
 * @param risksOf as `entryRisksOf` gives it: the same for all copies of a pool
 */
export function newExactPool(
  plan: PoolPlan,
  state: State,
  risksOf: (t: number, c: number) => EntryRisks,
): Pool {
  const { classes, cohorts, tiers } = plan;
  const { entries, mixes } = plan.ages;
  const { lanes, now, classMembers } = state;
  const laneCount = lanes.count;
  const cellsPerClass = cohorts.length * entries.length;
  const cells = new Float64Array(laneCount * classes.length * cellsPerClass);
  // By lane and class: the cells (within the class) that may have members, ascending.
  const occupied = Array.from({ length: laneCount * classes.length }, (): number[] => []);
  const isListed = new Uint8Array(cells.length);
  const approvals = tiers.map(({ name }) => state.luck.claims(name));
  const purposeOf = kinds.map((kind) => state.luck.cells(kind));
  const tiersOf = classes.map((_, k) => tiers.flatMap((tier, i) => (hasClaims(tier, k) ? [i] : [])));
  const joinersOf = Int32Array.from(plan.periods, (_, t) =>
    cohorts.findIndex(({ joined, from }) => from.kind === "joiners" && joined === t),
  );
  // By class and tier: the factor on incidence in every lane.
  const factors = classes.map(() => tiers.map(() => new Float64Array(laneCount)));
  // Of the cohort being advanced: its risks, select factor, and factors on claim rates by tier; and the lane's claims so far.
  const rateFactors = new Float64Array(tiers.length);
  const waitingFactors = new Float64Array(tiers.length);
  let risks: EntryRisks = nothingYet;
  let select = 1;
  const claims = new Float64Array(tiers.length);
  const totals = new Float64Array(classes.length * cohorts.length * laneCount);
  const moving: MovedMembers | null = plan.ages.tables.some(({ movesTo }) => movesTo !== null)
    ? { persons: new Float64Array(totals.length), men: new Float64Array(totals.length) }
    : null;
  // Members whose claim moves them to another class in this period: lane, class, cell within it, how many.
  const arrivals: [number, number, number, number][] = [];
  // The streams of the lane and period being advanced, opened as they are needed.
  const luck: (Stream | undefined)[] = kinds.map(() => undefined);
  let lucky = { lane: 0, t: 0 };

  enterInitialMembers();
  return { advance, approve, cellMembers, moved: () => moving, takeOut, putIn, empty };

  function streamOf(kind: Kind): Stream {
    const i = kinds.indexOf(kind);
    const stream = luck[i] ?? openStream(lanes.claimsKey, lanes.first + lucky.lane, purposeOf[i], lucky.t);
    luck[i] = stream;
    return stream;
  }

  function drawLuck(lane: number, t: number): void {
    luck.fill(undefined);
    lucky = { lane, t };
  }

  function enterInitialMembers(): void {
    const initial = cohorts.findIndex(({ joined, from }) => from.kind === "joiners" && joined < 0);
    if (initial < 0) return;
    const purpose = state.luck.cells("initial members");
    for (let lane = 0; lane < laneCount; lane++) {
      state.joinedSoFar[lane] = Math.round(state.joinedSoFar[lane]);
      const stream = openStream(lanes.claimsKey, lanes.first + lane, purpose, 0);
      enter(lane, initial, state.joinedSoFar[lane], state.rules.portions, stream);
    }
  }

  /** Splits persons over classes; a closed group has its rows' own numbers. */
  function enter(lane: number, c: number, persons: number, parts: Float64Array, stream: Stream): void {
    const portions = classes.map((_, k) => parts[k * laneCount + lane]);
    const put = (k: number, ofClass: number) => enterClass(lane, c, k, ofClass, stream);
    if (plan.closedGroup)
      for (const [k, portion] of portions.entries()) put(k, Math.round(persons * portion));
    else drawMultinomial(stream, persons, portions, 1, put);
  }

  /** Splits persons of a class over ages and sexes. */
  function enterClass(lane: number, c: number, k: number, persons: number, stream: Stream): void {
    drawMultinomial(stream, persons, mixes[cohorts[c].mix], 1, (e, here) => {
      if (here > 0) add(lane, k, c * entries.length + e, here);
    });
    classMembers[k * laneCount + lane] += persons;
  }

  /** Adds persons to a cell of a class; later cohorts have later cells, so that the list mostly stays ascending by itself. */
  function add(lane: number, k: number, cell: number, persons: number): void {
    const list = occupied[lane * classes.length + k];
    const at = (lane * classes.length + k) * cellsPerClass + cell;
    if (!isListed[at]) {
      isListed[at] = 1;
      list.push(cell);
      if (list.length > 1 && list[list.length - 2] > cell) list.sort((a, b) => a - b);
    }
    cells[at] += persons;
  }

  function advance(t: number): void {
    moving?.persons.fill(0);
    moving?.men?.fill(0);
    classes.forEach((_, k) => {
      for (const i of tiersOf[k]) claimFactors(state, t, k, i, factors[k][i]);
    });
    for (let lane = 0; lane < laneCount; lane++) {
      if (state.status[lane] === running) advanceLane(t, lane);
      if (state.status[lane] !== over) reportClaims(t, lane);
    }
  }

  function advanceLane(t: number, lane: number): void {
    drawLuck(lane, t);
    claims.fill(0);
    const joining = joinersOf[t];
    for (let k = 0; k < classes.length; k++) leaveAtStart(t, lane, k);
    if (joining >= 0) enterJoiners(lane, joining);
    for (let k = 0; k < classes.length; k++) advanceClass(t, lane, k);
    changeClasses(t);
    for (let k = 0; k < classes.length; k++) {
      now.members[lane] += classMembers[k * laneCount + lane];
      now.covered[lane] += now.classCovered[k * laneCount + lane];
    }
  }

  function enterJoiners(lane: number, c: number): void {
    enter(lane, c, state.newcomers[lane], state.entering, streamOf("joiners"));
    for (let k = 0; k < classes.length; k++) {
      const persons = state.rejoiners[k * laneCount + lane];
      if (persons > 0) enterClass(lane, c, k, persons, streamOf("joiners"));
    }
  }

  /** First those whose debit failed or whose deposit is used up leave, then who wants to. */
  function leaveAtStart(t: number, lane: number, k: number): void {
    const ofClass = k * laneCount + lane;
    const lapse = state.lapse[ofClass];
    const first = (lane * classes.length + k) * cellsPerClass;
    for (const cell of occupied[lane * classes.length + k]) {
      const persons = cells[first + cell];
      const c = Math.floor(cell / entries.length);
      const failed = failedPart(state, t, cohorts[c].joined, lane);
      const out = failed + (1 - failed) * drainedOf(lane, k, c);
      const defaulted = drawBinomial(streamOf("debits"), persons, out);
      const lapsed = drawBinomial(streamOf("lapses"), persons - defaulted, lapse);
      cells[first + cell] -= defaulted + lapsed;
      classMembers[ofClass] -= defaulted + lapsed;
      now.defaulted[lane] += defaulted;
      now.lapsed[lane] += lapsed;
      now.leftByClass[ofClass] += defaulted + lapsed;
    }
  }

  function drainedOf(lane: number, k: number, c: number): number {
    if (!state.deposits) return 0;
    return state.deposits.drained[(k * cohorts.length + c) * laneCount + lane];
  }

  /** Claims, deaths and age-outs of a class, cohort by cohort; forgets the cells that are left empty. */
  function advanceClass(t: number, lane: number, k: number): void {
    const list = occupied[lane * classes.length + k];
    const first = (lane * classes.length + k) * cellsPerClass;
    let cohort = -1;
    let kept = 0;
    for (const cell of list) {
      const c = Math.floor(cell / entries.length);
      if (cells[first + cell] > 0 && isInPool(cohorts[c], t)) {
        if (c !== cohort) openCohort(t, lane, k, c);
        cohort = c;
        advanceCell(t, lane, k, c, cell);
      }
      if (cells[first + cell] > 0) list[kept++] = cell;
      else isListed[first + cell] = 0;
    }
    list.length = kept;
  }

  function openCohort(t: number, lane: number, k: number, c: number): void {
    const at = t * cohorts.length + c;
    risks = risksOf(t, c);
    select = selectOf(t, lane, k, c);
    const isRefunded = state.rules.common.refundsWaitingIllness;
    for (const i of tiersOf[k]) {
      const rate = factors[k][i][lane] * select;
      rateFactors[i] = rate * plan.ages.coveredByTier[i][at];
      waitingFactors[i] = isRefunded ? rate * (1 - plan.ages.coveredByTier[i][at]) : 0;
    }
  }

  /** By the time since joining; of who came from another pool, since joining that one, on average. */
  function selectOf(t: number, lane: number, k: number, c: number): number {
    return selectAfter(state, periodsSinceJoining(plan, state, t, k, c, lane), lane);
  }

  function advanceCell(t: number, lane: number, k: number, c: number, cell: number): void {
    const at = t * cohorts.length + c;
    const e = cell - c * entries.length;
    const place = (lane * classes.length + k) * cellsPerClass + cell;
    const ofClass = k * laneCount + lane;
    const persons = cells[place];
    const covered = plan.ages.covered[at];
    const incidence = persons * covered * risks.incidence[e];
    now.exposure[ofClass] += persons * covered;
    now.incidence[ofClass] += incidence;
    now.selectIncidence[ofClass] += incidence * select;
    const claimed = claim(lane, k, cell, e, persons);
    const ill = fallIllWaiting(lane, k, c, e, persons - claimed);
    const well = persons - claimed - ill;
    const died = drawBinomial(streamOf("deaths"), well, risks.death[e]);
    const agedOut = drawBinomial(streamOf("ageOuts"), well - died, risks.ageOut[e]);
    const left = well - died - agedOut;
    cells[place] = left;
    classMembers[ofClass] -= persons - left;
    now.died[lane] += died;
    if (agedOut > 0) moveOut(t, lane, k, c, e, agedOut);
    count(lane, k, left, covered, risks.meanAge[e], risks.weight[e]);
  }

  function count(
    lane: number,
    k: number,
    persons: number,
    covered: number,
    age: number,
    weight: number,
  ): void {
    now.ageSum[lane] += persons * age;
    now.classWeights[k * laneCount + lane] += persons * weight;
    if (covered > 0) now.classCovered[k * laneCount + lane] += persons;
  }

  /** Who reached the age limit leaves, or moves to another pool. */
  function moveOut(t: number, lane: number, k: number, c: number, e: number, agedOut: number): void {
    const { movesTo } = plan.ages.tables[plan.periods[t].stage];
    const isTaken = movesTo !== null && state.others[movesTo.pool]?.status[lane] === running;
    const moved = isTaken
      ? drawBinomial(streamOf("moves"), agedOut, valueIn(movesTo.portion, lanes, lane))
      : 0;
    now.agedOut[lane] += agedOut - moved;
    now.movedOut[lane] += moved;
    if (!moving) return;
    const cell = (k * cohorts.length + c) * laneCount + lane;
    moving.persons[cell] += moved;
    if (moving.men && entries[e].sex === 0) moving.men[cell] += moved;
  }

  /** Draws a cell's claims and returns how many end a membership or change its class. */
  function claim(lane: number, k: number, cell: number, e: number, persons: number): number {
    let total = 0;
    for (const tier of tiersOf[k]) total += rateFactors[tier] * risks.claim[tier][e];
    if (total === 0) return 0;
    if (plan.closedGroup) return claimOfRow(lane, k, persons, total);
    const probability = claimProbability(plan, total);
    let claimants = drawBinomial(streamOf("claims"), persons, probability);
    let gone = 0;
    let rest = total;
    for (const tier of tiersOf[k]) {
      const rate = rateFactors[tier] * risks.claim[tier][e];
      now.expectedAid[k * laneCount + lane] +=
        ((persons * probability * rate) / total) * state.amounts[tier][lane];
      const here = rate >= rest ? claimants : drawBinomial(streamOf("tiers"), claimants, rate / rest);
      claims[tier] += here;
      const { endsMembership, movesToClass } = tiers[tier];
      if (endsMembership) {
        now.claimed[lane] += here;
        gone += here;
      } else if (movesToClass !== null && movesToClass !== k && here > 0) {
        arrivals.push([lane, movesToClass, cell, here]);
        gone += here;
      }
      claimants -= here;
      rest -= rate;
    }
    return gone;
  }

  /** A row of a closed group has one tier, and a law of its own of how many claims a member has. */
  function claimOfRow(lane: number, k: number, persons: number, level: number): number {
    const [tier] = tiersOf[k];
    const law = state.rules.common.counts[tier];
    const here = drawClaims(law, persons, level, streamOf("claims"), (param) => valueIn(param, lanes, lane));
    const mean = law.kind === "atMostOne" ? claimProbability(plan, level) : level;
    now.expectedAid[k * laneCount + lane] += persons * mean * state.amounts[tier][lane];
    claims[tier] += here;
    if (!tiers[tier].endsMembership) return 0;
    const ending = Math.min(here, persons);
    now.claimed[lane] += ending;
    return ending;
  }

  /** Illness while waiting: contributions back, and out for good. */
  function fallIllWaiting(lane: number, k: number, c: number, e: number, persons: number): number {
    let total = 0;
    for (const tier of tiersOf[k]) total += waitingFactors[tier] * risks.claim[tier][e];
    if (total === 0) return 0;
    const ill = drawBinomial(streamOf("waiting illness"), persons, claimProbability(plan, total));
    now.waitingIll[lane] += ill;
    now.refunds[lane] += ill * state.paidSinceJoining[c * laneCount + lane];
    return ill;
  }

  /** Puts those whose claim changed their class into the cells of that class. */
  function changeClasses(t: number): void {
    for (const [lane, k, cell, persons] of arrivals) {
      const c = Math.floor(cell / entries.length);
      const { meanAge, weight } = risksOf(t, c);
      const e = cell - c * entries.length;
      add(lane, k, cell, persons);
      classMembers[k * laneCount + lane] += persons;
      count(lane, k, persons, plan.ages.covered[t * cohorts.length + c], meanAge[e], weight[e]);
    }
    arrivals.length = 0;
  }

  /** Draws when each of the lane's claims, and of those put off until now, will be due for approval. */
  function reportClaims(t: number, lane: number): void {
    if (state.status[lane] !== running) {
      if (state.backlog.length === 0) return;
      drawLuck(lane, t);
      claims.fill(0);
    }
    let delay: number[] | null = null;
    for (let tier = 0; tier < tiers.length; tier++) {
      const reported =
        state.backlog.length === 0
          ? claims[tier]
          : putOffCounts(state, tier, t, lane, claims[tier], streamOf("put off"));
      if (reported === 0) continue;
      delay ??= state.rules.delay.map((probabilities) => probabilities[lane]);
      drawMultinomial(streamOf("delays"), reported, delay, 1, (periods, due) => {
        if (t + periods < plan.periods.length) state.due[tier][(t + periods) * laneCount + lane] += due;
      });
    }
  }

  function approve(t: number): void {
    const { denied, granted } = state.rules;
    const decided = t + (state.rules.common.jury?.periods ?? 0);
    for (let tier = 0; tier < tiers.length; tier++) {
      for (let lane = 0; lane < laneCount; lane++) {
        const at = t * laneCount + lane;
        const due = state.due[tier][at];
        now.casesByTier[tier][lane] = state.granted[tier][at];
        if (due === 0) continue;
        const stream = openStream(lanes.claimsKey, lanes.first + lane, approvals[tier], t);
        const approved = drawBinomial(stream, due, 1 - denied[lane]);
        const later = granted ? drawBinomial(stream, due - approved, granted[lane]) : 0;
        if (granted && decided < plan.periods.length)
          state.granted[tier][decided * laneCount + lane] += later;
        // A jury that takes no time has granted some of these right now.
        now.casesByTier[tier][lane] = approved + state.granted[tier][at];
        if (state.status[lane] !== over) now.denied[lane] += due - approved - later;
      }
    }
  }

  function cellMembers(): Float64Array {
    totals.fill(0);
    for (let lane = 0; lane < laneCount; lane++) {
      for (let k = 0; k < classes.length; k++) {
        const first = (lane * classes.length + k) * cellsPerClass;
        for (const cell of occupied[lane * classes.length + k]) {
          const c = Math.floor(cell / entries.length);
          totals[(k * cohorts.length + c) * laneCount + lane] += cells[first + cell];
        }
      }
    }
    return totals;
  }

  function takeOut(lane: number, k: number, c: number): Float64Array {
    const first = (lane * classes.length + k) * cellsPerClass + c * entries.length;
    const persons = cells.slice(first, first + entries.length);
    cells.fill(0, first, first + entries.length);
    classMembers[k * laneCount + lane] -= persons.reduce((sum, here) => sum + here, 0);
    return persons;
  }

  function putIn(lane: number, k: number, c: number, persons: Float64Array): void {
    persons.forEach((here, e) => {
      if (here === 0) return;
      add(lane, k, c * entries.length + e, here);
      classMembers[k * laneCount + lane] += here;
    });
  }

  function empty(lane: number): void {
    for (let k = 0; k < classes.length; k++) {
      const first = (lane * classes.length + k) * cellsPerClass;
      occupied[lane * classes.length + k].length = 0;
      isListed.fill(0, first, first + cellsPerClass);
      cells.fill(0, first, first + cellsPerClass);
      classMembers[k * laneCount + lane] = 0;
    }
  }
}
