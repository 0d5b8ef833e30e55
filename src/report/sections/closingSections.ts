import type { Report } from "../report.ts";
import { assumptionsTable, onlySource, planAssumptions } from "../tables/assumptionsTable.ts";
import { runTable } from "../tables/runTable.ts";
import { type Section, withRows } from "./section.ts";

/** What a report closes with, after its methods: what was run, and all that was assumed. */
export function closingSections(report: Report): Section[] {
  return withRows([
    {
      id: "run",
      title: "The run",
      note: "All that is needed to come to the same numbers.",
      isPart: true,
      table: runTable(report),
    },
    {
      id: "assumptions",
      title: "Assumptions",
      note: assumptionsNote(report),
      table: assumptionsTable(report),
    },
  ]);
}

function assumptionsNote(report: Report): string {
  const assumptions = planAssumptions(report);
  const source = onlySource(assumptions);
  const uncertain = assumptions.filter((assumption) => assumption.uncertain !== null).length;
  const drawn = uncertain === 0 ? "none is" : uncertain === 1 ? "one is" : `${uncertain} are`;
  return `Every number and rule the scenario states${source === null ? "" : ` (${source})`}, with the comment its author wrote beside it; ${drawn} uncertain and drawn anew.`;
}
