import type { Report } from "../report.ts";
import { booksSections } from "./booksSections.ts";
import { certaintySections } from "./certaintySections.ts";
import { endingSections } from "./endingSections.ts";
import { exactSections } from "./exactSections.ts";
import { periodsSections } from "./periodsSections.ts";
import { planSections } from "./planSections.ts";
import { poolSections } from "./poolSections.ts";
import { publishedSections } from "./publishedSections.ts";
import { type Section, withRows } from "./section.ts";
import { selectionSections } from "./selectionSections.ts";
import { sharingSections } from "./sharingSections.ts";

/** The sections of a report in reading order; those whose tables have no rows are left out. */
export function reportSections(report: Report): Section[] {
  return withRows([
    ...planSections(report),
    ...selectionSections(report),
    ...publishedSections(report),
    ...sharingSections(report),
    ...endingSections(report),
    ...booksSections(report),
    ...poolSections(report),
    ...certaintySections(report),
    ...exactSections(report),
    ...periodsSections(report),
  ]);
}
