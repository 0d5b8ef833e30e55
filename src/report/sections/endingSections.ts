import type { Report } from "../report.ts";
import { aftermathTable } from "../tables/aftermathTable.ts";
import { endingTable } from "../tables/endingTable.ts";
import { countOf } from "../wording.ts";
import type { Section } from "./section.ts";

/** How it ends, and what that leaves behind; `prefix` before the ids, which are unique on the page. */
export function endingSections(report: Report, prefix = ""): Section[] {
  const { aftermath } = report.ending;
  const ending: Section = {
    id: `${prefix}ending`,
    title: "How it ends",
    note: `Up to ${report.calendar.to}.`,
    table: endingTable(report),
  };
  if (aftermath === null) return [ending];
  const after: Section = {
    id: `${prefix}aftermath`,
    title: "What the ending leaves behind",
    note: `Over the ${countOf(aftermath.replications, "replication that ended", "replications that ended")}. Illness before the end may be paid for after it (run-off); refunds and deposits given back are of the end itself.`,
    isPart: true,
    table: aftermathTable(aftermath, report),
  };
  return [ending, after];
}
