import { oldestAge, wholeAge } from "./measures.ts";
import { all, bad, good, map, type Problem, type Read, within } from "./problem.ts";
import { isMap, readInside } from "./readDistribution.ts";
import type { AgeRange } from "./scenario.ts";
import { unknownKey } from "./unknownKey.ts";

const allowed = `ages in whole years, such as 0-39, 5, 60+ or { from: 0, to: 39 }, from 0 to ${oldestAge}`;

/**
 * A band of ages last birthday, both ends included.
 *
 * @example readAges("0-39") // { from: 0, to: 39 }
 */
export function readAges(raw: unknown): Read<AgeRange> {
  if (isMap(raw)) return readEnds(raw);
  const match = /^(\d{1,3})(?:\s*(?:-|–|to)\s*(\d{1,3})|(\s*\+))?$/.exec(String(raw).trim());
  if (match === null || (typeof raw !== "string" && typeof raw !== "number")) return bad(allowed);
  const from = Number(match[1]);
  const to = match[3] === undefined ? Number(match[2] ?? match[1]) : oldestAge;
  if (to > oldestAge) return bad(allowed);
  return inOrder({ from, to });
}

function readEnds(raw: { readonly [key: string]: unknown }): Read<AgeRange> {
  const strange = strangeEnds(raw);
  if (strange.length > 0) return { ok: false, problems: strange };
  const ends = all<[number, number]>([
    within("from", readInside(raw.from ?? 0, wholeAge)),
    within("to", readInside(raw.to ?? oldestAge, wholeAge)),
  ]);
  return map(ends, ([from, to]) => inOrder({ from, to }));
}

/** Problems of keys beside `from` and `to`. */
export function strangeEnds(ages: { readonly [key: string]: unknown }): Problem[] {
  const known = ["from", "to"];
  const strange = Object.keys(ages).filter((key) => !known.includes(key));
  return strange.map((key) => unknownKey(key, known));
}

function inOrder(ages: AgeRange): Read<AgeRange> {
  if (ages.from <= ages.to) return good(ages);
  return bad("ages from the younger to the older", { found: `ages from ${ages.from} to ${ages.to}` });
}

/** Two bands of a list that share an age, as their positions; null if there are none. */
export function overlap(bands: readonly AgeRange[]): readonly [number, number] | null {
  for (let later = 1; later < bands.length; later += 1) {
    const earlier = bands.findIndex((band) => band.from <= bands[later].to && bands[later].from <= band.to);
    if (earlier >= 0 && earlier < later) return [earlier, later];
  }
  return null;
}
