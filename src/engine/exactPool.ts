import { claimProbability, hasClaims } from "../plan/claimProbability.ts";
import { type EntryRisks, entryRisksOf } from "../plan/entryRisks.ts";
import type { Plan } from "../plan/plan.ts";
import { purposes } from "../random/purpose.ts";
import { openStream, type Stream } from "../random/streams.ts";
import { meanAmounts } from "./amounts.ts";
import { claimFactors } from "./claimFactors.ts";
import { drawBinomial, drawMultinomial } from "./multinomial.ts";
import type { Pool } from "./pool.ts";
import { running, type State } from "./state.ts";

/** What is drawn in a period, each from a stream of its own, so that drawing more of one leaves the others as they were. */
const kinds = ["debits", "lapses", "joiners", "claims", "tiers", "delays", "deaths", "ageOuts"] as const;
type Kind = (typeof kinds)[number];

/**
 * Members counted one by one in cells of class, cohort, age at joining and sex; who leaves, claims, dies or is approved
 * is a binomial number. The reference for the fast engine, and the engine of small pools.
 *
 * `cells[((lane * classes + class) * cohorts + cohort) * entries + entry]`; O(lanes cells tiers) a period.
 */
export function newExactPool(plan: Plan, state: State): Pool {
  const { classes, cohorts, tiers } = plan;
  const { entries, mixes } = plan.ages;
  const { lanes, now, classMembers } = state;
  const laneCount = lanes.count;
  const cellsPerClass = cohorts.length * entries.length;
  const cells = new Float64Array(laneCount * classes.length * cellsPerClass);
  const amounts = meanAmounts(plan, lanes);
  const approvals = tiers.map(({ name }) => purposes.claims(name));
  const purposeOf = kinds.map((kind) => purposes.cells(kind));
  const tiersOf = classes.map((_, k) => tiers.flatMap((tier, i) => (hasClaims(tier, k) ? [i] : [])));
  // By class and tier: the factor on incidence in every lane.
  const factors = classes.map(() => tiers.map(() => new Float64Array(laneCount)));
  const risksOf = entryRisksOf(plan);
  // By tier: the factor on the claim rates of the cohort being advanced, and the claims of the lane so far.
  const rateFactors = new Float64Array(tiers.length);
  const claims = new Float64Array(tiers.length);
  let luck: readonly Stream[] = [];

  enterInitialMembers();
  return { advance, approve, empty, membersOfCohorts };

  function streamOf(kind: Kind): Stream {
    return luck[kinds.indexOf(kind)];
  }

  function drawLuck(lane: number, t: number): void {
    luck = purposeOf.map((of) => openStream(lanes.key, lanes.first + lane, of, t));
  }

  function enterInitialMembers(): void {
    if (cohorts.length === 0 || cohorts[0].joined >= 0) return;
    const initialMembers = purposes.cells("initial members");
    for (let lane = 0; lane < laneCount; lane++) {
      state.joinedSoFar[lane] = Math.round(state.joinedSoFar[lane]);
      const stream = openStream(lanes.key, lanes.first + lane, initialMembers, 0);
      enter(lane, 0, state.joinedSoFar[lane], stream);
    }
  }

  /** Splits persons over classes; a closed group has its rows' own numbers. */
  function enter(lane: number, c: number, persons: number, stream: Stream): void {
    const portions = classes.map((_, k) => state.rules.portions[k * laneCount + lane]);
    const put = (k: number, ofClass: number) => enterClass(lane, c, k, ofClass, stream);
    if (plan.closedGroup)
      for (const [k, portion] of portions.entries()) put(k, Math.round(persons * portion));
    else drawMultinomial(stream, persons, portions, 1, put);
  }

  /** Splits persons of a class over ages and sexes. */
  function enterClass(lane: number, c: number, k: number, persons: number, stream: Stream): void {
    const first = (lane * classes.length + k) * cellsPerClass + c * entries.length;
    drawMultinomial(stream, persons, mixes[cohorts[c].stage], 1, (e, here) => {
      cells[first + e] = here;
    });
    classMembers[k * laneCount + lane] += persons;
  }

  function advance(t: number): void {
    classes.forEach((_, k) => {
      for (const i of tiersOf[k]) claimFactors(plan, state, t, k, i, factors[k][i]);
    });
    for (let lane = 0; lane < laneCount; lane++) if (state.status[lane] === running) advanceLane(t, lane);
  }

  function advanceLane(t: number, lane: number): void {
    drawLuck(lane, t);
    claims.fill(0);
    const joining = cohorts.findIndex(({ joined }) => joined === t);
    for (let k = 0; k < classes.length; k++) leaveAtStart(t, lane, k);
    if (joining >= 0) enter(lane, joining, now.joiners[lane], streamOf("joiners"));
    for (let k = 0; k < classes.length; k++) {
      for (let c = 0; c < cohorts.length && cohorts[c].joined <= t; c++) {
        advanceCohort(t, lane, k, c);
      }
      now.members[lane] += classMembers[k * laneCount + lane];
    }
    reportClaims(t, lane);
  }

  /** First those whose debit failed leave, then who wants to. */
  function leaveAtStart(t: number, lane: number, k: number): void {
    const ofClass = k * laneCount + lane;
    const failed = state.failed[t * laneCount + lane];
    const lapse = state.lapse[ofClass];
    const first = (lane * classes.length + k) * cellsPerClass;
    for (let cell = first; cell < first + cellsPerClass; cell++) {
      const defaulted = drawBinomial(streamOf("debits"), cells[cell], failed);
      const lapsed = drawBinomial(streamOf("lapses"), cells[cell] - defaulted, lapse);
      cells[cell] -= defaulted + lapsed;
      classMembers[ofClass] -= defaulted + lapsed;
      now.defaulted[lane] += defaulted;
      now.lapsed[lane] += lapsed;
    }
  }

  /** Claims, deaths and age-outs of the cells of one class and cohort. */
  function advanceCohort(t: number, lane: number, k: number, c: number): void {
    const at = t * cohorts.length + c;
    const ofClass = k * laneCount + lane;
    const risks = risksOf(t, c);
    const covered = plan.ages.covered[at];
    const select = state.rules.select[t - cohorts[c].joined][lane];
    for (const i of tiersOf[k])
      rateFactors[i] = factors[k][i][lane] * select * plan.ages.coveredByTier[i][at];
    const first = (lane * classes.length + k) * cellsPerClass + c * entries.length;
    for (let e = 0; e < entries.length; e++) {
      const persons = cells[first + e];
      if (persons === 0) continue;
      const incidence = persons * covered * risks.incidence[e];
      now.exposure[ofClass] += persons * covered;
      now.incidence[ofClass] += incidence;
      now.selectIncidence[ofClass] += incidence * select;
      const claimed = claim(lane, k, e, persons, risks);
      const died = drawBinomial(streamOf("deaths"), persons - claimed, risks.death[e]);
      const agedOut = drawBinomial(streamOf("ageOuts"), persons - claimed - died, risks.ageOut[e]);
      const left = persons - claimed - died - agedOut;
      cells[first + e] = left;
      classMembers[ofClass] -= claimed + died + agedOut;
      now.claimed[lane] += claimed;
      now.died[lane] += died;
      now.agedOut[lane] += agedOut;
      now.ageSum[lane] += left * risks.meanAge[e];
      if (covered > 0) now.covered[lane] += left;
    }
  }

  /** Draws a cell's claims, at most one a member, and returns how many end a membership. */
  function claim(lane: number, k: number, e: number, persons: number, risks: EntryRisks): number {
    let total = 0;
    for (const tier of tiersOf[k]) total += rateFactors[tier] * risks.claim[tier][e];
    if (total === 0) return 0;
    const probability = claimProbability(plan, total);
    let claimants = drawBinomial(streamOf("claims"), persons, probability);
    let ending = 0;
    let rest = total;
    for (const tier of tiersOf[k]) {
      const rate = rateFactors[tier] * risks.claim[tier][e];
      now.expectedAid[k * laneCount + lane] += ((persons * probability * rate) / total) * amounts[tier][lane];
      const here = rate >= rest ? claimants : drawBinomial(streamOf("tiers"), claimants, rate / rest);
      claims[tier] += here;
      if (tiers[tier].endsMembership) ending += here;
      claimants -= here;
      rest -= rate;
    }
    return ending;
  }

  /** Draws when each of the lane's claims will be due for approval. */
  function reportClaims(t: number, lane: number): void {
    const delay = state.rules.delay.map((probabilities) => probabilities[lane]);
    for (let tier = 0; tier < tiers.length; tier++) {
      if (claims[tier] === 0) continue;
      drawMultinomial(streamOf("delays"), claims[tier], delay, 1, (periods, due) => {
        if (t + periods < plan.periods.length) state.due[tier][(t + periods) * laneCount + lane] += due;
      });
    }
  }

  function approve(t: number): void {
    for (let tier = 0; tier < tiers.length; tier++) {
      for (let lane = 0; lane < laneCount; lane++) {
        const stream = openStream(lanes.key, lanes.first + lane, approvals[tier], t);
        const due = state.due[tier][t * laneCount + lane];
        now.casesByTier[tier][lane] = drawBinomial(stream, due, 1 - state.rules.denied[lane]);
      }
    }
  }

  function empty(lane: number): void {
    cells.fill(0, lane * classes.length * cellsPerClass, (lane + 1) * classes.length * cellsPerClass);
    for (let i = lane; i < classMembers.length; i += laneCount) classMembers[i] = 0;
  }

  function membersOfCohorts(cohortCount: number, out: Float64Array): void {
    out.fill(0);
    for (let lane = 0; lane < laneCount; lane++) {
      for (let k = 0; k < classes.length; k++) {
        const first = (lane * classes.length + k) * cellsPerClass;
        for (let cell = first; cell < first + cohortCount * entries.length; cell++) out[lane] += cells[cell];
      }
    }
  }
}
