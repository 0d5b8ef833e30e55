/*
 * The fast engine's innermost loops, with `weigh`: sweeps over the cells of one class, which lie one behind the other, each with a
 * number per lane. Functions of arrays and numbers alone, which the compiler of the machine can keep in registers.
 */

/** Cells `[first + cell * lanes + lane]`, for `count` of them. */
export interface Cells {
  readonly members: Float64Array;
  readonly first: number;
  readonly count: number;
  readonly lanes: number;
}

/** Each lane's members times its factor. */
export function scale({ members, first, count, lanes }: Cells, factors: Float64Array): void {
  for (let cell = first; cell < first + count * lanes; cell += lanes) {
    for (let lane = 0; lane < lanes; lane++) members[cell + lane] *= factors[lane];
  }
}

/**
 * Takes those out whose claim ends their membership: exposed times rate times ratio, at most all there are.
 *
 * @param exposed by cell from 0 on, and lane; may be the members themselves
 * @param rates by cell
 * @param ratio of each lane to the rates
 * @param claimed is added to, by lane
 */
export function takeClaimants(
  { members, first, count, lanes }: Cells,
  exposed: Float64Array,
  firstExposed: number,
  rates: Float64Array,
  ratio: Float64Array,
  claimed: Float64Array,
): void {
  for (let c = 0; c < count; c++) {
    const rate = rates[c];
    if (rate === 0) continue;
    const cell = first + c * lanes;
    const own = firstExposed + c * lanes;
    for (let lane = 0; lane < lanes; lane++) {
      const there = members[cell + lane];
      const expected = exposed[own + lane] * rate * ratio[lane];
      const out = expected < there ? expected : there;
      claimed[lane] += out;
      members[cell + lane] = there - out;
    }
  }
}

/** Probabilities by cell: the `at + c`-th is the `c`-th cell's. */
export interface Exits {
  readonly death: Float64Array;
  readonly ageOut: Float64Array;
  readonly at: number;
}

/**
 * Deaths, then age-outs of who did not die; both are added up by lane.
 *
 * @param aged who reached the age limit, by cell as the members; empty where nobody asks
 */
export function dieOrAgeOut(
  { members, first, count, lanes }: Cells,
  { death, ageOut, at }: Exits,
  died: Float64Array,
  agedOut: Float64Array,
  aged: Float64Array,
): void {
  const isAsked = aged.length > 0;
  for (let c = 0; c < count; c++) {
    const p = death[at + c];
    const q = ageOut[at + c];
    if (p === 0 && q === 0) continue;
    const cell = first + c * lanes;
    for (let lane = 0; lane < lanes; lane++) {
      const there = members[cell + lane];
      const dying = there * p;
      const aging = (there - dying) * q;
      died[lane] += dying;
      agedOut[lane] += aging;
      members[cell + lane] = there - dying - aging;
      if (isAsked) aged[cell + lane] = aging;
    }
  }
}

/** exposed = members times the ratio of each lane. */
export function exposeCell(
  members: Float64Array,
  cell: number,
  ratio: Float64Array,
  exposed: Float64Array,
  own: number,
): void {
  for (let lane = 0; lane < ratio.length; lane++) exposed[own + lane] = members[cell + lane] * ratio[lane];
}
