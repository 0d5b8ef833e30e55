/** A distribution's tail at a point, with what its derivatives need. */
export type TailPoint = {
  /** P(X <= t) or P(X > t) */
  readonly tail: number;
  /** density at t */
  readonly density: number;
  /** derivative of ln density at t */
  readonly logSlope: number;
};

/** e^-745 is the smallest positive number: what lies further out rounds to an end of the range. */
const FURTHEST = 745;
/** Where Newton's step bends more than this the tail is nearly 1 and flat, and Halley's steps would be short for long. */
const FLAT = 100;
const MOST_STEPS = 200;

/**
 * The point where a tail has a given probability, by Halley's method on the logarithm of the tail.
 *
 * For a log-concave density the logarithm of either tail is concave, so Newton's method nears the root from one side
 * and Halley's correction makes the digits triple. Full accuracy relative to the tail, however small it is. A step
 * that leaves what is known to enclose the root, as happens where a tail is lost to rounding, is replaced by halving.
 *
 * @param target the tail's probability, in (0, 1)
 * @param direction 1 for a lower tail, which rises with t; -1 for an upper tail
 * @param guess the point to start from
 * @param at the tail at a point
 * @returns a point in [-745, 745]
 */
export function logTailRoot(
  target: number,
  direction: 1 | -1,
  guess: number,
  at: (t: number) => TailPoint,
): number {
  let low = -FURTHEST;
  let high = FURTHEST;
  let t = Math.min(Math.max(guess, low), high);
  for (let i = 0; i < MOST_STEPS; i++) {
    const point = at(t);
    const { newton, bend } = steps(point, target, direction);
    const next = t + (bend > FLAT ? newton : newton / Math.max(0.5, 1 + bend / 2));
    if (Math.abs(newton) < 1e-5 && Math.abs(bend) < 1e-6) return next;
    if (direction * (target - point.tail) > 0) low = t;
    else high = t;
    t = next > low && next < high ? next : (low + high) / 2;
  }
  return t;
}

/** Newton's step, and how much the logarithm of the tail bends over it. */
function steps(point: TailPoint, target: number, direction: 1 | -1): { newton: number; bend: number } {
  const hazard = (direction * point.density) / point.tail;
  const newton = Math.log(target / point.tail) / hazard;
  return { newton, bend: newton * (point.logSlope - hazard) };
}
