/**
 * Cholesky's factor of a correlation matrix: lower triangular L with L L' = R, so that L z has correlations R where z is
 * independent. Where R is singular (a row follows from others) the pivot is 0.
 *
 * @param correlations symmetric, positive semi-definite
 * @example lowerFactor([[1, 0.6], [0.6, 1]]) // [[1, 0], [0.6, 0.8]]
 */
export function lowerFactor(correlations: readonly (readonly number[])[]): number[][] {
  const factor = correlations.map((row) => row.map(() => 0));
  correlations.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      let left = row[j];
      for (let k = 0; k < j; k++) left -= factor[i][k] * factor[j][k];
      if (i === j) factor[i][i] = Math.sqrt(Math.max(0, left));
      else factor[i][j] = factor[j][j] > 0 ? left / factor[j][j] : 0;
    }
  });
  return factor;
}
