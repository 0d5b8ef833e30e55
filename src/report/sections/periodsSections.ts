import type { Report } from "../report.ts";
import { periodsTable } from "../tables/periodsTable.ts";
import { countOf } from "../wording.ts";
import type { Section } from "./section.ts";

/** Every settlement. */
export function periodsSections(report: Report): Section[] {
  return [
    {
      id: "periods",
      title: "Period by period",
      note: periodsNote(report),
      table: periodsTable(report),
      folded: true,
    },
  ];
}

function periodsNote({ periods, replications, pools }: Report): string {
  const shown =
    periods.length > 500 ? `The first 500 of ${periods.length} periods; periods.csv has all. ` : "";
  const ofPools = pools.length > 0 ? " All pools together; periods.csv has each." : "";
  return `${shown}Medians over ${countOf(replications, "replication")} (“Left”: the mean, for any reason).${ofPools}`;
}
