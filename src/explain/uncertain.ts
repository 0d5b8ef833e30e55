import type { Plan } from "../plan/plan.ts";
import { uncertainNumbers } from "../plan/planFacts.ts";
import { meanOf, varianceOf } from "../random/momentsOf.ts";
import { quantile } from "../random/quantileOf.ts";
import type { UncertainRange } from "./explanation.ts";

/** All numbers that are drawn, those that are least known for their size first. */
export function uncertainRanges(plan: Plan): UncertainRange[] {
  const drawn = [...plan.draws, ...plan.shapes];
  const ranges = uncertainNumbers(plan).flatMap(({ path, kind }): UncertainRange[] => {
    const draw = drawn.find((of) => of.path === path);
    if (draw === undefined) return [];
    const { distribution } = draw;
    return [
      {
        path,
        mean: meanOf(distribution),
        q05: quantile(distribution, 0.05),
        q95: quantile(distribution, 0.95),
        sd: Math.sqrt(varianceOf(distribution)),
        drawn: kind,
      },
    ];
  });
  return ranges.sort((a, b) => {
    const [first, second] = [relativeWidth(a), relativeWidth(b)];
    return Number(second > first) - Number(second < first);
  });
}

/** Width of the 90 % range over the mean's size; of a mean of 0 it is infinite. */
function relativeWidth({ mean, q05, q95 }: UncertainRange): number {
  return mean === 0 ? Number.POSITIVE_INFINITY : (q95 - q05) / Math.abs(mean);
}
