import type { EndingCause } from "../plan/metrics.ts";
import { formatCount } from "./format.ts";
import type { Report } from "./report.ts";

/** Words that several renderings share. */

/** "the plan ... by": why a plan ended. */
const causeWords: Readonly<Record<EndingCause, string>> = {
  none: "still running",
  closing: "closed by decision, on the day the scenario gives",
  minimumMembers: "fewer members than the minimum",
  hazard: "closed from outside",
  noMembers: "no members left",
};

export function causeInWords(cause: EndingCause): string {
  return causeWords[cause];
}

const figureWords: Readonly<Record<string, string>> = {
  share: "share per period",
  members: "members",
  sharers: "sharers",
  covered: "covered members",
  cases: "cases per period",
  shareRollingYear: "shares of a year",
  meanAge: "mean age",
  "years.share": "share per year",
  "years.cases": "cases per year",
  "years.aid": "aid per year",
  "years.fee": "fee per year",
  "years.members": "members at the year’s end",
};

/** A figure's name as a scenario's history writes it, in words; its own name where there are none. */
export function figureInWords(figure: string): string {
  return Object.hasOwn(figureWords, figure) ? figureWords[figure] : figure;
}

/** The years a plan's reader compares: complete ones, or all where none is. */
export function mainYears(report: Report): Report["years"] {
  const complete = report.years.filter((year) => year.complete && year.running.value > 0);
  return complete.length > 0 ? complete : report.years;
}

/**
 * When the members of a year are counted. Where a plan closes with the year's last settlement these are those it closes with, so
 * that they do not mean that it goes on.
 */
export function yearEndMembers({ ending }: Report): string {
  const when = "Members are counted at the year’s last settlement";
  if (ending.probability.value === 0) return `${when}.`;
  return `${when}: before they leave if the plan closes with it; none if it ended earlier.`;
}

/** Whether figures of plans that still run are worth a word: at least one in twenty does. */
export function isTelling({ running }: Report["periods"][number]): boolean {
  return running.value >= 0.05;
}

/** Whether figures of plans that still run may be a headline: at least half of the replications do. */
export function isHeadline({ running }: Pick<Report["periods"][number], "running">): boolean {
  return running.value >= 0.5;
}

/** The same of a calendar year. */
export function isYearHeadline(years: Report["years"], year: number): boolean {
  return years.some((candidate) => candidate.year === year && isHeadline(candidate));
}

/** `countOf(1, "block")` is "1 block", `countOf(2000, "class", "classes")` "2,000 classes". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`;
}

/**
 * How many replications there are, and what one is, to be said where a reader first meets them: "2,000 replications, each one
 * simulated history of the whole plan". Elsewhere “history” is what was observed.
 */
export function replicationsExplained({ replications, replicationsAsked }: Report): string {
  const of = replications < replicationsAsked ? ` of ${formatCount(replicationsAsked)} asked for` : "";
  return `${countOf(replications, "replication")}${of}, each one simulated history of the whole plan`;
}

/** Text whose numbers stay on one line with their units: "69.5 M", "5 %", "× 1.76". */
export function unbroken(text: string): string {
  return text.replace(/(\d) (?=(?:M|bn|%)(?!\w))/g, "$1\u00a0").replace(/([×±]) (?=\d)/g, "$1\u00a0");
}
