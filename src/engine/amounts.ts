import type { Plan } from "../plan/plan.ts";
import type { Distribution } from "../random/distribution.ts";
import { meanOf, varianceOf } from "../random/momentsOf.ts";
import { normalQuantile } from "../random/normalQuantile.ts";
import { quantile } from "../random/quantileOf.ts";
import { nextUniform, type Stream } from "../random/streams.ts";
import { isPerClaim } from "../scenario/perClaim.ts";
import { inLanes, type Lanes } from "./lanes.ts";
import { drawMultinomial } from "./multinomial.ts";

/** The mean amount of a claim of each tier, by lane. */
export function meanAmounts({ tiers }: Plan, lanes: Lanes): Float64Array[] {
  return tiers.map(({ amount }) =>
    isPerClaim(amount) ? new Float64Array(lanes.count).fill(meanOf(amount.perClaim)) : inLanes(amount, lanes),
  );
}

/** Above so many claims a sum of independent amounts is taken as normal: its skewness is then below 1 % of the claim's. */
const manyClaims = 10_000;

/**
 * The sum of the amounts of `count` claims, each drawn from `distribution`.
 *
 * Exact for gamma amounts (one draw of a gamma with `count` times the shape), for discrete ones (counts of each value
 * are multinomial) and for constants; other amounts are drawn one by one up to 10,000 claims, beyond by the central
 * limit theorem.
 */
export function sumOfClaims(count: number, distribution: Distribution, stream: Stream): number {
  if (count === 0) return 0;
  switch (distribution.kind) {
    case "constant":
      return count * distribution.value;
    case "gamma":
      return quantile({ ...distribution, shape: distribution.shape * count }, nextUniform(stream));
    case "discrete":
      return sumOfDiscrete(count, distribution, stream);
    default:
      return count <= manyClaims
        ? sumOneByOne(count, distribution, stream)
        : sumAsNormal(count, distribution, stream);
  }
}

function sumOfDiscrete(
  count: number,
  { values, probabilities }: Extract<Distribution, { kind: "discrete" }>,
  stream: Stream,
): number {
  let sum = 0;
  drawMultinomial(stream, count, probabilities, 1, (i, claims) => {
    sum += claims * values[i];
  });
  return sum;
}

function sumOneByOne(count: number, distribution: Distribution, stream: Stream): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += quantile(distribution, nextUniform(stream));
  return sum;
}

function sumAsNormal(count: number, distribution: Distribution, stream: Stream): number {
  const sum =
    count * meanOf(distribution) +
    Math.sqrt(count * varianceOf(distribution)) * normalQuantile(nextUniform(stream));
  return Math.max(0, sum);
}
