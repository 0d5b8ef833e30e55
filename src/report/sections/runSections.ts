import type { Report } from "../report.ts";
import { assumptionsTable, onlySource, planAssumptions } from "../tables/assumptionsTable.ts";
import { periodsTable } from "../tables/periodsTable.ts";
import { runTable } from "../tables/runTable.ts";
import { countOf } from "../wording.ts";
import type { Section } from "./section.ts";

/** What was run, what was assumed, and every settlement. */
export function runSections(report: Report): Section[] {
  return [
    {
      id: "run",
      title: "The run",
      note: "All that is needed to come to the same numbers.",
      table: runTable(report),
    },
    {
      id: "assumptions",
      title: "Assumptions",
      note: assumptionsNote(report),
      table: assumptionsTable(report),
    },
    {
      id: "periods",
      title: "Period by period",
      note: periodsNote(report),
      table: periodsTable(report),
      folded: true,
    },
  ];
}

function assumptionsNote(report: Report): string {
  const assumptions = planAssumptions(report);
  const source = onlySource(assumptions);
  const uncertain = assumptions.filter((assumption) => assumption.uncertain !== null).length;
  const drawn = uncertain === 0 ? "none is" : uncertain === 1 ? "one is" : `${uncertain} are`;
  return `Every number and rule the scenario states${source === null ? "" : ` (${source})`}, with the comment its author wrote beside it; ${drawn} uncertain and drawn anew.`;
}

function periodsNote({ periods, replications, pools }: Report): string {
  const shown =
    periods.length > 500 ? `The first 500 of ${periods.length} periods; periods.csv has all. ` : "";
  const ofPools = pools.length > 0 ? " All pools together; periods.csv has each." : "";
  return `${shown}Medians over ${countOf(replications, "replication")} (“Left”: the mean, for any reason).${ofPools}`;
}
