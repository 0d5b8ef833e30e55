import { type EndingCause, endingCauses } from "../plan/metrics.ts";
import type { Estimate } from "./figure.ts";

/** Survival of plans by period, and how likely each cause has ended one by then. */
export interface Survival {
  /** Probability of running beyond each period. */
  readonly running: readonly Estimate[];
  /** Probability of having ended by each period for that reason; `running` and all of these add up to 1. */
  readonly endedBy: readonly {
    readonly cause: Exclude<EndingCause, "none">;
    readonly probability: readonly Estimate[];
  }[];
}

/**
 * Kaplan & Meier's estimate of survival (1958, JASA 53:457), S(t) = product of 1 - d / r over periods up to t, with d plans ended in the
 * period of r that ran in it; its standard error is Greenwood's, S sqrt(sum of d / (r (r - d))). A plan that had not ended
 * in its last running period is censored after it, as all are at the horizon. By cause: Aalen & Johansen's estimate (1978,
 * Scandinavian Journal of Statistics 5:141), F_k = sum of S(t-) d_k / r, with the delta-method variance of Marubini & Valsecchi
 * (1995, Analysing Survival Data, ch. 10). O(replications + periods²).
 *
 * @param lastRunning the last period in which each plan ran
 * @param endings index into `endingCauses`; 0: did not end
 */
export function kaplanMeier(lastRunning: Int32Array, endings: Uint8Array, periods: number): Survival {
  const table = lifeTable(lastRunning, endings, periods);
  const endedBy = endingCauses
    .filter((cause) => cause !== "none")
    .map((cause) => ({ cause, probability: cumulativeIncidence(table, endingCauses.indexOf(cause)) }));
  return { running: greenwood(table), endedBy };
}

/** A period: plans that ran in it, that ended with it (all, by cause), survival before it. */
interface LifeTableRow {
  readonly atRisk: number;
  readonly ended: number;
  readonly byCause: readonly number[];
  readonly survivalBefore: number;
}

function lifeTable(lastRunning: Int32Array, endings: Uint8Array, periods: number): LifeTableRow[] {
  const leaving = Array.from({ length: periods }, () => endingCauses.map(() => 0));
  for (const [replication, last] of lastRunning.entries()) leaving[last][endings[replication]]++;
  let atRisk = lastRunning.length;
  let survivalBefore = 1;
  return leaving.map((byCause) => {
    const left = byCause.reduce((sum, count) => sum + count, 0);
    const row = { atRisk, ended: left - byCause[0], byCause, survivalBefore };
    if (atRisk > 0) survivalBefore *= 1 - row.ended / atRisk;
    atRisk -= left;
    return row;
  });
}

/** d / (r (r - d)): 0 where nothing ended, and where all did (survival is 0 from there). */
const greenwoodTerm = ({ atRisk, ended }: LifeTableRow) =>
  ended === 0 || ended === atRisk ? 0 : ended / (atRisk * (atRisk - ended));

function greenwood(table: readonly LifeTableRow[]): Estimate[] {
  let sum = 0;
  return table.map((row) => {
    sum += greenwoodTerm(row);
    const value = row.atRisk === 0 ? row.survivalBefore : row.survivalBefore * (1 - row.ended / row.atRisk);
    return { value, se: value * Math.sqrt(sum) };
  });
}

function cumulativeIncidence(table: readonly LifeTableRow[], cause: number): Estimate[] {
  const cumulative: number[] = [];
  let value = 0;
  for (const { atRisk, byCause, survivalBefore } of table) {
    if (atRisk > 0) value += (survivalBefore * byCause[cause]) / atRisk;
    cumulative.push(value);
  }
  return cumulative.map((now, t) => ({
    value: now,
    se: Math.sqrt(incidenceVariance(table, cumulative, cause, t)),
  }));
}

function incidenceVariance(
  table: readonly LifeTableRow[],
  cumulative: readonly number[],
  cause: number,
  t: number,
): number {
  let variance = 0;
  for (let j = 0; j <= t; j++) {
    const { atRisk, byCause, survivalBefore } = table[j];
    const ended = byCause[cause];
    if (atRisk === 0 || table[j].ended === 0) continue;
    const later = cumulative[t] - cumulative[j];
    variance += later * later * greenwoodTerm(table[j]);
    variance += (survivalBefore ** 2 * ended * (atRisk - ended)) / atRisk ** 3;
    variance -= (2 * later * survivalBefore * ended) / atRisk ** 2;
  }
  return Math.max(0, variance);
}
