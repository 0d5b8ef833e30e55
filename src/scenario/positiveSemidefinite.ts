/** Rounding of numbers written with some digits must not make a matrix invalid. */
const tolerance = 1e-9;

/**
 * The first row at which a correlation matrix stops being positive semi-definite (some combination of the first rows
 * would have a variance below 0); null if it is. By a Cholesky decomposition whose pivots may be 0.
 *
 * @example firstIndefinite([[1, 2], [2, 1]]) // 1
 */
export function firstIndefinite(matrix: readonly (readonly number[])[]): number | null {
  const factor: number[][] = [];
  for (const [row, values] of matrix.entries()) {
    const own: number[] = [];
    for (let column = 0; column < row; column += 1) {
      const rest = values[column] - dot(own, factor[column], column);
      const pivot = factor[column][column];
      if (pivot === 0 && Math.abs(rest) > Math.sqrt(tolerance)) return row;
      own.push(pivot === 0 ? 0 : rest / pivot);
    }
    const square = values[row] - dot(own, own, row);
    if (square < -tolerance) return row;
    own.push(square <= tolerance ? 0 : Math.sqrt(square));
    factor.push(own);
  }
  return null;
}

function dot(a: readonly number[], b: readonly number[], length: number): number {
  let sum = 0;
  for (let k = 0; k < length; k += 1) sum += a[k] * b[k];
  return sum;
}
