import type { CentralFactors } from "../../plan/centralFactors.ts";
import { hasClaims } from "../../plan/claimProbability.ts";
import { power } from "../../random/power.ts";
import { claimFactors } from "../claimFactors.ts";
import type { CentralSelect } from "./centralSelects.ts";
import type { FastCells, Row } from "./fastCells.ts";
import { address } from "./kernel/arena.ts";

/** Phase 3's factors on the incidence of a class, by lane, relative to the central ones that the lumped cells contain. */
export function setClaimRatios(
  { plan, state, claims, ofClass }: FastCells,
  { t, k }: Row,
  { level, trend, tierLevels, relativeRisks }: CentralFactors,
): void {
  const growth = power(1 + trend, (t + 0.5) / plan.periodsPerYear);
  const common = relativeRisks[k] * level * growth;
  plan.tiers.forEach((tier, i) => {
    if (!hasClaims(tier, k)) return;
    claimFactors(state, t, k, i, claims.ratios[i]);
    divide(claims.ratios[i], common * tierLevels[i]);
  });
  if (state.paidSinceJoining.length === 0) return;
  // Of all tiers together: the level of each does not differ from its mean on average.
  claimFactors(state, t, k, null, ofClass.waitingRatio);
  divide(ofClass.waitingRatio, common);
}

/** Divides by what is contained already; 0 where that is nothing. */
function divide(ratios: Float64Array, contained: number): void {
  const factor = contained > 0 ? 1 / contained : 0;
  for (let lane = 0; lane < ratios.length; lane++) ratios[lane] *= factor;
}

/** Members times their select factors relative to the central ones: who is exposed to claims. */
export function expose(cells: FastCells, { t, count, first }: Row, { ratios }: CentralSelect): void {
  const { plan, state, members, ofClass } = cells;
  const { lanes } = state;
  const { selectRatios, selectRows, exposed } = ofClass;
  for (let c = 0; c < count; c++) {
    const { joined, from } = plan.cohorts[c];
    if (from.kind === "aged") selectAged(cells, t, selectRatios[c], first + c * lanes.count);
    else selectRatios[c] = ratios[t - joined];
    selectRows[c] = address(selectRatios[c]);
  }
  const { kernel } = lanes.arena;
  kernel.expose(address(members, first), count, lanes.count, address(selectRows), address(exposed));
}

/** Of who came from another pool: by the time since they joined that one, on average. */
function selectAged({ state }: FastCells, t: number, ratio: Float64Array, cell: number): void {
  const { joinedOnAverage, rules } = state;
  const { select } = rules;
  const last = select.length - 1;
  for (let lane = 0; lane < ratio.length; lane++)
    ratio[lane] = select[Math.min(t - joinedOnAverage[cell + lane], last)][lane];
}
