import type { Distribution } from "../random/distribution.ts";
import { bad, good, map, type Read } from "./problem.ts";
import { reachOf } from "./reachOf.ts";
import { readDistribution } from "./readDistribution.ts";
import type { Measure } from "./units.ts";

/** A distribution that stays in the measure's range. */
export function readReaching(raw: unknown, measure: Measure): Read<Distribution> {
  return map(readDistribution(raw, measure), (distribution) => checkReach(distribution, measure));
}

function checkReach(distribution: Distribution, measure: Measure): Read<Distribution> {
  const [low, high] = reachOf(distribution);
  // An excluded end is reached by single values only: a continuous distribution has it with probability 0.
  const isExcluded = measure.above === true && distribution.kind === "discrete" && low === measure.low;
  const tooLow = low < measure.low || isExcluded;
  const tooHigh = high > measure.high;
  if (!tooLow && !tooHigh) return good(distribution);
  const ends = [tooLow ? `min: ${measure.low}` : "", tooHigh ? `max: ${measure.high}` : ""].filter(
    (one) => one !== "",
  );
  const instead = tooLow && measure.low === 0 ? ", or use lognormal" : "";
  return bad(`${measure.allowed}; add ${ends.join(", ")} beside the distribution${instead}`, {
    found: `a distribution that reaches from ${short(low)} to ${short(high)}`,
  });
}

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}
