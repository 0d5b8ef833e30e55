import type { GroupRule } from "../plan.ts";

/**
 * The rows' parts of a period's total loss, from the rows' losses. They sum to the total.
 *
 * @param losses by row, each >= 0
 * @param out receives each row's part; with a linear rule or a matrix it may be below 0
 */
export function allocate(rule: GroupRule, losses: Float64Array, out: Float64Array): void {
  switch (rule.kind) {
    case "linear":
      byDeviation(rule, sum(losses), out);
      break;
    case "conditionalMean":
      byConditionalMean(rule, sum(losses), out);
      break;
    case "matrix":
      byMatrix(rule, losses, out);
  }
}

type RuleOf<Kind extends GroupRule["kind"]> = Extract<GroupRule, { kind: Kind }>;

function byDeviation({ means, weights }: RuleOf<"linear">, total: number, out: Float64Array): void {
  let deviation = total;
  for (let i = 0; i < means.length; i++) deviation -= means[i];
  for (let i = 0; i < means.length; i++) out[i] = means[i] + weights[i] * deviation;
}

/** Between two lattice points on the straight line, on which the parts sum to the total as well. */
function byConditionalMean(
  { step, conditionalMeans }: RuleOf<"conditionalMean">,
  total: number,
  out: Float64Array,
): void {
  const last = conditionalMeans[0].length - 1;
  const at = total / step;
  const low = Math.min(Math.floor(at), last);
  for (let i = 0; i < conditionalMeans.length; i++) {
    const means = conditionalMeans[i];
    if (low < last) out[i] = means[low] + (at - low) * (means[low + 1] - means[low]);
    else out[i] = last === 0 ? total / conditionalMeans.length : (means[last] * at) / last;
  }
}

function byMatrix({ matrix }: RuleOf<"matrix">, losses: Float64Array, out: Float64Array): void {
  for (let i = 0; i < matrix.length; i++) {
    out[i] = 0;
    for (let j = 0; j < losses.length; j++) out[i] += matrix[i][j] * losses[j];
  }
}

function sum(values: Float64Array): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}
