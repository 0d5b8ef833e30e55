import type { EndingCause } from "../plan/metrics.ts";
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
  "years.members": "members at year end",
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

/** Whether figures of plans that still run are worth a word: at least one in twenty does. */
export function isTelling({ running }: Report["periods"][number]): boolean {
  return running.value >= 0.05;
}

/** `countOf(1, "history", "histories")` is "1 history". */
export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

/** Text whose numbers stay on one line with their units: "69.5 M", "5 %", "× 1.76". */
export function unbroken(text: string): string {
  return text.replace(/(\d) (?=(?:M|bn|%)(?!\w))/g, "$1\u00a0").replace(/([×±]) (?=\d)/g, "$1\u00a0");
}
