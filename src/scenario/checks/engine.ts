import type { PlanDraft } from "../drafts.ts";
import type { Problem } from "../problem.ts";

/** Why a plan needs whole claims, and so the exact engine; null if it does not. */
function whyExact({ group, isByMoments, pools }: PlanDraft): string | null {
  if (!group) return null;
  if (isByMoments) return "`losses`";
  const counted = group.find(
    ({ claims }) => claims.kind === "geometric" || claims.kind === "negativeBinomial",
  );
  if (counted !== undefined) return `claims by ${counted.claims.kind}`;
  const rules = pools.flatMap(({ stages }) =>
    stages.flatMap(({ rules: { sharing } }) => sharing?.rule ?? []),
  );
  const rule = rules.find(({ kind }) => kind === "linear" || kind === "conditionalMean" || kind === "matrix");
  return rule === undefined ? null : `the rule ${rule.kind}`;
}

/** The fast engine where claims must be counted one by one. */
export function checkEngine(plan: PlanDraft): Problem[] {
  const why = plan.engine === "fast" ? whyExact(plan) : null;
  if (why === null) return [];
  const allowed = "exact or auto: these claims are counted one by one";
  return [{ steps: ["engine"], found: `fast beside ${why}`, allowed }];
}
