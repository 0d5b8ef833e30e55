/** Sums over cells that are wanted of them in every lane: rows of weights, `[row * cells + cell]`. */
export interface Weights {
  readonly rows: number;
  readonly cells: number;
  readonly of: Float64Array;
}

/**
 * Adds weighted sums over cells to `sums`, lane by lane: sums[row, lane] += sum over cells of weight[row, cell] value[cell, lane], a
 * product of matrices. The program's innermost loop, with `decay`: four lanes side by side for two rows at a time, so that every number read
 * serves several sums; each sum in the order of the cells, whatever stands beside it.
 *
 * @param values `[cell * lanes + lane]`, from `first` on
 * @param sums `[row * lanes + lane]`
 */
export function weigh(
  values: Float64Array,
  first: number,
  lanes: number,
  weights: Weights,
  sums: Float64Array,
): void {
  const { rows, cells, of } = weights;
  const whole = lanes - (lanes % 4);
  for (let lane = 0; lane < whole; lane += 4) {
    let row = 0;
    for (; row + 1 < rows; row += 2) weighPair(values, first + lane, lanes, of, row, cells, sums, lane);
    if (row < rows) weighOne(values, first + lane, lanes, of, row, cells, sums, lane);
  }
  for (let lane = whole; lane < lanes; lane++) {
    for (let row = 0; row < rows; row++) {
      let sum = sums[row * lanes + lane];
      for (let cell = 0; cell < cells; cell++)
        sum += of[row * cells + cell] * values[first + cell * lanes + lane];
      sums[row * lanes + lane] = sum;
    }
  }
}

/** Two rows in four lanes. */
function weighPair(
  values: Float64Array,
  first: number,
  lanes: number,
  weights: Float64Array,
  row: number,
  cells: number,
  sums: Float64Array,
  lane: number,
): void {
  const one = row * lanes + lane;
  const other = one + lanes;
  let a = sums[one];
  let b = sums[one + 1];
  let c = sums[one + 2];
  let d = sums[one + 3];
  let e = sums[other];
  let f = sums[other + 1];
  let g = sums[other + 2];
  let h = sums[other + 3];
  const end = (row + 1) * cells;
  for (let w = row * cells, i = first; w < end; w++, i += lanes) {
    const x = weights[w];
    const y = weights[w + cells];
    const p = values[i];
    const q = values[i + 1];
    const r = values[i + 2];
    const s = values[i + 3];
    a += x * p;
    b += x * q;
    c += x * r;
    d += x * s;
    e += y * p;
    f += y * q;
    g += y * r;
    h += y * s;
  }
  sums[one] = a;
  sums[one + 1] = b;
  sums[one + 2] = c;
  sums[one + 3] = d;
  sums[other] = e;
  sums[other + 1] = f;
  sums[other + 2] = g;
  sums[other + 3] = h;
}

/** One row in four lanes. */
function weighOne(
  values: Float64Array,
  first: number,
  lanes: number,
  weights: Float64Array,
  row: number,
  cells: number,
  sums: Float64Array,
  lane: number,
): void {
  const one = row * lanes + lane;
  let a = sums[one];
  let b = sums[one + 1];
  let c = sums[one + 2];
  let d = sums[one + 3];
  const end = (row + 1) * cells;
  for (let w = row * cells, i = first; w < end; w++, i += lanes) {
    const x = weights[w];
    a += x * values[i];
    b += x * values[i + 1];
    c += x * values[i + 2];
    d += x * values[i + 3];
  }
  sums[one] = a;
  sums[one + 1] = b;
  sums[one + 2] = c;
  sums[one + 3] = d;
}
