import { Matrix, pseudoInverse } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { fairMatrix } from "../../../src/plan/sharing/fairMatrix.ts";
import { seedKey } from "../../../src/random/seedKey.ts";
import { nextUniform, openStream, type Stream } from "../../../src/random/streams.ts";

type Numbers = readonly (readonly number[])[];

function open(trial: number): Stream {
  return openStream(seedKey("fair matrix"), trial, 1, 0);
}

function randomNumbers(stream: Stream, rows: number, columns: number): number[][] {
  return Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => 2 * nextUniform(stream) - 1),
  );
}

interface Peers {
  readonly means: number[];
  readonly covariances: number[][];
  readonly joined: boolean[][];
}

/** `joining`: the probability that two are joined. */
function randomPeers(stream: Stream, n: number, joining: number): Peers {
  const root = new Matrix(randomNumbers(stream, n, n));
  const joined = Array.from({ length: n }, () => Array.from({ length: n }, () => false));
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) joined[i][j] = joined[j][i] = i === j || nextUniform(stream) < joining;
  }
  return {
    means: Array.from({ length: n }, () => 0.2 + 5 * nextUniform(stream)),
    covariances: root.mmul(root.transpose()).to2DArray(),
    joined,
  };
}

function all(n: number): boolean[][] {
  return Array.from({ length: n }, () => Array.from({ length: n }, () => true));
}

function variance(matrix: Numbers, covariances: Numbers): number {
  const a = new Matrix(matrix.map((row) => [...row]));
  return a
    .mmul(new Matrix(covariances.map((row) => [...row])))
    .mmul(a.transpose())
    .trace();
}

/** How far the matrix is from sharing all out, fairly, and along the network. */
function broken(matrix: Numbers, { means, joined }: Peers): number {
  const columns = means.map((_, j) => matrix.reduce((sum, row) => sum + row[j], 0) - 1);
  const rows = means.map((mean, i) => matrix[i].reduce((sum, part, j) => sum + part * means[j], 0) - mean);
  const apart = matrix.flatMap((row, i) => row.filter((_, j) => !joined[i][j]));
  return Math.max(...[...columns, ...rows, ...apart].map(Math.abs));
}

/** A random change that leaves all constraints as they are: projected on their null space. */
function feasibleChange(stream: Stream, { means, joined }: Peers): number[][] {
  const cells = joined.flatMap((row, i) => row.flatMap((isJoined, j) => (isJoined ? [[i, j]] : [])));
  const n = means.length;
  const constraints = Matrix.zeros(2 * n, cells.length);
  cells.forEach(([i, j], cell) => {
    constraints.set(j, cell, 1);
    constraints.set(n + i, cell, means[j]);
  });
  const change = Matrix.columnVector(randomNumbers(stream, 1, cells.length)[0]);
  const part = pseudoInverse(constraints, 1e-13).mmul(constraints.mmul(change));
  const out = means.map(() => means.map(() => 0));
  cells.forEach(([i, j], cell) => {
    out[i][j] = change.get(cell, 0) - part.get(cell, 0);
  });
  return out;
}

