import { firstIndefinite } from "./positiveSemidefinite.ts";
import type { Problem } from "./problem.ts";
import type { GroupRow, PoolScenario } from "./scenario.ts";

/** Losses of peers given by moments, as they are written. */
export interface Moments {
  readonly names: readonly string[];
  /** Above 0. */
  readonly means: readonly number[];
  /** As many rows and columns as there are names. */
  readonly covariances: readonly (readonly number[])[];
}

/**
 * Losses with these moments as the rows of a closed group: each has one member, who has one loss in every period,
 * lognormal with mean m and variance c, so that s^2 = log(1 + c / m^2) and the median is m exp(-s^2 / 2); of variance 0
 * a constant.
 */
export function lossRows({ names, means, covariances }: Moments): GroupRow[] {
  return names.map((className, i) => ({
    className,
    number: 1,
    claims: { kind: "atMostOne", probability: 1 },
    benefit: lossOf(means[i], covariances[i][i]),
    endsMembership: false,
    lapse: 0,
    reaction: { kind: "none" },
  }));
}

function lossOf(mean: number, variance: number): GroupRow["benefit"] {
  if (variance === 0) return mean;
  const square = Math.log1p(variance / mean ** 2);
  const median = mean / Math.exp(square / 2);
  return { perClaim: { kind: "lognormal", median, sigma: Math.sqrt(square) } };
}

/**
 * Correlations of the logarithms of lognormal losses with these moments: log(1 + c_ij / (m_i m_j)) / (s_i s_j); 0 where one
 * of them is constant; NaN where a covariance is too far below 0 for lognormal losses.
 */
export function logCorrelations({ means, covariances }: Moments): number[][] {
  const squares = means.map((mean, i) => Math.log1p(covariances[i][i] / mean ** 2));
  return means.map((mean, i) =>
    means.map((other, j) => {
      if (i === j) return 1;
      if (squares[i] === 0 || squares[j] === 0) return 0;
      return Math.log1p(covariances[i][j] / (mean * other)) / Math.sqrt(squares[i] * squares[j]);
    }),
  );
}

/** The correlations a pool of such losses has; null where all losses are independent. */
export function dependenceOf(moments: Moments): PoolScenario["dependence"] {
  const correlations = logCorrelations(moments);
  const isDependent = correlations.some((row, i) => row.some((one, j) => i !== j && one !== 0));
  return isDependent ? correlations : null;
}

/** What is wrong with the covariances, by cell: not symmetric, impossible, or impossible for lognormal losses. */
export function checkMoments(moments: Moments): Problem[] {
  const asymmetric = checkSymmetry(moments.covariances);
  if (asymmetric.length > 0) return asymmetric;
  const impossible = checkCorrelations(correlationsOf(moments.covariances), possible);
  return impossible.length > 0 ? impossible : checkCorrelations(logCorrelations(moments), possibleLogs);
}

const at = (...cell: number[]) => ["covariances", ...cell];

function checkSymmetry(covariances: Moments["covariances"]): Problem[] {
  return covariances.flatMap((row, i) =>
    row.flatMap((one, j) => {
      const mirrored = covariances[j][i];
      const isSame = j >= i || Math.abs(one - mirrored) <= 1e-9 * Math.max(Math.abs(one), Math.abs(mirrored));
      return isSame ? [] : [{ steps: at(i, j), allowed: `${mirrored}, as in row ${j}, column ${i}` }];
    }),
  );
}

function correlationsOf(covariances: Moments["covariances"]): number[][] {
  return covariances.map((row, i) =>
    row.map((one, j) => {
      if (one === 0) return i === j ? 1 : 0;
      return one / Math.sqrt(covariances[i][i] * covariances[j][j]);
    }),
  );
}

const possible = "covariances that losses can have together (a positive semi-definite matrix)";
const possibleLogs = "covariances that lognormal losses can have together: less far from 0";

/** A cell that is no correlation; else the row at which the matrix stops being one. */
function checkCorrelations(correlations: readonly (readonly number[])[], allowed: string): Problem[] {
  const cells = correlations.flatMap((row, i) =>
    row.flatMap((one, j) => (j < i && !(Math.abs(one) <= 1 + 1e-9) ? [{ steps: at(i, j), allowed }] : [])),
  );
  if (cells.length > 0) return cells;
  const row = firstIndefinite(correlations);
  if (row === null) return [];
  return [
    { steps: at(row), found: "losses that cannot vary together with those above in this way", allowed },
  ];
}
