import type { Distribution } from "../random/distribution.ts";
import { distributionKinds } from "./distributionKinds.ts";
import { whenPlaced } from "./placing.ts";
import { bad, good, map, type Read, within } from "./problem.ts";
import { reachOf } from "./reachOf.ts";
import { isMap, looksLikeDistribution, readDistribution, readInside } from "./readDistribution.ts";
import type { Amount, Quantity, Uncertain } from "./scenario.ts";
import type { Measure } from "./units.ts";
import { unknownKey } from "./unknownKey.ts";

/** A number of the measure's range, or a distribution that stays in it. Its path is filled in when all is read. */
export function readQuantity(raw: unknown, measure: Measure): Read<Quantity> {
  if (!isMap(raw)) return withDistributionHint(raw, readInside(raw, measure));
  const allowed = `${measure.allowed}, or a distribution (${distributionKinds.join(", ")})`;
  if (!looksLikeDistribution(raw) && !("min" in raw) && !("max" in raw)) return bad(allowed);
  return map(readDistribution(raw, measure), (distribution) =>
    map(checkReach(distribution, measure), () => good(uncertain(distribution, raw))),
  );
}

function uncertain(distribution: Distribution, raw: object): Uncertain {
  const value = { path: "", distribution };
  return whenPlaced(value, (nodeOf) => {
    value.path = nodeOf(raw)?.path ?? "";
  });
}

/** A quantity, or `{ perClaim: DISTRIBUTION }`, drawn anew for every claim. */
export function readAmount(raw: unknown, measure: Measure): Read<Amount> {
  if (!isMap(raw) || !("perClaim" in raw)) return readQuantity(raw, measure);
  const strange = Object.keys(raw).filter((key) => key !== "perClaim");
  const unknown = strange.filter((key) => !distributionKinds.some((kind) => kind === key));
  if (unknown.length > 0) return { ok: false, problems: unknown.map((key) => unknownKey(key, ["perClaim"])) };
  if (strange.length > 0) return bad("perClaim alone", { found: `perClaim beside ${strange.join(", ")}` });
  const read = map(readDistribution(raw.perClaim, measure), (distribution) =>
    checkReach(distribution, measure),
  );
  return map(within("perClaim", read), (perClaim) => good({ perClaim }));
}

function withDistributionHint(raw: unknown, read: Read<number>): Read<number> {
  return Array.isArray(raw) && !read.ok
    ? bad(`${read.problems[0].allowed}; or { uniform: [low, high] }`)
    : read;
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
