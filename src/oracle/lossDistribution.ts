/** The distribution of an amount: values ascending with their probabilities, which sum to one but for rounding. */
export interface LossDistribution {
  readonly values: Float64Array;
  readonly probabilities: Float64Array;
  /** 0: it takes these values only; else each stands for what is within half of this around it. */
  readonly width: number;
}

/**
 * The smallest value that is not exceeded with a probability; within the width of a value on a straight line.
 *
 * @param level strictly between 0 and 1
 * @example quantileOf(distribution, 0.95)
 */
export function quantileOf({ values, probabilities, width }: LossDistribution, level: number): number {
  let below = 0;
  for (let i = 0; i < values.length; i++) {
    const probability = probabilities[i];
    // Rounding must not lift a level over a step of the distribution.
    if (below + probability >= level - 1e-12) {
      const way = width === 0 || i === 0 ? 0.5 : (level - below) / probability;
      return values[i] + (way - 0.5) * width * (i === 0 ? 0 : 1);
    }
    below += probability;
  }
  return values[values.length - 1];
}

/** P(amount > limit); within the width of a value on a straight line. */
export function probabilityAbove({ values, probabilities, width }: LossDistribution, limit: number): number {
  let above = 0;
  for (let i = values.length - 1; i >= 0; i--) {
    if (values[i] - width / 2 > limit || (width === 0 && values[i] > limit)) above += probabilities[i];
    else {
      const part = i > 0 && width > 0 ? Math.max(0, (values[i] + width / 2 - limit) / width) : 0;
      return Math.min(1, above + part * probabilities[i]);
    }
  }
  return Math.min(1, above);
}

/**
 * The stop-loss premium: the mean of what is beyond a limit, max(0, amount - limit).
 *
 * @example stopLoss(distribution, 3000)
 */
export function stopLoss({ values, probabilities }: LossDistribution, limit: number): number {
  let mean = 0;
  for (let i = values.length - 1; i >= 0 && values[i] > limit; i--)
    mean += probabilities[i] * (values[i] - limit);
  return mean;
}

/** The mean of the amounts beyond a quantile: quantile + stop-loss beyond it / (1 - level). */
export function tailMean(distribution: LossDistribution, level: number): number {
  const quantile = quantileOf(distribution, level);
  return quantile + stopLoss(distribution, quantile) / (1 - level);
}
