import type { Distribution } from "../random/distribution.ts";
import { portion } from "./measures.ts";
import type { AgainstBills } from "./perClaim.ts";
import { all, good, map, type Read, within } from "./problem.ts";
import { readInside } from "./readDistribution.ts";
import { readReaching } from "./readReaching.ts";
import type { Measure } from "./units.ts";
import { unknownKey } from "./unknownKey.ts";

const keys = ["bills", "upTo", "fixed", "deductible", "portion"];

/** Aid against the bills of each claim, `{ bills: DISTRIBUTION, upTo, fixed, deductible, portion }`; `measure` is that of the bills. */
export function readBills(raw: { readonly [key: string]: unknown }, measure: Measure): Read<AgainstBills> {
  const strange = Object.keys(raw).filter((key) => !keys.includes(key));
  if (strange.length > 0) return { ok: false, problems: strange.map((key) => unknownKey(key, keys)) };
  const number = (key: string, of: Measure, standard: number) =>
    key in raw ? within(key, readInside(raw[key], of)) : good(standard);
  const parts = all<[Distribution, number, number, number, number]>([
    within("bills", readReaching(raw.bills, measure)),
    number("upTo", measure, Number.POSITIVE_INFINITY),
    number("fixed", portion, 0),
    number("deductible", measure, 0),
    number("portion", portion, 1),
  ]);
  return map(parts, ([bills, upTo, fixed, deductible, ofBills]) =>
    fixed > 0 && upTo === Number.POSITIVE_INFINITY
      ? fixedOfNothing
      : good({ bills, upTo, fixed, deductible, portion: ofBills }),
  );
}

const fixedOfNothing: Read<never> = {
  ok: false,
  problems: [
    {
      steps: ["fixed"],
      found: "a fixed part without `upTo`",
      allowed: "beside `fixed` also `upTo`, the amount of which it is a part",
      isAbsence: true,
    },
  ],
};
