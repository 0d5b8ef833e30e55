/*
 * The fast engine's innermost loops, in AssemblyScript: sweeps over the cells of one class, which lie one behind the other, each with
 * a number per lane. Pointers are bytes into the arena's memory; a row is a cell's lanes. Two numbers go side by side in a register, four
 * lanes at a time, the same operations in the same order as one by one: the results are the same to the last bit.
 */

/** Bytes of one number, and of the four lanes that go side by side. */
const one: usize = 8;
const four: usize = 32;

/**
 * Adds weighted sums over cells to `sums`, lane by lane: sums[row, lane] += sum over cells of weight[row, cell] value[cell, lane], a
 * product of matrices. Four rows at a time, so that every number read serves four sums; each sum in the order of the cells.
 */
export function weigh(values: usize, lanes: i32, rows: i32, cells: i32, weights: usize, sums: usize): void {
  const row = <usize>lanes * one;
  const ofCells = <usize>cells * one;
  const whole = wholeFours(lanes);
  let r = 0;
  let w = weights;
  let s = sums;
  for (; r + 4 <= rows; r += 4, w += 4 * ofCells, s += 4 * row) {
    for (let at: usize = 0; at < whole; at += four) weighFourRows(values + at, row, w, ofCells, s + at);
  }
  for (; r < rows; r++, w += ofCells, s += row) {
    for (let at: usize = 0; at < whole; at += four) weighRow(values + at, row, w, ofCells, s + at);
  }
  for (let at = whole; at < row; at += one) {
    for (r = 0, w = weights, s = sums; r < rows; r++, w += ofCells, s += row)
      weighLane(values + at, row, w, ofCells, s + at);
  }
}

function weighFourRows(values: usize, row: usize, weights: usize, ofCells: usize, sums: usize): void {
  const second = sums + row;
  const third = second + row;
  const fourth = third + row;
  let a = v128.load(sums);
  let b = v128.load(sums, 16);
  let c = v128.load(second);
  let d = v128.load(second, 16);
  let e = v128.load(third);
  let f = v128.load(third, 16);
  let g = v128.load(fourth);
  let h = v128.load(fourth, 16);
  const end = weights + ofCells;
  for (let w = weights; w < end; w += one, values += row) {
    const p = v128.load(values);
    const q = v128.load(values, 16);
    let x = v128.load64_splat(w);
    a = f64x2.add(a, f64x2.mul(x, p));
    b = f64x2.add(b, f64x2.mul(x, q));
    x = v128.load64_splat(w + ofCells);
    c = f64x2.add(c, f64x2.mul(x, p));
    d = f64x2.add(d, f64x2.mul(x, q));
    x = v128.load64_splat(w + 2 * ofCells);
    e = f64x2.add(e, f64x2.mul(x, p));
    f = f64x2.add(f, f64x2.mul(x, q));
    x = v128.load64_splat(w + 3 * ofCells);
    g = f64x2.add(g, f64x2.mul(x, p));
    h = f64x2.add(h, f64x2.mul(x, q));
  }
  v128.store(sums, a);
  v128.store(sums, b, 16);
  v128.store(second, c);
  v128.store(second, d, 16);
  v128.store(third, e);
  v128.store(third, f, 16);
  v128.store(fourth, g);
  v128.store(fourth, h, 16);
}

function weighRow(values: usize, row: usize, weights: usize, ofCells: usize, sums: usize): void {
  let a = v128.load(sums);
  let b = v128.load(sums, 16);
  const end = weights + ofCells;
  for (let w = weights; w < end; w += one, values += row) {
    const x = v128.load64_splat(w);
    a = f64x2.add(a, f64x2.mul(x, v128.load(values)));
    b = f64x2.add(b, f64x2.mul(x, v128.load(values, 16)));
  }
  v128.store(sums, a);
  v128.store(sums, b, 16);
}

function weighLane(values: usize, row: usize, weights: usize, ofCells: usize, sum: usize): void {
  let a = load<f64>(sum);
  const end = weights + ofCells;
  for (let w = weights; w < end; w += one, values += row) a += load<f64>(w) * load<f64>(values);
  store<f64>(sum, a);
}

/** Each lane's members times its factor. */
export function scale(members: usize, cells: i32, lanes: i32, factors: usize): void {
  const row = <usize>lanes * one;
  const end = members + <usize>cells * row;
  const whole = wholeFours(lanes);
  for (let at: usize = 0; at < whole; at += four) {
    const f = v128.load(factors + at);
    const g = v128.load(factors + at, 16);
    for (let m = members + at; m < end; m += row) {
      v128.store(m, f64x2.mul(v128.load(m), f));
      v128.store(m, f64x2.mul(v128.load(m, 16), g), 16);
    }
  }
  for (let at = whole; at < row; at += one) {
    const f = load<f64>(factors + at);
    for (let m = members + at; m < end; m += row) store<f64>(m, load<f64>(m) * f);
  }
}

/** exposed = members times ratio. `ratios`: of each cell, where its row of ratios is. */
export function expose(members: usize, cells: i32, lanes: i32, ratios: usize, exposed: usize): void {
  const row = <usize>lanes * one;
  const whole = wholeFours(lanes);
  for (let c = 0; c < cells; c++, members += row, exposed += row) {
    const ratio = <usize>load<u32>(ratios + <usize>c * 4);
    for (let at: usize = 0; at < whole; at += four) {
      v128.store(exposed + at, f64x2.mul(v128.load(members + at), v128.load(ratio + at)));
      v128.store(exposed + at, f64x2.mul(v128.load(members + at, 16), v128.load(ratio + at, 16)), 16);
    }
    for (let at = whole; at < row; at += one)
      store<f64>(exposed + at, load<f64>(members + at) * load<f64>(ratio + at));
  }
}

