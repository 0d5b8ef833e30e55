import type { Figure } from "../statistics/figure.ts";

/**
 * The middle of medians that hardly differ, null where they do: they lie within 5 % of each other, or no further apart than
 * chance alone would spread as many (about sqrt(2 ln n) standard errors either way, and half of one to spare).
 *
 * @example medians 33.6 and 34.0 with standard errors of 0.3 are steady at 33.8; 20 and 34 are not.
 */
export function steadyMedian(figures: readonly Figure[]): number | null {
  const medians = figures.map(({ q50 }) => q50).sort((a, b) => a - b);
  const least = medians[0];
  const most = medians.at(-1);
  if (least === undefined || most === undefined) return null;
  const error = figures.reduce((sum, { seQ50 }) => sum + seQ50, 0) / figures.length;
  const byChance = error * (2 * Math.sqrt(2 * Math.log(medians.length)) + 0.5);
  const middle = (medians[(medians.length - 1) >> 1] + medians[medians.length >> 1]) / 2;
  return most - least <= Math.max(0.05 * Math.abs(most), byChance) ? middle : null;
}

/** Whether a single median or a few rise from what is otherwise about nothing: half of them are below 5 % of the highest. */
export function isMostlyNothing(figures: readonly Figure[]): boolean {
  const medians = figures.map(({ q50 }) => q50).sort((a, b) => a - b);
  const most = medians.at(-1) ?? 0;
  return most === 0 || medians[medians.length >> 1] <= 0.05 * most;
}

/** Whether two medians may be the same but for chance: less than 5 %, or two standard errors, apart. */
export function areNear(a: Figure, b: Figure): boolean {
  const apart = Math.abs(a.q50 - b.q50);
  return apart <= Math.max(0.05 * Math.max(a.q50, b.q50), 2 * Math.hypot(a.seQ50, b.seQ50));
}
