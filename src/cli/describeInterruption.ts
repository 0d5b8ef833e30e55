import type { Certainty, Report } from "../report/report.ts";
import { quote, reproduce } from "../report/tables/runTable.ts";

/** What was kept of a run that was stopped, and how to get the whole. */
export function describeInterruption(report: Report, out: string): string {
  const { replications, replicationsAsked, certainty } = report;
  const whole = reproduce({ ...report, replications: replicationsAsked });
  return `Interrupted: ${replications} of ${replicationsAsked} replications were done; ${out} holds the report of these.
To run the whole: ${whole}${certainty.goals.map(precisionOption).join("")} --out ${out}
`;
}

/** Without its goals the run would go on to their limit. */
function precisionOption({ ask, most, isRelative }: Certainty["goals"][number]): string {
  const error = isRelative ? `${Number((100 * most).toPrecision(12))}%` : most;
  return ` --precision ${quote(`${ask}=${error}`)}`;
}
