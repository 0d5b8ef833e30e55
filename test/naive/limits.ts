import type { Stage } from "../../src/scenario/scenario.ts";
import type { Member, Pool, World } from "./world.ts";

/**
 * Rounds shares up to the unit and keeps them within the caps. Where somebody would pass a cap, all are asked for less in
 * proportion, rounded down, so that the weights hold.
 */
export function limitShares(
  sharers: readonly Member[],
  each: readonly number[],
  sharing: Stage["sharing"],
  pool: Pool,
  world: World,
): number[] {
  const { roundUpTo } = sharing;
  const asked = each.map((share) => toUnit(share, roundUpTo, Math.ceil));
  const limits = sharers.map((member) => limitOf(member, sharing, pool, world));
  const part = asked.reduce(
    (least, share, i) => (share > limits[i] ? Math.min(least, limits[i] / each[i]) : least),
    1,
  );
  const isLimited = asked.some((share, i) => share > limits[i]);
  return isLimited ? each.map((share) => toUnit(share * Math.min(1, part), roundUpTo, Math.floor)) : asked;
}

/** To a multiple of a unit; a hair's breadth beside one is the computer's rounding. */
function toUnit(share: number, unit: number, round: (units: number) => number): number {
  if (unit === 0) return share;
  const units = share / unit;
  return unit * (Math.abs(units - Math.round(units)) < 1e-9 ? Math.round(units) : round(units));
}

/** The most that one sharer can be asked for now: for the cases there are, in a period, and in what is left of the year's cap. */
function limitOf(
  { paidThisYear }: Member,
  { caps, feePerHead }: Stage["sharing"],
  { sharedCases }: Pool,
  { known }: World,
): number {
  const { perCase, perPeriod, perYear } = caps;
  const none = Number.POSITIVE_INFINITY;
  return Math.min(
    perCase === null ? none : known(perCase) * sharedCases + known(feePerHead),
    perPeriod === null ? none : known(perPeriod),
    perYear === null ? none : Math.max(0, known(perYear) - paidThisYear),
  );
}
