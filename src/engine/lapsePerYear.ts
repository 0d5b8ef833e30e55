import { power } from "../random/power.ts";
import type { Reaction } from "../scenario/reaction.ts";

/**
 * Lapse per year (a probability) of a class that was lately asked for `share` a year.
 *
 * | kind | rule |
 * |---|---|
 * | none | base |
 * | power | base made (share / reference)^elasticity times as likely, never below base |
 * | band | base, plus nothing below +from of the reference, `lapseFrom` there rising linearly to `lapseTo` at +to |
 * | logit | base + (most - base) / (1 + exp(-(share - value) / scale)) |
 * | threshold | 1 as soon as the share exceeds the willingness to pay |
 *
 * Times as likely is meant of the intensity -log(1 - lapse), so that a lapse never gets beyond 1; small lapses are
 * simply multiplied.
 *
 * @param expectedAid what a covered member of the class may expect to receive in a year
 * @returns from 0 to 1
 */
export function lapsePerYear(
  reaction: Reaction<Float64Array>,
  lane: number,
  base: number,
  share: number,
  expectedAid: number,
): number {
  switch (reaction.kind) {
    case "none":
      return base;
    case "power": {
      const reference = reaction.reference === "expectedAid" ? expectedAid : reaction.reference[lane];
      if (share <= reference || share === 0 || base === 0) return base;
      return timesAsLikely(base, power(share / reference, reaction.elasticity[lane]));
    }
    case "band": {
      const reference = reaction.reference === "expectedAid" ? expectedAid : reaction.reference[lane];
      const from = reference * (1 + reaction.from[lane]);
      // Of an infinite reference -100 % would not be a number.
      if (share < from || share === 0 || reference === Number.POSITIVE_INFINITY) return base;
      const to = reference * (1 + reaction.to[lane]);
      const way = share >= to ? 1 : (share - from) / (to - from);
      return Math.min(
        1,
        base + reaction.lapseFrom[lane] + way * (reaction.lapseTo[lane] - reaction.lapseFrom[lane]),
      );
    }
    case "logit": {
      const over = (share - reaction.value[lane]) / reaction.scale[lane];
      return base + Math.max(0, reaction.most[lane] - base) / (1 + Math.exp(-over));
    }
    case "threshold":
      return share > reaction.willingness[lane] ? 1 : base;
  }
}

/**
 * 1 - (1 - probability)^factor: what has so many times the intensity, or lasts so many times as long.
 *
 * @example timesAsLikely(0.19, 0.5) // 0.1
 */
export function timesAsLikely(probability: number, factor: number): number {
  if (probability >= 1) return factor > 0 ? 1 : 0;
  return -Math.expm1(Math.log1p(-probability) * factor);
}

/**
 * The part of a class's inflow that recent shares do not keep away, from 0 to 1; above where a low share attracts more than that.
 *
 * | kind | rule |
 * |---|---|
 * | none | 1 |
 * | power | (share / reference)^-elasticity, at most `most` (1 unless given); 1 as long as expected aid is not known |
 * | band | 1 below +from of the reference, 1 - `lapseFrom` there falling linearly to 1 - `lapseTo` at +to |
 * | logit | 1 - 1 / (1 + exp(-(share - value) / scale)) |
 * | threshold | 0 as soon as the share exceeds the willingness to pay |
 */
export function joiningFactor(
  reaction: Reaction<Float64Array>,
  lane: number,
  share: number,
  expectedAid: number,
): number {
  if (reaction.kind !== "power") return 1 - lapsePerYear(reaction, lane, 0, share, expectedAid);
  const reference = reaction.reference === "expectedAid" ? expectedAid : reaction.reference[lane];
  const elasticity = reaction.elasticity[lane];
  const most = reaction.most?.[lane] ?? 1;
  if (reference === Number.POSITIVE_INFINITY || elasticity === 0) return 1;
  return share === 0 ? most : Math.min(most, power(share / reference, -elasticity));
}
