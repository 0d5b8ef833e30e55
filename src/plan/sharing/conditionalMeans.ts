import type { GroupRow } from "../../scenario/scenario.ts";
import type { GroupRule } from "../plan.ts";
import { addMembers, lossOfBinomial } from "./addMembers.ts";
import { type Lattice, latticeOf } from "./lattice.ts";
import { isBinomial, isUnbounded, type LatticeRow } from "./latticeRow.ts";
import { shareOut } from "./shareOut.ts";
import { lossOfUnbounded, unboundedTotal } from "./unboundedTotal.ts";

type ConditionalMeanRule = Extract<GroupRule, { kind: "conditionalMean" }>;

/**
 * Row i bears what its loss is expected to be, given the total: E[loss of row i; total = s] over the sum of the same over
 * all rows, times s.
 *
 * Source: Denuit & Dhaene, "Convex order and comonotonic conditional mean risk sharing", Insurance: Mathematics and
 * Economics 51 (2012).
 *
 * @param rows with amounts on a lattice, and all numbers known; throws otherwise
 */
export function conditionalMeanRule(rows: readonly GroupRow[]): ConditionalMeanRule {
  const lattice = latticeOf(rows);
  if (lattice === null)
    throw new Error("a group that shares by conditional means has amounts without a common step");
  const parts = expectedLosses(lattice);
  shareOut(parts, lattice.step);
  return { kind: "conditionalMean", step: lattice.step, conditionalMeans: parts };
}

/** By row, its expected loss where the total is 0, 1, 2... steps, up to a common factor. */
function expectedLosses({ rows, last }: Lattice): Float64Array[] {
  return lossesBeside(rows, unboundedTotal(rows.filter(isUnbounded), last));
}

/**
 * Halves the rows, again and again, so that each row of one claim a member at most is met with the total of all but itself;
 * rows without an upper bound are in the total from the start on.
 *
 * @param total of all other rows, and of those without an upper bound
 */
function lossesBeside(rows: readonly LatticeRow[], total: Float64Array): Float64Array[] {
  if (rows.length < 2) return rows.map((row) => lossOf(row, total));
  const first = rows.slice(0, rows.length / 2);
  const second = rows.slice(first.length);
  return [...lossesBeside(first, addRows(second, total)), ...lossesBeside(second, addRows(first, total))];
}

function addRows(rows: readonly LatticeRow[], total: Float64Array): Float64Array {
  return rows.filter(isBinomial).reduce((sum, row) => addMembers(row, row.count.trials, sum), total);
}

function lossOf(row: LatticeRow, total: Float64Array): Float64Array {
  return isBinomial(row) ? lossOfBinomial(row, total) : lossOfUnbounded(row, total);
}
