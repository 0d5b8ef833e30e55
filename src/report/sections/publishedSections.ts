import { mostErrors } from "../../statistics/published/published.ts";
import { formatCount } from "../format.ts";
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

/** How many of the published numbers ours agree with, and which they do not; nothing where there are none. */
export function publishedInWords({ published }: Report): string[] {
  if (published.length === 0) return [];
  const differing = published.filter(({ verdict }) => verdict !== "agrees");
  const agreeing = `${published.length - differing.length} of ${formatCount(published.length)} published numbers agree with ours, within ${mostErrors} standard errors`;
  return [
    `${agreeing}${differing.length === 0 ? "" : `; not ${differing.map(({ quantity }) => quantity).join(", ")}`}.`,
  ];
}
