import type { GroupRow, SharingRule } from "../../scenario/scenario.ts";
import type { GroupRule } from "../plan.ts";
import { conditionalMeanRule } from "./conditionalMeans.ts";
import { covariancesOf } from "./covariances.ts";
import { fairMatrix } from "./fairMatrix.ts";
import { linearRule } from "./linearRule.ts";
import { rowMoments } from "./rowMoments.ts";

/**
 * How a closed group's total is divided over its rows; null where the rule is one by weights.
 *
 * @param rows all their numbers known, and for conditional means their amounts on a lattice; throws otherwise, as the
 *   scenario's checks let no other pass
 * @param dependence correlations of the rows' log-losses; null: independent
 */
export function groupRule(
  rule: SharingRule,
  rows: readonly GroupRow[],
  dependence: readonly (readonly number[])[] | null,
): GroupRule | null {
  switch (rule.kind) {
    case "linear":
      return linearRule(rule.weights, rows, dependence);
    case "conditionalMean":
      return conditionalMeanRule(rows);
    case "matrix": {
      const means = rows.map((row) => rowMoments(row).mean);
      const joined = joinedRows(rows, rule.network);
      return { kind: "matrix", matrix: fairMatrix(means, covariancesOf(rows, dependence), joined) };
    }
    default:
      return null;
  }
}

/** Who shares with whom: all with all, or each row with itself and with those that the network joins with it. */
function joinedRows(
  rows: readonly GroupRow[],
  network: readonly (readonly [string, string])[] | null,
): boolean[][] {
  const areJoined = (a: string, b: string) =>
    a === b ||
    network === null ||
    network.some(([one, other]) => (one === a && other === b) || (one === b && other === a));
  return rows.map((a) => rows.map((b) => areJoined(a.className, b.className)));
}
