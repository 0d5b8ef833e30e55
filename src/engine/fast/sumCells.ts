import { copyNumbers, type FastCells, type Row } from "./fastCells.ts";
import { address } from "./kernel/arena.ts";

/**
 * Phase 3, the beginning: sums over the class's members and those exposed, for the indices and each tier's expected claims.
 *
 * @param central select factors that the lumped cells contain, by periods since joining
 */
export function sumExposed(cells: FastCells, { t, k, count, first }: Row, central: readonly number[]): void {
  const { plan, lumped, state, claims, weights, sums } = cells;
  const { cohorts, tiers, classes, ages } = plan;
  const { now, lanes } = state;
  const { kernel } = lanes.arena;
  const at = (t * classes.length + k) * cohorts.length;
  const covered = t * cohorts.length;
  for (let c = 0; c < count; c++) {
    const { joined, from } = cohorts[c];
    const incidence = lumped.incidence[at + c];
    weights[c] = ages.covered[covered + c];
    weights[count + c] = incidence;
    weights[2 * count + c] = incidence * (from.kind === "aged" ? 1 : central[t - joined]);
  }
  for (let i = 0; i < tiers.length; i++) copyNumbers(lumped.claim[i], at, weights, (3 + i) * count, count);
  sums.fill(0);
  kernel.weigh(address(cells.members, first), lanes.count, 2, count, address(weights), address(sums));
  const exposed = address(cells.ofClass.exposed);
  const ofExposed = address(weights, 2 * count);
  kernel.weigh(exposed, lanes.count, 1 + tiers.length, count, ofExposed, address(sums, 2 * lanes.count));
  takeSum(cells, 0, now.exposure, k);
  takeSum(cells, 1, now.incidence, k);
  takeSum(cells, 2, now.selectIncidence, k);
  for (let i = 0; i < tiers.length; i++) takeSum(cells, 3 + i, claims.expected[i], 0);
}

/** Phase 4, the end: sums over who is left at the period's end. */
export function sumLeft(cells: FastCells, { t, k, count, first }: Row): void {
  const { plan, lumped, state, weights, sums } = cells;
  const { cohorts, classes, ages } = plan;
  const { now, classMembers, lanes } = state;
  const at = (t * classes.length + k) * cohorts.length;
  const covered = t * cohorts.length;
  for (let c = 0; c < count; c++) {
    weights[c] = 1;
    weights[count + c] = ages.covered[covered + c] > 0 ? 1 : 0;
  }
  copyNumbers(lumped.weight, at, weights, 2 * count, count);
  copyNumbers(lumped.meanAge, at, weights, 3 * count, count);
  sums.fill(0, 0, 3 * lanes.count);
  copyNumbers(now.ageSum, 0, sums, 3 * lanes.count, lanes.count);
  const { kernel } = lanes.arena;
  kernel.weigh(address(cells.members, first), lanes.count, 4, count, address(weights), address(sums));
  takeSum(cells, 0, classMembers, k);
  takeSum(cells, 1, now.classCovered, k);
  takeSum(cells, 2, now.classWeights, k);
  takeSum(cells, 3, now.ageSum, 0);
}

/** A row of the sums becomes the `k`-th row of a total. */
function takeSum({ sums, state: { lanes } }: FastCells, row: number, into: Float64Array, k: number): void {
  copyNumbers(sums, row * lanes.count, into, k * lanes.count, lanes.count);
}