/**
 * Takes those out whose claim ends their membership: exposed times rate (by cell) times ratio (by lane), at most all there are; they are
 * added up in `claimed`.
 */
export function takeClaimants(
  members: usize,
  exposed: usize,
  cells: i32,
  lanes: i32,
  rates: usize,
  ratio: usize,
  claimed: usize,
): void {
  const row = <usize>lanes * one;
  const end = members + <usize>cells * row;
  const whole = wholeFours(lanes);
  for (let at: usize = 0; at < whole; at += four) {
    const f = v128.load(ratio + at);
    const g = v128.load(ratio + at, 16);
    let a = v128.load(claimed + at);
    let b = v128.load(claimed + at, 16);
    let rate = rates;
    for (let m = members + at, e = exposed + at; m < end; m += row, e += row, rate += one) {
      const r = v128.load64_splat(rate);
      const p = v128.load(m);
      const q = v128.load(m, 16);
      const x = f64x2.pmin(p, f64x2.mul(f64x2.mul(v128.load(e), r), f));
      const y = f64x2.pmin(q, f64x2.mul(f64x2.mul(v128.load(e, 16), r), g));
      a = f64x2.add(a, x);
      b = f64x2.add(b, y);
      v128.store(m, f64x2.sub(p, x));
      v128.store(m, f64x2.sub(q, y), 16);
    }
    v128.store(claimed + at, a);
    v128.store(claimed + at, b, 16);
  }
  for (let at = whole; at < row; at += one) {
    const f = load<f64>(ratio + at);
    let a = load<f64>(claimed + at);
    let rate = rates;
    for (let m = members + at, e = exposed + at; m < end; m += row, e += row, rate += one) {
      const p = load<f64>(m);
      const wanted = load<f64>(e) * load<f64>(rate) * f;
      const x = wanted < p ? wanted : p;
      a += x;
      store<f64>(m, p - x);
    }
    store<f64>(claimed + at, a);
  }
}

/**
 * Deaths, then age-outs of who did not die; both are added up by lane. `death`, `ageOut`: probabilities by cell.
 *
 * @param aged who reached the age limit, by cell as the members; 0 where nobody asks
 */
export function dieOrAgeOut(
  members: usize,
  cells: i32,
  lanes: i32,
  death: usize,
  ageOut: usize,
  died: usize,
  agedOut: usize,
  aged: usize,
): void {
  const row = <usize>lanes * one;
  const whole = wholeFours(lanes);
  for (let at: usize = 0; at < whole; at += four) {
    let a = v128.load(died + at);
    let b = v128.load(died + at, 16);
    let c = v128.load(agedOut + at);
    let d = v128.load(agedOut + at, 16);
    let m = members + at;
    for (let i: usize = 0; i < <usize>cells * one; i += one, m += row) {
      const dies = v128.load64_splat(death + i);
      const ages = v128.load64_splat(ageOut + i);
      const p = v128.load(m);
      const q = v128.load(m, 16);
      const u = f64x2.mul(p, dies);
      const v = f64x2.mul(q, dies);
      const x = f64x2.mul(f64x2.sub(p, u), ages);
      const y = f64x2.mul(f64x2.sub(q, v), ages);
      a = f64x2.add(a, u);
      b = f64x2.add(b, v);
      c = f64x2.add(c, x);
      d = f64x2.add(d, y);
      v128.store(m, f64x2.sub(f64x2.sub(p, u), x));
      v128.store(m, f64x2.sub(f64x2.sub(q, v), y), 16);
      if (aged) {
        const to = aged + (m - members);
        v128.store(to, x);
        v128.store(to, y, 16);
      }
    }
    v128.store(died + at, a);
    v128.store(died + at, b, 16);
    v128.store(agedOut + at, c);
    v128.store(agedOut + at, d, 16);
  }
  for (let at = whole; at < row; at += one) {
    let a = load<f64>(died + at);
    let c = load<f64>(agedOut + at);
    let m = members + at;
    for (let i: usize = 0; i < <usize>cells * one; i += one, m += row) {
      const p = load<f64>(m);
      const u = p * load<f64>(death + i);
      const x = (p - u) * load<f64>(ageOut + i);
      a += u;
      c += x;
      store<f64>(m, p - u - x);
      if (aged) store<f64>(aged + (m - members), x);
    }
    store<f64>(died + at, a);
    store<f64>(agedOut + at, c);
  }
}

/** sums[row, lane] += one[lane] other[row, lane], for consecutive rows. */
export function addProducts(factor: usize, other: usize, rows: i32, lanes: i32, sums: usize): void {
  const row = <usize>lanes * one;
  const whole = wholeFours(lanes);
  for (let at: usize = 0; at < whole; at += four) {
    const p = v128.load(factor + at);
    const q = v128.load(factor + at, 16);
    for (let r: usize = at; r < <usize>rows * row; r += row) {
      v128.store(sums + r, f64x2.add(v128.load(sums + r), f64x2.mul(p, v128.load(other + r))));
      v128.store(sums + r, f64x2.add(v128.load(sums + r, 16), f64x2.mul(q, v128.load(other + r, 16))), 16);
    }
  }
  for (let at = whole; at < row; at += one) {
    const p = load<f64>(factor + at);
    for (let r: usize = at; r < <usize>rows * row; r += row)
      store<f64>(sums + r, load<f64>(sums + r) + p * load<f64>(other + r));
  }
}

/** Bytes of the lanes that go four at a time. */
function wholeFours(lanes: i32): usize {
  return <usize>(lanes & ~3) * one;
}
