/** As many cells, each with its part of the total. */
export function equal(cells: number, total: number): Float64Array {
  return new Float64Array(cells).fill(total / cells);
}

/**
 * Points that fall into a box another is in, over batches of 2^12 points, and how many are expected: nearly a Poisson number
 * as long as boxes are far more than points.
 */
export function collisions(
  u: Float64Array,
  dimensions: number,
  side: number,
): { found: number; expected: number } {
  const batch = 2 ** 12;
  const boxes = side ** dimensions;
  const batches = Math.floor(u.length / dimensions / batch);
  let found = 0;
  for (let b = 0; b < batches; b++) {
    const met = new Set<number>();
    for (let i = b * batch; i < (b + 1) * batch; i++) {
      let box = 0;
      for (let d = 0; d < dimensions; d++) box = box * side + Math.floor(u[i * dimensions + d] * side);
      met.add(box);
    }
    found += batch - met.size;
  }
  // n - boxes (1 - (1 - 1 / boxes)^n), without loss of digits.
  const expected = batch + boxes * Math.expm1(batch * Math.log1p(-1 / boxes));
  return { found, expected: batches * expected };
}
