import { largestTotal } from "../plan/sharing/largestTotal.ts";
import type { UnboundedRow } from "../plan/sharing/latticeRow.ts";
import { commonStep } from "../scenario/lattice.ts";
import type { AmountLaw } from "./amountLaw.ts";
import type { Moments } from "./moments.ts";
import { onLattice, reachOf } from "./onLattice.ts";

/**
 * The lattice on which a total is worked out, wrapped around: it starts at `first` steps from `offset` and has `size` points, a power
 * of two.
 */
export interface Circle {
  /** What is certain in every world. */
  readonly offset: number;
  readonly step: number;
  readonly first: number;
  readonly size: number;
  /** Whether amounts fall between its points. */
  readonly isSplit: boolean;
}

/** Claims of one law that go into a total, as far as the lattice has to know them. */
export interface ClaimsOfLaw {
  readonly law: AmountLaw;
  readonly count: UnboundedRow["count"];
}

/** A total in one world: what goes into it, and its moments. */
export interface TotalInWorld {
  readonly claims: readonly ClaimsOfLaw[];
  readonly moments: Moments;
  /** A part of it that is certain. */
  readonly certain: number;
}

/** Totals rarer than this may be anywhere. */
const leftOut = 1e-12;
/** So many standard deviations below its mean a total of amounts >= 0 is as rare. */
const farBelow = 8;
/** The most points, and how fine the lattice is where amounts fall between its points: steps in a standard deviation. */
export const mostPoints = 65_536;
const stepsInSd = 200;
/** What splitting amounts between two points may add to the variance, as a part of it: aimed at, and borne at most. */
const aimedAt = 2e-4;
const bornAtMost = 2e-3;

/**
 * Chooses a lattice that reaches from the least to the largest total that matter in any of the worlds. If all amounts are multiples of a
 * common step, with that step; else with one so small that the figures do not move with it.
 *
 * @returns null where it would need more points than `most`
 */
export function circleFor(worlds: readonly TotalInWorld[], all: Moments, most = mostPoints): Circle | null {
  const offset = Math.min(...worlds.map(({ certain }) => certain));
  const totals = worlds.map((total) => ({ ...total, certain: total.certain - offset }));
  const from = Math.min(
    ...totals.map(
      ({ moments, certain }) => certain + Math.max(0, moments.mean - farBelow * Math.sqrt(moments.variance)),
    ),
  );
  const to = Math.max(...extremes(totals).map((total) => total.certain + largest(total)));
  const exact = exactStep(totals);
  if (exact !== null && (to - from) / exact + 2 <= most)
    return { offset, ...circle(exact, from, to), isSplit: false };
  const step = fineStep(totals, all, (to - from) / (most - 2));
  return step === null ? null : { offset, ...circle(step, from, to), isSplit: true };
}

function circle(step: number, from: number, to: number): Pick<Circle, "step" | "first" | "size"> {
  const first = Math.max(0, Math.floor(from / step));
  let size = 2;
  while (size < to / step - first + 2) size *= 2;
  return { step, first, size };
}

/** Worlds one of which has the largest totals: with the largest mean, or largest some deviations above. */
function extremes(totals: readonly TotalInWorld[]): TotalInWorld[] {
  const most = (of: (total: TotalInWorld) => number) => totals.reduce((a, b) => (of(b) > of(a) ? b : a));
  const high = ({ moments, certain }: TotalInWorld, deviations: number) =>
    certain + moments.mean + deviations * Math.sqrt(moments.variance);
  return [most((total) => high(total, 0)), most((total) => high(total, farBelow))];
}

/** A total exceeded by one in 1e12, in money: of claims at least as spread as those of single members are. */
function largest({ claims }: TotalInWorld): number {
  const reach = Math.max(0, ...claims.map(({ law }) => reachOf(law)));
  if (reach === 0) return 0;
  const unit = reach / coarse;
  const rows = claims.map(({ law, count }): UnboundedRow => {
    const [steps, probabilities] = roughly(law, unit);
    return { count, steps, probabilities };
  });
  return largestTotal(rows, leftOut) * unit;
}

/** How fine amounts are for finding out where totals end: an amount that is only more spread gives a limit that is larger. */
const coarse = 128;

/** An amount in whole steps, not smaller than it is or more spread. */
function roughly(law: AmountLaw, unit: number): [number[], number[]] {
  if (law.values !== null)
    return [law.values.map(([value]) => Math.ceil(value / unit)), law.values.map(([, p]) => p)];
  const probabilities = Array.from(onLattice(law, unit, coarse));
  return [probabilities.map((_, i) => i), probabilities];
}

function exactStep(totals: readonly TotalInWorld[]): number | null {
  const values = totals.flatMap(({ claims, certain }) => [
    certain,
    ...claims.flatMap(({ law }) => law.values?.map(([value]) => value) ?? [Number.NaN]),
  ]);
  return values.every(Number.isFinite) ? commonStep([...new Set(values)]) : null;
}

/** Splitting a claim's amount adds step^2 / 6 to the variance, on average over where it falls. */
function fineStep(totals: readonly TotalInWorld[], all: Moments, least: number): number | null {
  const added = Math.max(...totals.map((total) => expectedClaims(total) / 6 / (total.moments.variance || 1)));
  const sd = Math.sqrt(all.variance);
  const wanted = Math.min(sd / stepsInSd, added > 0 ? Math.sqrt(aimedAt / added) : Number.POSITIVE_INFINITY);
  const step = Math.max(wanted, least);
  return step > 0 && step * step * added <= bornAtMost && step <= sd / 20 ? step : null;
}

function expectedClaims({ claims }: TotalInWorld): number {
  return claims.reduce((sum, { count }) => sum + count.mean, 0);
}
