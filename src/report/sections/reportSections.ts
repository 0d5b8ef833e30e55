import type { Report } from "../report.ts";
import { booksSections } from "./booksSections.ts";
import { certaintySections } from "./certaintySections.ts";
import { endingSections } from "./endingSections.ts";
import { exactSections } from "./exactSections.ts";
import { planSections } from "./planSections.ts";
import { poolSections } from "./poolSections.ts";
import { publishedSections } from "./publishedSections.ts";
import { runSections } from "./runSections.ts";
import type { Section } from "./section.ts";
import { selectionSections } from "./selectionSections.ts";
import { sharingSections } from "./sharingSections.ts";

/** The sections of a report in reading order; those whose tables have no rows are left out. */
export function reportSections(report: Report): Section[] {
  const all = [
    ...planSections(report),
    ...selectionSections(report),
    ...publishedSections(report),
    ...sharingSections(report),
    ...endingSections(report),
    ...booksSections(report),
    ...poolSections(report),
    ...certaintySections(report),
    ...exactSections(report),
    ...runSections(report),
  ];
  return all.filter((section) => section !== null).filter(({ table }) => table.rows.length > 0);
}
