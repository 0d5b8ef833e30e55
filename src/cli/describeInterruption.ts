import type { Report } from "../report/report.ts";
import { reproduce } from "../report/tables/runTable.ts";

/** What was kept of a run that was stopped, and how to get the whole. */
export function describeInterruption(report: Report, out: string): string {
  const { replications, replicationsAsked } = report;
  const whole = reproduce({ ...report, replications: replicationsAsked });
  return `Interrupted: ${replications} of ${replicationsAsked} replications were done; ${out} holds the report of these.
To run the whole: ${whole} --out ${out}
`;
}
