import type { Estimate } from "./figure.ts";
import { blockWidening, type Sampling } from "./standardError.ts";

/**
 * Probability of running beyond each period: Kaplan & Meier's estimate (1958, JASA 53:457), S(t) = product of 1 - d / r over
 * periods up to t, with d plans ended in the period of r that ran in it. A plan that had not ended in its last running
 * period is censored after it, as all are at the horizon.
 *
 * Standard errors of independent replications are Greenwood's, S sqrt(sum of d / (r (r - d))); of clustered ones those of
 * Ying & Wei (1994, Journal of Multivariate Analysis 50:17), where the replications of a block may depend on each other in any way:
 * S sqrt(B / (B - 1) sum over the B blocks of (sum of what its replications add to log S)²), times `blockWidening(B)`. Without censoring that is
 * the cluster-robust error of a portion (`standardError`). O(replications), clustered times periods.
 *
 * @param lastRunning the last period in which each plan ran
 * @param endings index into `endingCauses`; 0: did not end
 * @example of 8 plans, of which one ends in period 0 and two in period 1: 7/8, then 5/8 with se sqrt(5 x 3 / 8³).
 */
export function kaplanMeier(
  lastRunning: Int32Array,
  endings: Uint8Array,
  periods: number,
  sampling: Sampling,
): Estimate[] {
  const table = lifeTable(lastRunning, endings, periods);
  const survival = survivalAfter(table);
  const isClustered = sampling.clustered && sampling.blockCounts.length > 1;
  const variances = isClustered
    ? blockVariances({ lastRunning, endings }, table, sampling.blockCounts)
    : greenwoodVariances(table);
  const widening = isClustered ? blockWidening(sampling.blockCounts.length) : 1;
  return survival.map((value, period) => ({ value, se: widening * value * Math.sqrt(variances[period]) }));
}

/** A period: plans that ran in it, and that ended with it. */
interface LifeTableRow {
  readonly atRisk: number;
  readonly ended: number;
}

function lifeTable(lastRunning: Int32Array, endings: Uint8Array, periods: number): LifeTableRow[] {
  const ended = new Int32Array(periods);
  const left = new Int32Array(periods);
  for (const [replication, last] of lastRunning.entries()) {
    left[last]++;
    if (endings[replication] !== 0) ended[last]++;
  }
  let atRisk = lastRunning.length;
  return Array.from(ended, (count, period) => {
    const row = { atRisk, ended: count };
    atRisk -= left[period];
    return row;
  });
}

function survivalAfter(table: readonly LifeTableRow[]): number[] {
  let value = 1;
  return table.map(({ atRisk, ended }) => {
    if (atRisk > 0) value *= 1 - ended / atRisk;
    return value;
  });
}

/** d / (r (r - d)): 0 where nothing ended, and where all did (survival is 0 from there). */
const greenwoodTerm = ({ atRisk, ended }: LifeTableRow) =>
  ended === 0 || ended === atRisk ? 0 : ended / (atRisk * (atRisk - ended));

/** Of log S, by period. */
function greenwoodVariances(table: readonly LifeTableRow[]): number[] {
  let sum = 0;
  return table.map((row) => {
    sum += greenwoodTerm(row);
    return sum;
  });
}

/**
 * The same from blocks. A plan adds to log S(t) the sum of d / (r (r - d)) over the periods up to t in which it ran, less
 * 1 / (r - d) where it ended.
 */
function blockVariances(
  { lastRunning, endings }: { readonly lastRunning: Int32Array; readonly endings: Uint8Array },
  table: readonly LifeTableRow[],
  blockCounts: ArrayLike<number>,
): number[] {
  const ran = greenwoodVariances(table);
  const ofEnding = table.map(({ atRisk, ended }) => (ended === atRisk ? 0 : 1 / (atRisk - ended)));
  const added = (replication: number, period: number) => {
    const last = lastRunning[replication];
    const hasEnded = endings[replication] !== 0 && last <= period;
    return ran[Math.min(last, period)] - (hasEnded ? ofEnding[last] : 0);
  };
  const blocks = blockCounts.length;
  return table.map((_, period) => {
    let squares = 0;
    let replication = 0;
    for (let block = 0; block < blocks; block++) {
      let sum = 0;
      for (const end = replication + blockCounts[block]; replication < end; replication++)
        sum += added(replication, period);
      squares += sum * sum;
    }
    return (squares * blocks) / (blocks - 1);
  });
}
