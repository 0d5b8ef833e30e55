import { viewsOf } from "../poolView.ts";
import type { Report } from "../report.ts";
import { endingFinding } from "./endingFinding.ts";

/** How pools end, where it is not how the plan does; a sentence each. */
export function poolEndings(report: Report): string[] {
  return endedPools(report).flatMap((view) => endingFinding(view, `Pool “${view.pool}”`) ?? []);
}

/** The same of pools that a rule, no decision, ended in one replication in twenty or more. */
export function poolEndingsByRule(report: Report, often: number): string[] {
  const byRule = endedPools(report).filter(
    ({ ending }) => ending.cause !== "closing" && ending.probability.value >= often,
  );
  return byRule.flatMap((view) => endingFinding(view, `Pool “${view.pool}”`) ?? []);
}

function endedPools(report: Report) {
  const ofPlan = report.ending.date;
  return viewsOf(report).filter(({ ending }) => ending.cause !== null && ending.date !== ofPlan);
}
