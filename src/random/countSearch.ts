/** With fewer than this many expected, adding up probabilities from 0 on is the fastest way to a quantile. */
export const SEARCHED_BELOW = 4;

/** Where 1 - u is below this, a sum of probabilities is too coarse to compare with u. */
export const SEARCHED_TAIL = 2 ** -20;

/** 1 / k, as multiplying is faster than dividing. Within the limits above no search gets as far as 32. */
export const RECIPROCALS = Float64Array.from({ length: 32 }, (_, k) => 1 / k);
