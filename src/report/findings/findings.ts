import type { Report } from "../report.ts";
import { certaintyFinding } from "./certaintyFinding.ts";
import { consequences } from "./consequences.ts";
import { copiesFinding } from "./copiesFinding.ts";
import { cutFinding } from "./cutFinding.ts";
import { endingFinding } from "./endingFinding.ts";
import { fallFinding } from "./fallFinding.ts";
import { growthFinding } from "./growthFinding.ts";
import { membersFinding } from "./membersFinding.ts";
import { observedFinding } from "./observedFinding.ts";
import { poolEndings } from "./poolEndings.ts";
import { selectionFinding } from "./selectionFinding.ts";
import { ageFinding, multipleFinding, spiralOftenFinding } from "./selectionFindings.ts";
import { shareFinding } from "./shareFinding.ts";

/**
 * The report in a few sentences, made from its numbers alone, the headline first. Plain texts, to be escaped by whoever prints
 * them. A sentence: "A member’s yearly share grows from 31 yuan (2019) to 96 yuan (2020), by the medians threefold; half of
 * all replications lie between 92 and 101, nine in ten between 88 and 104."
 */
export function findings(report: Report): string[] {
  return [report.headline, ...furtherFindings(report)];
}

/** The same without the headline, and without what it says already. */
export function furtherFindings(report: Report): string[] {
  const all = [
    shareFinding(report),
    growthFinding(report),
    membersFinding(report),
    fallFinding(report),
    selectionFinding(report),
    multipleFinding(report),
    spiralOftenFinding(report),
    ageFinding(report),
    copiesFinding(report),
    cutFinding(report),
    endingFinding(report),
    ...consequences(report).slice(1).map(asSentence),
    ...poolEndings(report),
    observedFinding(report),
    certaintyFinding(report),
  ];
  return all.filter((finding) => finding !== null && !report.headline.includes(finding)) as string[];
}

function asSentence(clause: string): string {
  return `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
}
