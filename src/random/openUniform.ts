/**
 * Two random 32-bit words as a number strictly between 0 and 1: (k + 1/2) / 2^52 with k uniform on 0 .. 2^52 - 1.
 *
 * The half keeps 0 and 1 out, where inverse distribution functions are infinite, and makes 1 - u exact and as likely
 * as u. The smallest value is 2^-53, the largest 1 - 2^-53.
 *
 * @param high,low any 32-bit integers, signed or not; the lowest 12 bits of `low` are not used
 * @example openUniform(0x80000000, 0) // 0.5 + 2^-53
 */
export function openUniform(high: number, low: number): number {
  return ((high >>> 0) * 2 ** 20 + (low >>> 12) + 0.5) * 2 ** -52;
}
