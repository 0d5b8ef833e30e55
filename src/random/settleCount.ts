/** A distribution on the counts 0, 1, 2, ... through its two tails, each exact where it is small. */
export type CountTails = {
  /** P(X <= count) */
  readonly atMost: (count: number) => number;
  /** P(X > count) */
  readonly above: (count: number) => number;
};

/**
 * The smallest count with P(X <= count) >= u, found from a guess.
 *
 * Compares within the nearer tail: there u is known, and the tail computed, to a relative accuracy. Takes two tails
 * for a right guess and a few more for each doubling of the guess's error.
 *
 * @param u strictly between 0 and 1
 * @param guess any integer; taken as 0 if negative
 * @example settleCount(0.7, 4, { atMost: (k) => 1 - 0.5 ** (k + 1), above: (k) => 0.5 ** (k + 1) }) // 1
 */
export function settleCount(u: number, guess: number, tails: CountTails): number {
  const reaches =
    u < 0.5 ? (count: number) => tails.atMost(count) >= u : (count: number) => tails.above(count) <= 1 - u;
  const start = Math.max(0, guess);
  return reaches(start) ? searchBelow(start, reaches) : searchAbove(start, reaches);
}

function searchBelow(reached: number, reaches: (count: number) => boolean): number {
  let missed = reached - 1;
  for (let step = 2; missed >= 0 && reaches(missed); step *= 2) {
    reached = missed;
    missed -= step;
  }
  return halve(Math.max(missed, -1), reached, reaches);
}

function searchAbove(missed: number, reaches: (count: number) => boolean): number {
  let reached = missed + 1;
  for (let step = 2; !reaches(reached); step *= 2) {
    missed = reached;
    reached += step;
  }
  return halve(missed, reached, reaches);
}

function halve(missed: number, reached: number, reaches: (count: number) => boolean): number {
  while (reached - missed > 1) {
    const middle = Math.floor((missed + reached) / 2);
    if (reaches(middle)) reached = middle;
    else missed = middle;
  }
  return reached;
}
