import type { Report } from "../report.ts";
import { certaintyFinding } from "./certaintyFinding.ts";
import { endingFinding } from "./endingFinding.ts";
import { growthFinding } from "./growthFinding.ts";
import { membersFinding } from "./membersFinding.ts";
import { observedFinding } from "./observedFinding.ts";
import { selectionFinding } from "./selectionFinding.ts";
import { shareFinding } from "./shareFinding.ts";

/**
 * The report in a few sentences, made from its numbers alone. Plain texts, to be escaped by whoever prints them.
 * A sentence: "A member’s yearly share grows from 31 yuan (2019) to 96 yuan (2020), by the medians threefold; half of
 * all replications lie between 92 and 101, nine in ten between 88 and 104."
 */
export function findings(report: Report): string[] {
  const all = [
    shareFinding(report),
    growthFinding(report),
    membersFinding(report),
    selectionFinding(report),
    endingFinding(report),
    observedFinding(report),
    certaintyFinding(report),
  ];
  return all.filter((finding) => finding !== null);
}
