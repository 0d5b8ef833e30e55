import { claimProbability, hasClaims } from "../../plan/claimProbability.ts";
import type { EntryRisks } from "../../plan/entryRisks.ts";
import { probabilityPerHazard } from "../../plan/hazard.ts";
import type { PoolPlan } from "../../plan/plan.ts";
import { claimFactors } from "../claimFactors.ts";
import { drawClaims } from "../drawClaims.ts";
import { valueIn } from "../lanes.ts";
import { drawBinomial } from "../multinomial.ts";
import type { State } from "../state.ts";
import type { Stretch } from "./cellList.ts";
import { streamOf, sweep } from "./clock.ts";
import type { ExactClocks } from "./exactClocks.ts";

/** A cohort of a lane's class in a period. */
export interface CohortRow {
  readonly cells: Stretch;
  readonly t: number;
  readonly lane: number;
  readonly k: number;
  readonly c: number;
  readonly risks: EntryRisks;
  readonly select: number;
}

/** Who is moved to another class by a claim. */
export interface Arrival {
  readonly k: number;
  readonly cell: number;
  readonly persons: number;
}

/** Who falls ill in an exact pool: who has a claim, and who is ill before cover starts. */
export interface ExactIllness {
  /** Claims of the lane being advanced, by tier, and whom they move to another class. */
  readonly claims: Float64Array;
  readonly arrivals: Arrival[];
  /** Turns to a period: works out the factors on incidence in all lanes. */
  openPeriod(t: number): void;
  openLane(): void;
  /** Draws a cohort's claims and illness while waiting, and takes out whom they take out of the class. */
  fallIll(row: CohortRow): void;
}

export function newExactIllness(plan: PoolPlan, state: State, clocks: ExactClocks): ExactIllness {
  const { classes, cohorts, tiers, ages, periodsPerYear } = plan;
  const { lanes, now, amounts } = state;
  const { count } = lanes;
  const claims = new Float64Array(tiers.length);
  const arrivals: Arrival[] = [];
  const tiersOf = classes.map((_, k) => tiers.flatMap((tier, i) => (hasClaims(tier, k) ? [i] : [])));
  // By class and tier: the factor on incidence in every lane.
  const factors = classes.map(() => tiers.map(() => new Float64Array(count)));
  // Of the cohort being advanced, by tier: what takes a claim rate to a hazard, and to the aid that goes with it.
  const hazardFactors = new Float64Array(tiers.length);
  const aidFactors = new Float64Array(tiers.length);
  // By entry: the hazard of illness.
  const hazards = new Float64Array(ages.entries.length);
  let row: CohortRow;
  return { claims, arrivals, openPeriod, openLane, fallIll };

  function openPeriod(t: number): void {
    classes.forEach((_, k) => {
      for (const tier of tiersOf[k]) claimFactors(state, t, k, tier, factors[k][tier]);
    });
  }

  function openLane(): void {
    claims.fill(0);
    arrivals.length = 0;
  }

  function fallIll(of: CohortRow): void {
    row = of;
    if (plan.closedGroup) claimOfGroup();
    else claim();
    if (state.rules.common.refundsWaitingIllness) fallIllWaiting();
  }

  function claim(): void {
    setFactors((covered) => covered);
    now.expectedAid[row.k * count + row.lane] += setHazards();
    sweep(clocks.claims, row.cells, hazards, takeClaimants);
  }

  /** Works out what takes a claim rate to the hazard of a period, of which a part counts that depends on the part covered. */
  function setFactors(partOf: (covered: number) => number): void {
    const { t, lane, k, c, select } = row;
    for (const tier of tiersOf[k]) {
      const part = partOf(ages.coveredByTier[tier][t * cohorts.length + c]);
      hazardFactors[tier] = (factors[k][tier][lane] * select * part) / periodsPerYear;
      aidFactors[tier] = hazardFactors[tier] * amounts[tier][lane];
    }
  }

  /** Works out the hazards of the entries that have members; returns the aid that these may expect. */
  function setHazards(): number {
    const { list, from, to, first } = row.cells;
    const { cells, persons } = list;
    const { claim: rates } = row.risks;
    const ofClass = tiersOf[row.k];
    let expected = 0;
    for (let i = from; i < to; i++) {
      const e = cells[i] - first;
      let hazard = 0;
      let aid = 0;
      for (let j = 0; j < ofClass.length; j++) {
        const rate = rates[ofClass[j]][e];
        hazard += rate * hazardFactors[ofClass[j]];
        aid += rate * aidFactors[ofClass[j]];
      }
      hazards[e] = hazard;
      expected += persons[i] * probabilityPerHazard(hazard) * aid;
    }
    return expected;
  }

  /** Of a cell's claimants: which claims they have, and who is no longer a member of the class. */
  function takeClaimants(place: number, claimants: number): void {
    const { lane, k, risks } = row;
    const { list, first } = row.cells;
    const cell = list.cells[place];
    let [left, rest] = [claimants, hazards[cell - first]];
    for (const tier of tiersOf[k]) {
      const hazard = hazardFactors[tier] * risks.claim[tier][cell - first];
      const here = hazard >= rest ? left : drawBinomial(streamOf(clocks.tiers), left, hazard / rest);
      left -= here;
      rest -= hazard;
      claims[tier] += here;
      const { endsMembership, movesToClass } = tiers[tier];
      const moves = !endsMembership && movesToClass !== null && movesToClass !== k && here > 0;
      if (endsMembership) now.claimed[lane] += here;
      if (moves) arrivals.push({ k: movesToClass, cell, persons: here });
      if (endsMembership || moves) list.persons[place] -= here;
    }
  }

  /** A row of a closed group has one tier and no ages, and a law of its own of how many claims a member has. */
  function claimOfGroup(): void {
    const { t, lane, k, c, select } = row;
    const { list, from } = row.cells;
    const [tier] = tiersOf[k];
    if (tier === undefined) return;
    const level = factors[k][tier][lane] * select * ages.coveredByTier[tier][t * cohorts.length + c];
    if (level === 0) return;
    const persons = list.persons[from];
    const law = state.rules.common.counts[tier];
    const stream = streamOf(clocks.claims);
    const here = drawClaims(law, persons, level, stream, (param) => valueIn(param, lanes, lane));
    const mean = law.kind === "atMostOne" ? claimProbability(plan, level) : level;
    now.expectedAid[k * count + lane] += persons * mean * amounts[tier][lane];
    claims[tier] += here;
    if (!tiers[tier].endsMembership) return;
    const ending = Math.min(here, persons);
    now.claimed[lane] += ending;
    list.persons[from] -= ending;
  }

  /** Illness while waiting: contributions back, and out for good. */
  function fallIllWaiting(): void {
    setFactors((covered) => 1 - covered);
    setHazards();
    sweep(clocks["waiting illness"], row.cells, hazards, takeIll);
  }

  function takeIll(place: number, ill: number): void {
    const { cells, lane, c } = row;
    cells.list.persons[place] -= ill;
    now.waitingIll[lane] += ill;
    now.refunds[lane] += ill * state.paidSinceJoining[c * count + lane];
  }
}
