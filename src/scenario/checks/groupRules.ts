import { commonStep, latticeAmounts, latticeSize, mostPoints } from "../lattice.ts";
import { isAgainstBills, isPerClaim } from "../perClaim.ts";
import type { Problem } from "../problem.ts";
import type { ClaimCount, GroupRow, Quantity } from "../scenario.ts";
import type { StageCheck } from "./stageCheck.ts";

/** Closed-group rules are computed before the run, from numbers that must be known, and conditional means on a lattice. */
export const checkGroupRule: StageCheck = ({ sharing }, { plan: { group, isByMoments } }) => {
  const kind = sharing?.rule.kind;
  if (!group || (kind !== "conditionalMean" && kind !== "linear" && kind !== "matrix")) return [];
  if (kind !== "conditionalMean") return checkKnown(group);
  if (!isByMoments) return checkLattice(group);
  const allowed =
    "equal, class, expectedCost, linear or matrix: conditional means need amounts in whole steps";
  return [{ steps: ["sharing", "rule"], found: "the rule conditionalMean beside `losses`", allowed }];
};

/** Numbers that are drawn once per replication. */
function checkKnown(group: readonly GroupRow[]): Problem[] {
  const allowed = "a known number: the sharing rule is computed from it before the run";
  return group.flatMap(({ claims, benefit }, index) => {
    const uncertain = [...claimNumbers(claims), ["benefit"]].filter((keys) =>
      isUncertain(keys[0] === "benefit" ? benefit : numberAt(claims, keys)),
    );
    return uncertain.map((keys) => ({
      steps: ["group", index, ...keys],
      found: "an uncertain number",
      allowed,
    }));
  });
}

/** Where the numbers of a law stand in a row. */
function claimNumbers(claims: ClaimCount): string[][] {
  if (claims.kind === "atMostOne") return [["claimProbability"]];
  if (claims.kind !== "negativeBinomial") return [["claims", claims.kind]];
  return ["mean", "shape"].map((key) => ["claims", claims.kind, key]);
}

function numberAt(claims: ClaimCount, keys: readonly string[]): Quantity {
  if (claims.kind === "atMostOne") return claims.probability;
  return claims.kind === "negativeBinomial" && keys[2] === "shape" ? claims.shape : claims.mean;
}

function isUncertain(amount: GroupRow["benefit"]): boolean {
  return typeof amount === "object" && !isPerClaim(amount) && !isAgainstBills(amount);
}

function checkLattice(group: readonly GroupRow[]): Problem[] {
  const problems = [...checkKnown(group), ...checkAmounts(group)];
  const lattice = problems.length === 0 ? latticeSize(group) : null;
  if (lattice === null || lattice.points <= mostPoints) return problems;
  const found = `conditionalMean over ${lattice.points} totals, in steps of ${lattice.step}`;
  return [{ steps: ["sharing", "rule"], found, allowed: `up to ${mostPoints} totals: rounder amounts` }];
}

function checkAmounts(group: readonly GroupRow[]): Problem[] {
  const before: number[] = [];
  return group.flatMap(({ benefit }, index) => {
    const steps = ["group", index, "benefit"];
    const amounts = latticeAmounts(benefit);
    if (amounts === null) {
      const allowed = "a known amount, or perClaim with discrete, for the rule conditionalMean";
      return isUncertain(benefit) ? [] : [{ steps, found: "an amount of any size", allowed }];
    }
    if (commonStep([...before, ...amounts]) !== null) {
      before.push(...amounts);
      return [];
    }
    const allowed = "amounts that are whole multiples of one step, with up to six decimals";
    return [{ steps, found: "an amount in no such step", allowed }];
  });
}
