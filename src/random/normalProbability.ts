import { gammaUpperTail } from "./gammaTails.ts";

/**
 * P(Z <= w) for Z standard normal, to a relative 1e-14 in the lower tail.
 *
 * Through the gamma distribution of Z^2 / 2 with shape 1/2.
 *
 * @param w any number, infinities included
 * @example normalProbability(1.96) // 0.9750021048517795
 */
export function normalProbability(w: number): number {
  const half = 0.5 * gammaUpperTail(0.5, 0.5 * w * w);
  return w < 0 ? half : 1 - half;
}
