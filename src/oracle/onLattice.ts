import type { AmountLaw } from "./amountLaw.ts";

/** Part of a mean that may lie beyond what is looked at. */
const negligible = 1e-11;

/**
 * An amount on the whole multiples of a step: its probabilities of 0, 1, 2... steps. Every value is split between the two multiples
 * beside it so that the mean is kept; multiples stay as they are. This adds at most step^2 / 4 to the variance.
 *
 * Of continuous amounts by their limited means L: the mass at j steps is (2 L(j) - L(j - 1) - L(j + 1)) / step.
 *
 * Source: Klugman, Panjer & Willmot, Loss Models, on the method of local moment matching (that of one moment).
 *
 * @param most no more steps than this: what lies beyond is put there
 */
export function onLattice(law: AmountLaw, step: number, most: number): Float64Array {
  return law.values === null ? spread(law, step, most) : split(law.values, step, most);
}

function split(values: readonly (readonly [number, number])[], step: number, most: number): Float64Array {
  const steps = values.map(([value]) => stepsOf(value, step));
  const out = new Float64Array(Math.min(most, Math.max(...steps.map(Math.ceil))) + 1);
  values.forEach(([, probability], i) => {
    const below = Math.min(Math.floor(steps[i]), out.length - 1);
    const part = steps[i] - Math.floor(steps[i]);
    out[below] += probability * (1 - part);
    if (part > 0) out[Math.min(below + 1, out.length - 1)] += probability * part;
  });
  return out;
}

/** A quotient that is whole but for rounding is whole. */
function stepsOf(value: number, step: number): number {
  const steps = value / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9 * Math.max(1, steps) ? Math.round(steps) : steps;
}

function spread(law: AmountLaw, step: number, most: number): Float64Array {
  const last = Math.max(1, Math.min(most, Math.ceil(reachOf(law) / step)));
  const slopes = new Float64Array(last + 1);
  let before = 0;
  for (let j = 0; j < last; j++) {
    const limited = law.limitedMean((j + 1) * step);
    slopes[j] = (limited - before) / step;
    before = limited;
  }
  // The slope of the limited mean is the probability of being above: from 1 down to 0 at the last.
  return slopes.map((slope, j) => Math.max(0, (j === 0 ? 1 : slopes[j - 1]) - slope));
}

/** An amount beyond which as good as nothing of the mean lies. */
export function reachOf(law: AmountLaw): number {
  if (law.values !== null) return Math.max(...law.values.map(([value]) => value));
  let reach = law.mean;
  while (law.mean - law.limitedMean(reach) > negligible * law.mean && reach < 1e9 * law.mean) reach *= 1.25;
  return reach;
}
