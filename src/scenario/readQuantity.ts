import type { Distribution } from "../random/distribution.ts";
import { distributionKinds } from "./distributionKinds.ts";
import { whenPlaced } from "./placing.ts";
import { bad, good, map, type Read, within } from "./problem.ts";
import { readBills } from "./readBills.ts";
import { isMap, looksLikeDistribution, readInside } from "./readDistribution.ts";
import { readReaching } from "./readReaching.ts";
import type { Amount, Quantity, Uncertain } from "./scenario.ts";
import type { Measure } from "./units.ts";
import { unknownKey } from "./unknownKey.ts";

/** A number of the measure's range, or a distribution that stays in it. Its path is filled in when all is read. */
export function readQuantity(raw: unknown, measure: Measure): Read<Quantity> {
  if (!isMap(raw)) return withDistributionHint(raw, readInside(raw, measure));
  const allowed = `${measure.allowed}, or a distribution (${distributionKinds.join(", ")})`;
  if (!looksLikeDistribution(raw) && !("min" in raw) && !("max" in raw)) return bad(allowed);
  return map(readReaching(raw, measure), (distribution) => good(uncertain(distribution, raw)));
}

function uncertain(distribution: Distribution, raw: object): Uncertain {
  const value = { path: "", distribution };
  return whenPlaced(value, (nodeOf) => {
    value.path = nodeOf(raw)?.path ?? "";
  });
}

/** A quantity; or drawn anew for every claim, `{ perClaim: DISTRIBUTION }`, or by its bills, `{ bills: DISTRIBUTION, ... }`. */
export function readAmount(raw: unknown, measure: Measure): Read<Amount> {
  if (isMap(raw) && "bills" in raw) return readBills(raw, measure);
  if (!isMap(raw) || !("perClaim" in raw)) return readQuantity(raw, measure);
  const strange = Object.keys(raw).filter((key) => key !== "perClaim");
  const unknown = strange.filter((key) => !distributionKinds.some((kind) => kind === key));
  if (unknown.length > 0) return { ok: false, problems: unknown.map((key) => unknownKey(key, ["perClaim"])) };
  if (strange.length > 0) return bad("perClaim alone", { found: `perClaim beside ${strange.join(", ")}` });
  const read = readReaching(raw.perClaim, measure);
  return map(within("perClaim", read), (perClaim) => good({ perClaim }));
}

function withDistributionHint(raw: unknown, read: Read<number>): Read<number> {
  return Array.isArray(raw) && !read.ok
    ? bad(`${read.problems[0].allowed}; or { uniform: [low, high] }`)
    : read;
}
