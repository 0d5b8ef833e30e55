import type { Report } from "../report.ts";
import { copiesFinding } from "./copiesFinding.ts";
import { cutFinding } from "./cutFinding.ts";
import { endingFinding } from "./endingFinding.ts";
import { fallFinding } from "./fallFinding.ts";
import { poolEndingsByRule } from "./poolEndings.ts";
import { shareFinding } from "./shareFinding.ts";
import { spiralFinding } from "./spiralFinding.ts";

/** What a rule must have done to be the headline by itself: ended one replication in twenty. */
const often = 0.05;

/**
 * What happened to the plan and how sure that is, in one or two sentences. An ending by a rule comes first, and then, if sharers
 * went away within months, that; an ending by decision comes after what led to it. What runs on is told by what became of it.
 *
 * @example "The plan ends by the clause on fewer members than the minimum in 97 ± 0.4 % of the replications, in the median on ..."
 */
export function headline(report: Report): string {
  const { cause, probability } = report.ending;
  const ending = endingFinding(report);
  const isByRule = cause !== null && cause !== "closing" && probability.value >= often;
  const sentences = isByRule
    ? [ending, fallFinding(report)]
    : [...stories(report).slice(0, ending ? 1 : 2), ending];
  return sentences.filter((sentence) => sentence !== null).join(" ");
}

/** What became of the plan while it ran, the gravest first; the share's course always. */
function stories(report: Report): string[] {
  const all = [
    ...poolEndingsByRule(report, often),
    fallFinding(report),
    copiesFinding(report),
    cutFinding(report),
    spiralFinding(report) ?? shareFinding(report),
  ];
  return all.filter((story) => story !== null);
}
