import { commonStep } from "../../scenario/lattice.ts";
import { isAgainstBills, isPerClaim } from "../../scenario/perClaim.ts";
import type { Amount, GroupRow } from "../../scenario/scenario.ts";
import { largestTotal } from "./largestTotal.ts";
import type { LatticeRow } from "./latticeRow.ts";
import { rowCount } from "./rowCount.ts";

/** A closed group whose losses are whole multiples of one step. */
export interface Lattice {
  /** In money. */
  readonly step: number;
  /** The largest total considered, in steps: the largest possible, or one exceeded with a probability below 1e-12. */
  readonly last: number;
  readonly rows: readonly LatticeRow[];
}

/** The lattice ends where larger totals are less probable than this. */
const leftOut = 1e-12;

/**
 * Puts a closed group's losses on a lattice.
 *
 * @param rows all their numbers known; throws otherwise
 * @returns null where an amount takes more than single values, or where these are no multiples of a common step
 */
export function latticeOf(rows: readonly GroupRow[]): Lattice | null {
  const laws = rows.map(({ benefit }) => valuesOf(benefit));
  if (!laws.every((law) => law !== null)) return null;
  const step = commonStep(laws.flatMap(({ values }) => values));
  if (step === null) return null;
  const latticeRows = rows.map((row, i) => latticeRow(row, laws[i], step));
  return { step, last: largestTotal(latticeRows, leftOut), rows: latticeRows };
}

function latticeRow(row: GroupRow, { values, probabilities }: Values, step: number): LatticeRow {
  const count = rowCount(row);
  const steps = values.map((value) => Math.round(value / step));
  // The same in both cases, told apart for the type.
  return count.kind === "binomial" ? { count, steps, probabilities } : { count, steps, probabilities };
}

interface Values {
  readonly values: readonly number[];
  readonly probabilities: readonly number[];
}

/** The single values that an amount takes with a probability above 0; null where it takes others. */
function valuesOf(amount: Amount): Values | null {
  if (typeof amount === "number") return certainly(amount);
  if (isAgainstBills(amount) || !isPerClaim(amount)) return null;
  const { perClaim } = amount;
  if (perClaim.kind === "constant") return certainly(perClaim.value);
  if (perClaim.kind !== "discrete") return null;
  const possible = (_: number, i: number) => perClaim.probabilities[i] > 0;
  return {
    values: perClaim.values.filter(possible),
    probabilities: perClaim.probabilities.filter((probability) => probability > 0),
  };
}

function certainly(value: number): Values {
  return { values: [value], probabilities: [1] };
}
