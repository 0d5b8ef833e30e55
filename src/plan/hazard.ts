/**
 * The hazard -ln(1 - probability) of what happens to a member with a probability: hazards of events add up. Any number
 * will do: below 0 and not a number count as 0, and what is certain but for rounding has an infinite hazard.
 *
 * @example hazardOf(1 - Math.exp(-0.02)) // 0.02
 */
export function hazardOf(probability: number): number {
  if (!(probability > 0)) return 0;
  return probability > 1 - 1e-12 ? Number.POSITIVE_INFINITY : -Math.log1p(-probability);
}

/**
 * (1 - exp(-hazard)) / hazard: the probability that goes with a hazard, relative to it. Small hazards by their series, leaving
 * out hazard^9 / 10!: much faster than expm1.
 *
 * @param hazard > 0
 */
export function probabilityPerHazard(hazard: number): number {
  if (hazard > 1 / 16) return -Math.expm1(-hazard) / hazard;
  const square = hazard * hazard;
  const even = 1 + square * (1 / 6 + square * (1 / 120 + square * (1 / 5040 + square / 362_880)));
  const odd = 1 / 2 + square * (1 / 24 + square * (1 / 720 + square / 40_320));
  return even - hazard * odd;
}

/**
 * By part: the hazard of falling into it, for who fell into none of the parts before; infinite in the last part with a weight.
 * One part after another, that splits a number at random in proportion to the weights.
 */
export function splitHazards(weights: Float64Array): Float64Array {
  const hazards = new Float64Array(weights.length);
  let rest = 0;
  for (let part = weights.length - 1; part >= 0; part--) {
    rest += weights[part];
    hazards[part] = hazardOf(weights[part] / rest);
  }
  return hazards;
}
