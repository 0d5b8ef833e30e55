import type { CountRule, Param } from "../plan/plan.ts";
import { poissonQuantile } from "../random/poissonQuantile.ts";
import { quantile } from "../random/quantileOf.ts";
import { nextUniform, type Stream } from "../random/streams.ts";
import { drawBinomial } from "./multinomial.ts";

/**
 * The claims of so many members of a closed group's row in one period.
 *
 * A negative binomial number is a Poisson number whose mean is gamma distributed; the sum of those of several members has
 * their shapes added up.
 *
 * @param level the probability of a claim, or the mean number of claims, of one member
 */
export function drawClaims(
  law: CountRule,
  members: number,
  level: number,
  stream: Stream,
  valueFor: (param: Param) => number,
): number {
  switch (law.kind) {
    case "atMostOne":
      return drawBinomial(stream, members, level);
    case "poisson":
      return drawPoisson(stream, members * level);
    case "negativeBinomial": {
      const shape = valueFor(law.shape);
      const gamma = { kind: "gamma", shape: members * shape, scale: level / shape } as const;
      return members * level > 0 ? drawPoisson(stream, quantile(gamma, nextUniform(stream))) : 0;
    }
  }
}

function drawPoisson(stream: Stream, mean: number): number {
  return mean > 0 ? poissonQuantile(nextUniform(stream), mean) : 0;
}
