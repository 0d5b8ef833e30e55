import { CholeskyDecomposition, Matrix, pseudoInverse } from "ml-matrix";

/** Added to every variance, as a part of it: makes the answer unique where losses determine each other. */
const ridge = 1e-10;
/** Multipliers smaller than this against the largest are rounding: some constraints follow from the others. */
const redundant = 1e-14;
/** Passes that remove what rounding left of the constraints; two are enough unless losses nearly determine each other. */
const passes = 4;

/**
 * The risk sharing matrix of least variance among the fair ones: peer i bears the part A_ij of the loss of peer j, and
 * trace(A S A') is least (the sum of the variances of what peers bear) with
 * - all shared out: every column sums to one;
 * - fair: everybody bears as much as they bring in the mean, A m = m;
 * - A_ij = 0 where i and j are not joined.
 *
 * Such a matrix always exists: with A = I everybody keeps the own loss. Parts may be below 0. If all are joined,
 * A = 11'/n + (I - 11'/n) m m' S^-1 / (m' S^-1 m). Where S is singular (losses that are certain, or determine each other),
 * matrices of equally small variance differ; a ridge of 1e-10 of each variance chooses the one with the smallest parts.
 *
 * By Lagrange's multipliers a of the columns and b of the rows: row i is S^-1 (a + b_i m), restricted to those joined with
 * i, which leaves 2 n linear equations. O(n^4).
 *
 * Source: Feng, Liu & Taylor, "Peer-to-peer risk sharing with an application to flood risk pooling", Annals of Operations
 * Research 321 (2023).
 *
 * @param means of the losses, each >= 0
 * @param covariances symmetric, positive semi-definite
 * @param joined symmetric, true on the diagonal
 * @example fairMatrix([1, 1], [[1, 0], [0, 1]], [[true, true], [true, true]]) // [[0.5, 0.5], [0.5, 0.5]]
 */
export function fairMatrix(
  means: readonly number[],
  covariances: readonly (readonly number[])[],
  joined: readonly (readonly boolean[])[],
): number[][] {
  const scaled = dividedBy(meanOf(means), means);
  const peers = peersOf(scaled, withRidge(covariances), joined);
  const inverse = inverseOf(equationsOf(peers));
  const matrix = means.map(() => means.map(() => 0));
  for (let pass = 0; pass < passes; pass++) {
    const multipliers = inverse.mmul(Matrix.columnVector(missing(matrix, scaled))).to1DArray();
    peers.forEach((peer, i) => {
      addRow(matrix[i], peer, multipliers[means.length + i], multipliers);
    });
  }
  return matrix;
}

/** A peer and those joined with it. */
interface Peer {
  readonly joined: readonly number[];
  /** Inverse of the covariances of those joined, and their means times it. */
  readonly inverse: Matrix;
  readonly byMeans: readonly number[];
  /** Means times inverse times means. */
  readonly meansByMeans: number;
}

function peersOf(
  means: readonly number[],
  covariances: Matrix,
  joined: readonly (readonly boolean[])[],
): Peer[] {
  return joined.map((row) => {
    const indices = row.flatMap((isJoined, j) => (isJoined ? [j] : []));
    const own = new CholeskyDecomposition(covariances.selection(indices, indices));
    const inverse = own.solve(Matrix.eye(indices.length));
    const ownMeans = indices.map((j) => means[j]);
    const byMeans = inverse.mmul(Matrix.columnVector(ownMeans)).to1DArray();
    const meansByMeans = byMeans.reduce((sum, value, k) => sum + value * ownMeans[k], 0);
    return { joined: indices, inverse, byMeans, meansByMeans };
  });
}

/** The equations for the multipliers of the columns, then of the rows: what each contributes to each constraint. */
function equationsOf(peers: readonly Peer[]): Matrix {
  const n = peers.length;
  const out = Matrix.zeros(2 * n, 2 * n);
  const add = (row: number, column: number, value: number) =>
    out.set(row, column, out.get(row, column) + value);
  peers.forEach(({ joined, inverse, byMeans, meansByMeans }, i) => {
    joined.forEach((j, k) => {
      joined.forEach((other, l) => {
        add(j, other, inverse.get(k, l));
      });
      add(j, n + i, byMeans[k]);
      add(n + i, j, byMeans[k]);
    });
    add(n + i, n + i, meansByMeans);
  });
  return out;
}

/** Some constraints follow from others (who bears the mean of all of a network's losses is known from all but one): a pseudo-inverse. */
function inverseOf(equations: Matrix): Matrix {
  const scale = equations.diagonal().map((value) => (value > 0 ? 1 / Math.sqrt(value) : 0));
  const scaled = (of: Matrix) => of.mulRowVector(scale).mulColumnVector(scale);
  return scaled(pseudoInverse(scaled(equations), redundant));
}

/** What the columns lack to sum to one, then what the rows lack to bear their means. */
function missing(matrix: readonly (readonly number[])[], means: readonly number[]): number[] {
  const ofColumns = means.map((_, j) => 1 - matrix.reduce((sum, row) => sum + row[j], 0));
  const ofRows = means.map((mean, i) => mean - matrix[i].reduce((sum, part, j) => sum + part * means[j], 0));
  return [...ofColumns, ...ofRows];
}

function addRow(row: number[], peer: Peer, ofRow: number, ofColumns: readonly number[]): void {
  const { joined, inverse, byMeans } = peer;
  joined.forEach((j, k) => {
    row[j] += ofRow * byMeans[k];
    joined.forEach((other, l) => {
      row[j] += inverse.get(k, l) * ofColumns[other];
    });
  });
}

/** The covariances, scaled to a mean variance of one, symmetric to the last digit, and positive definite. */
function withRidge(covariances: readonly (readonly number[])[]): Matrix {
  const size = meanOf(covariances.map((row, i) => row[i]));
  const scaled = covariances.map((row, i) =>
    dividedBy(
      size,
      row.map((value, j) => (value + covariances[j][i]) / 2),
    ),
  );
  scaled.forEach((row, i) => {
    row[i] += ridge * (row[i] > 0 ? row[i] : 1);
  });
  return new Matrix(scaled);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function dividedBy(size: number, values: readonly number[]): number[] {
  return values.map((value) => (size === 0 ? 0 : value / size));
}
