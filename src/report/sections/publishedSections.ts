import { mostErrors } from "../../statistics/published/published.ts";
import type { Report } from "../report.ts";
import { publishedTable } from "../tables/publishedTable.ts";
import type { Section } from "./section.ts";

/** Published numbers beside ours; without rows where the scenario has none. */
export function publishedSections({ published }: Report): Section[] {
  return [
    {
      id: "published",
      title: "Published and simulated",
      note: publishedNote,
      table: publishedTable(published),
    },
  ];
}

const publishedNote = `Numbers that others have published of this very plan, beside the simulated ones. A difference is in standard errors, counts beyond half a unit of the last digit published, which rounding explains, and agrees within ${mostErrors}; where nothing is random, nothing else may be left of it.`;
