import { aidFor, fixedAid, meanAid, varianceOfAid } from "../plan/aidAgainstBills.ts";
import type { TierAmount } from "../plan/plan.ts";
import type { Distribution } from "../random/distribution.ts";
import { meanOf, varianceOf } from "../random/momentsOf.ts";
import { normalQuantile } from "../random/normalQuantile.ts";
import { quantile } from "../random/quantileOf.ts";
import { nextUniform, type Stream } from "../random/streams.ts";
import { type AgainstBills, isAgainstBills, isPerClaim, type PerClaim } from "../scenario/perClaim.ts";
import { type Lanes, valueIn } from "./lanes.ts";
import { drawMultinomial } from "./multinomial.ts";

/** The means of per-claim amounts without growth: some take a quadrature, and every period asks for them. */
const knownMeans = new WeakMap<PerClaim, number>();

/**
 * The mean amount of a claim in one replication.
 *
 * @param growth of amounts, > 0: inflation since the scenario's prices; where aid is paid against bills, they grow
 * @example meanAmount(300_000, lanes, 0, 1.02) // 306_000
 */
export function meanAmount(amount: TierAmount, lanes: Lanes, lane: number, growth: number): number {
  if (isAgainstBills(amount)) return meanAid(amount, growth);
  return growth * (isPerClaim(amount) ? meanPerClaim(amount) : valueIn(amount, lanes, lane));
}

function meanPerClaim(amount: PerClaim): number {
  let mean = knownMeans.get(amount);
  if (mean === undefined) {
    mean = meanOf(amount.perClaim);
    knownMeans.set(amount, mean);
  }
  return mean;
}

/** Above so many claims a sum of independent amounts is taken as normal: its skewness is then below 1 % of the claim's. */
const manyClaims = 10_000;

/**
 * The sum of the amounts of `count` claims, each drawn anew.
 *
 * Exact for gamma amounts (one draw of a gamma with `count` times the shape), for discrete ones (counts of each value
 * are multinomial) and for constants; other amounts, and aid against bills, are drawn one by one up to 10,000 claims,
 * beyond by the central limit theorem.
 *
 * @param count whole, >= 0
 * @param growth of amounts, or of the bills, > 0: inflation since the scenario's prices
 */
export function sumOfClaims(
  count: number,
  amount: PerClaim | AgainstBills,
  growth: number,
  stream: Stream,
): number {
  if (count === 0) return 0;
  return isAgainstBills(amount)
    ? sumOfAid(count, amount, growth, stream)
    : growth * sumOfAmounts(count, amount.perClaim, stream);
}

function sumOfAid(count: number, amount: AgainstBills, growth: number, stream: Stream): number {
  const { bills, upTo } = amount;
  if (count <= manyClaims)
    return sumOneByOne(count, stream, (u) => aidFor(growth * quantile(bills, u), amount));
  const sum = drawNormal(count, meanAid(amount, growth), varianceOfAid(amount, growth), stream);
  return Math.min(Math.max(count * fixedAid(amount), sum), count * upTo);
}

function sumOfAmounts(count: number, distribution: Distribution, stream: Stream): number {
  switch (distribution.kind) {
    case "constant":
      return count * distribution.value;
    case "gamma":
      return quantile({ ...distribution, shape: distribution.shape * count }, nextUniform(stream));
    case "discrete":
      return sumOfDiscrete(count, distribution, stream);
    default:
      if (count <= manyClaims) return sumOneByOne(count, stream, (u) => quantile(distribution, u));
      return Math.max(0, drawNormal(count, meanOf(distribution), varianceOf(distribution), stream));
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

function sumOneByOne(count: number, stream: Stream, amountAt: (u: number) => number): number {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += amountAt(nextUniform(stream));
  return sum;
}

/** The sum of very many independent amounts, nearly normal. */
function drawNormal(count: number, mean: number, variance: number, stream: Stream): number {
  return count * mean + Math.sqrt(count * variance) * normalQuantile(nextUniform(stream));
}