describe("the fair matrix of least variance", () => {
  it("shares all out, fairly, and along the network only", () => {
    for (let trial = 0; trial < 60; trial++) {
      const peers = randomPeers(open(trial), 1 + (trial % 8), [1, 0.6, 0.3, 0][trial % 4]);
      const matrix = fairMatrix(peers.means, peers.covariances, peers.joined);
      expect(broken(matrix, peers)).toBeLessThan(1e-11);
    }
  });

  it("cannot be improved by any change that keeps the constraints", () => {
    for (let trial = 0; trial < 40; trial++) {
      const stream = open(100 + trial);
      const peers = randomPeers(stream, 3 + (trial % 4), [1, 0.7, 0.4][trial % 3]);
      const matrix = fairMatrix(peers.means, peers.covariances, peers.joined);
      const least = variance(matrix, peers.covariances);
      for (let i = 0; i < 10; i++) {
        const change = feasibleChange(stream, peers);
        for (const size of [1, 0.01]) {
          const changed = matrix.map((row, k) => row.map((part, l) => part + size * change[k][l]));
          expect(broken(changed, peers)).toBeLessThan(1e-10);
          expect(variance(changed, peers.covariances)).toBeGreaterThanOrEqual(least * (1 - 1e-9));
        }
      }
    }
  });

  it("is the closed form where all are joined", () => {
    for (let trial = 0; trial < 20; trial++) {
      const { means, covariances, joined } = randomPeers(open(200 + trial), 2 + (trial % 5), 1);
      const matrix = fairMatrix(means, covariances, joined);
      const n = means.length;
      const byInverse = pseudoInverse(new Matrix(covariances)).mmul(Matrix.columnVector(means)).to1DArray();
      const scale = byInverse.reduce((sum, value, i) => sum + value * means[i], 0);
      const mean = means.reduce((sum, value) => sum + value, 0) / n;
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          const closed = 1 / n + ((means[i] - mean) * byInverse[j]) / scale;
          expect(Math.abs(matrix[i][j] - closed)).toBeLessThan(1e-6 * (1 + Math.abs(closed)));
        }
      }
    }
  });

  it("shares equally among peers of one mean, however risky each is", () => {
    const covariances = [
      [1, 0, 0],
      [0, 4, 0],
      [0, 0, 9],
    ];
    for (const row of fairMatrix([5, 5, 5], covariances, all(3))) {
      for (const part of row) expect(part).toBeCloseTo(1 / 3, 12);
    }
  });

  it("does not depend on the currency", () => {
    const { means, covariances, joined } = randomPeers(open(300), 5, 0.7);
    const matrix = fairMatrix(means, covariances, joined);
    const other = fairMatrix(
      means.map((mean) => 1e6 * mean),
      covariances.map((row) => row.map((value) => 1e12 * value)),
      joined,
    );
    matrix.forEach((row, i) => {
      row.forEach((part, j) => {
        expect(other[i][j]).toBeCloseTo(part, 9);
      });
    });
  });

  it("lets everybody keep the own loss where nobody is joined", () => {
    const joined = [
      [true, false],
      [false, true],
    ];
    const covariances = [
      [4, 1],
      [1, 9],
    ];
    const [[a, b], [c, d]] = fairMatrix([1, 2], covariances, joined);
    expect([b, c]).toEqual([0, 0]);
    expect(a).toBeCloseTo(1, 14);
    expect(d).toBeCloseTo(1, 14);
  });

  it("shares along a line through the one in the middle", () => {
    const joined = [
      [true, true, false],
      [true, true, true],
      [false, true, true],
    ];
    const covariances = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ];
    // By hand: with x = A_11 = A_33 the rest follows, and the variance 2 x^2 + 4 (1 - x)^2 + (2 x - 1)^2 is least at 3/5.
    const expected = [
      [0.6, 0.4, 0],
      [0.4, 0.2, 0.4],
      [0, 0.4, 0.6],
    ];
    fairMatrix([1, 1, 1], covariances, joined).forEach((row, i) => {
      row.forEach((part, j) => {
        expect(part).toBeCloseTo(expected[i][j], 10);
      });
    });
  });
});

describe("the fair matrix of losses that determine each other", () => {
  const peers = (means: number[], covariances: number[][]) => ({
    means,
    covariances,
    joined: all(means.length),
  });

  it("is fair and of least variance where some losses are certain", () => {
    const certain = peers(
      [3, 1, 2],
      [
        [4, 0, 0],
        [0, 1, 0],
        [0, 0, 0],
      ],
    );
    const matrix = fairMatrix(certain.means, certain.covariances, certain.joined);
    expect(broken(matrix, certain)).toBeLessThan(1e-12);
    // The risky losses are shared equally, and the certain one makes it fair.
    expect(variance(matrix, certain.covariances)).toBeCloseTo(5 / 3, 8);
  });

  it("is so where two are one, or opposite, and without any risk", () => {
    for (const [means, covariances] of [
      [
        [1, 1, 2],
        [
          [1, 1, 0],
          [1, 1, 0],
          [0, 0, 1],
        ],
      ],
      [
        [1, 3],
        [
          [1, -1],
          [-1, 1],
        ],
      ],
      [
        [1, 3],
        [
          [0, 0],
          [0, 0],
        ],
      ],
    ]) {
      const of = peers(means as number[], covariances as number[][]);
      const matrix = fairMatrix(of.means, of.covariances, of.joined);
      expect(broken(matrix, of)).toBeLessThan(1e-11);
      expect(Math.max(...matrix.flat().map(Math.abs))).toBeLessThan(5);
    }
  });

  it("is so for peers without any loss", () => {
    const idle = peers(
      [0, 2],
      [
        [0, 0],
        [0, 1],
      ],
    );
    expect(broken(fairMatrix(idle.means, idle.covariances, idle.joined), idle)).toBeLessThan(1e-11);
    const nobody = peers(
      [0, 0],
      [
        [0, 0],
        [0, 0],
      ],
    );
    expect(broken(fairMatrix(nobody.means, nobody.covariances, nobody.joined), nobody)).toBeLessThan(1e-11);
  });

  it("is so where risks and means are of very different sizes", () => {
    const uneven = peers(
      [1e6, 1, 50],
      [
        [1e14, 0, 1e5],
        [0, 1e-2, 0],
        [1e5, 0, 2500],
      ],
    );
    const matrix = fairMatrix(uneven.means, uneven.covariances, uneven.joined);
    matrix.forEach((row, i) => {
      const mean = row.reduce((sum, part, j) => sum + part * uneven.means[j], 0);
      expect(Math.abs(mean / uneven.means[i] - 1)).toBeLessThan(1e-9);
    });
  });
});
