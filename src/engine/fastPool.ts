import { centralFactors } from "../plan/centralFactors.ts";
import { hasClaims } from "../plan/claimProbability.ts";
import { central } from "../plan/parameters.ts";
import type { LumpedCells, Plan, SelectRule } from "../plan/plan.ts";
import { selectFactor } from "../plan/select.ts";
import { poissonQuantile } from "../random/poissonQuantile.ts";
import { power } from "../random/power.ts";
import { purposes } from "../random/purpose.ts";
import { nextUniforms, openStreams } from "../random/streams.ts";
import { meanAmounts } from "./amounts.ts";
import { claimFactors } from "./claimFactors.ts";
import type { Pool } from "./pool.ts";
import type { State } from "./state.ts";

/**
 * Members as expected numbers given the path of the shares; the claims approved are a Poisson total per tier, as the
 * claims of many members who rarely have one nearly are (Le Cam 1960; Barbour & Hall 1984).
 *
 * `cells` holds the members of each class and cohort, `cells[(class * cohorts + cohort) * lanes + lane]`. One step of
 * all cells is the program's innermost loop: O(cells tiers lanes), nothing allocated.
 */
export function newFastPool(plan: Plan, lumped: LumpedCells, state: State): Pool {
  const { classes, cohorts, tiers } = plan;
  const { lanes, now, classMembers } = state;
  const { claimed, died, agedOut, covered, ageSum, exposure, incidence, selectIncidence } = now;
  const laneCount = lanes.count;
  const cells = new Float64Array(classes.length * cohorts.length * laneCount);
  const centrals = plan.rules.map((rules) => centralFactors(rules, plan.draws));
  const amounts = meanAmounts(plan, lanes);
  const streams = tiers.map(({ name }) =>
    openStreams(lanes.key, lanes.first, laneCount, purposes.claims(name)),
  );
  const selects = plan.rules.map((rules, r) => centralSelect(rules.select, plan, state.stages[r].select));
  const uniforms = new Float64Array(laneCount);
  // Of the class being advanced: each tier's claim factor relative to the central one, and its claims before it.
  const ratios = tiers.map(() => new Float64Array(laneCount));
  const claims = tiers.map(() => new Float64Array(laneCount));
  // Expected claims of all classes by tier.
  const reported = tiers.map(() => new Float64Array(laneCount));
  const stays = new Float64Array(laneCount);
  // Of the cell being advanced.
  const exposed = new Float64Array(laneCount);
  const leaving = new Float64Array(laneCount);

  enterInitialMembers();
  return { advance, approve, empty, membersOfCohorts };

  function enterInitialMembers(): void {
    const hasInitial = cohorts.length > 0 && cohorts[0].joined < 0;
    for (let k = 0; hasInitial && k < classes.length; k++) {
      for (let lane = 0; lane < laneCount; lane++) {
        const members = state.joinedSoFar[lane] * state.rules.portions[k * laneCount + lane];
        cells[k * cohorts.length * laneCount + lane] = members;
        classMembers[k * laneCount + lane] = members;
      }
    }
  }

  function advance(t: number): void {
    for (const of of reported) of.fill(0);
    for (let k = 0; k < classes.length; k++) advanceClass(t, k);
    spreadReports(t);
  }

  function advanceClass(t: number, k: number): void {
    leaveAtStart(t, k);
    relativeClaimFactors(t, k);
    for (const of of claims) of.fill(0);
    const members = classMembers.subarray(k * laneCount, (k + 1) * laneCount);
    members.fill(0);
    for (let c = 0; c < cohorts.length && cohorts[c].joined <= t; c++) advanceCell(t, k, c, members);
    for (let lane = 0; lane < laneCount; lane++) now.members[lane] += members[lane];
    reportClaims(k);
  }

  /** Of the class's members, who leaves: first those whose debit failed, then who wants to; books both. */
  function leaveAtStart(t: number, k: number): void {
    for (let lane = 0; lane < laneCount; lane++) {
      const i = k * laneCount + lane;
      const failed = state.failed[t * laneCount + lane];
      const lapse = state.lapse[i];
      now.defaulted[lane] += classMembers[i] * failed;
      now.lapsed[lane] += classMembers[i] * (1 - failed) * lapse;
      stays[lane] = (1 - failed) * (1 - lapse);
    }
  }

  function relativeClaimFactors(t: number, k: number): void {
    const { level, trend, tierLevels, relativeRisks } = centrals[plan.periods[t].stage];
    const growth = power(1 + trend, (t + 0.5) / plan.periodsPerYear);
    tiers.forEach((tier, i) => {
      if (!hasClaims(tier, k)) return;
      claimFactors(plan, state, t, k, i, ratios[i]);
      const contained = relativeRisks[k] * tierLevels[i] * level * growth;
      const scale = contained > 0 ? 1 / contained : 0;
      for (let lane = 0; lane < laneCount; lane++) ratios[i][lane] *= scale;
    });
  }

  /** Leaving, joining, claims, deaths and age-outs of one cell. */
  function advanceCell(t: number, k: number, c: number, members: Float64Array): void {
    const cell = k * cohorts.length + c;
    const at = t * classes.length * cohorts.length + cell;
    const first = cell * laneCount;
    if (cohorts[c].joined === t) enterJoiners(k, first);
    else keepStayers(first);
    expose(t, k, c, at, first);
    for (let i = 0; i < tiers.length; i++) {
      const probability = lumped.claim[i][at];
      if (probability > 0) claimTier(i, probability);
    }
    leave(t, c, at, first, members);
  }

  /** Who is exposed to claims, relative to the central select factor; counts it for the indices. */
  function expose(t: number, k: number, c: number, at: number, first: number): void {
    const { central, ratios } = selects[plan.periods[t].stage];
    const periods = t - cohorts[c].joined;
    const ratio = ratios[periods];
    const coveredPart = plan.ages.covered[t * cohorts.length + c];
    const tableIncidence = lumped.incidence[at];
    const selected = tableIncidence * central[periods];
    const ofClass = k * laneCount;
    for (let lane = 0; lane < laneCount; lane++) {
      const n = cells[first + lane];
      const exposedHere = n * ratio[lane];
      exposed[lane] = exposedHere;
      leaving[lane] = 0;
      exposure[ofClass + lane] += n * coveredPart;
      incidence[ofClass + lane] += n * tableIncidence;
      selectIncidence[ofClass + lane] += exposedHere * selected;
    }
  }

  /** Those who claimed leave, then deaths, then age-outs; what is left is counted as members. */
  function leave(t: number, c: number, at: number, first: number, members: Float64Array): void {
    const death = lumped.death[at];
    const ageOut = lumped.ageOut[at];
    const meanAge = lumped.meanAge[at];
    const isCovered = plan.ages.covered[t * cohorts.length + c] > 0 ? 1 : 0;
    for (let lane = 0; lane < laneCount; lane++) {
      const n = cells[first + lane];
      const claimedHere = leaving[lane] < n ? leaving[lane] : n;
      const diedHere = (n - claimedHere) * death;
      const agedOutHere = (n - claimedHere - diedHere) * ageOut;
      const left = n - claimedHere - diedHere - agedOutHere;
      claimed[lane] += claimedHere;
      died[lane] += diedHere;
      agedOut[lane] += agedOutHere;
      members[lane] += left;
      covered[lane] += left * isCovered;
      ageSum[lane] += left * meanAge;
      cells[first + lane] = left;
    }
  }

  function enterJoiners(k: number, first: number): void {
    const { portions } = state.rules;
    for (let lane = 0; lane < laneCount; lane++) {
      cells[first + lane] = now.joiners[lane] * portions[k * laneCount + lane];
    }
  }

  function keepStayers(first: number): void {
    for (let lane = 0; lane < laneCount; lane++) cells[first + lane] *= stays[lane];
  }

  function claimTier(i: number, probability: number): void {
    const expected = claims[i];
    const ratio = ratios[i];
    const ends = tiers[i].endsMembership;
    for (let lane = 0; lane < laneCount; lane++) {
      const claimedHere = exposed[lane] * probability;
      expected[lane] += claimedHere;
      if (ends) leaving[lane] += claimedHere * ratio[lane];
    }
  }

  /** Adds the class's expected claims to those of the others. */
  function reportClaims(k: number): void {
    tiers.forEach((_, i) => {
      for (let lane = 0; lane < laneCount; lane++) {
        const expected = claims[i][lane] * ratios[i][lane];
        reported[i][lane] += expected;
        now.expectedAid[k * laneCount + lane] += expected * amounts[i][lane];
      }
    });
  }

  /** Spreads the period's claims over the periods in which they will be approved. */
  function spreadReports(t: number): void {
    const { delay } = state.rules;
    const last = Math.min(delay.length, plan.periods.length - t);
    for (let i = 0; i < tiers.length; i++) {
      for (let j = 0; j < last; j++) {
        const first = (t + j) * laneCount;
        for (let lane = 0; lane < laneCount; lane++) {
          state.due[i][first + lane] += reported[i][lane] * delay[j][lane];
        }
      }
    }
  }

  function approve(t: number): void {
    const { denied } = state.rules;
    tiers.forEach((_, i) => {
      nextUniforms(streams[i], uniforms);
      for (let lane = 0; lane < laneCount; lane++) {
        const mean = state.due[i][t * laneCount + lane] * (1 - denied[lane]);
        now.casesByTier[i][lane] = mean > 0 ? poissonQuantile(uniforms[lane], mean) : 0;
      }
    });
  }

  function empty(lane: number): void {
    for (let i = lane; i < cells.length; i += laneCount) cells[i] = 0;
    for (let i = lane; i < classMembers.length; i += laneCount) classMembers[i] = 0;
  }

  function membersOfCohorts(count: number, out: Float64Array): void {
    out.fill(0);
    for (let k = 0; k < classes.length; k++) {
      for (let c = 0; c < count; c++) {
        const first = (k * cohorts.length + c) * laneCount;
        for (let lane = 0; lane < laneCount; lane++) out[lane] += cells[first + lane];
      }
    }
  }
}

/** The select factors that the lumped cells contain, and each replication's relative to them; by periods since joining. */
function centralSelect(
  rule: SelectRule,
  plan: Plan,
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
