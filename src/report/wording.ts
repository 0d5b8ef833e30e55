import type { EndingCause } from "../plan/metrics.ts";
import type { Figure } from "../statistics/figure.ts";
import { figureParts } from "./figureName.ts";
import { formatCount, formatNumber } from "./format.ts";
import type { Report } from "./report.ts";

/** Words that several renderings share. */

/** Why a plan ended. */
const causeWords: Readonly<Record<EndingCause, string>> = {
  none: "still running",
  closing: "closed by decision, on the day the scenario gives",
  minimumMembers: "fewer members than the minimum",
  hazard: "closed from outside",
  noMembers: "no members left",
  shareCeiling: "a share above the ceiling for too long",
  subsidyBudget: "the operator’s budget for subsidies spent",
  notStarted: "too few members in time to start",
  operator: "given up by the operator for its losses",
};

export function causeInWords(cause: EndingCause): string {
  return causeWords[cause];
}

/** "the plan ...": what a plan does that ends so. */
const endingWords: Readonly<Record<EndingCause, string>> = {
  none: "still runs",
  closing: "closes by decision",
  minimumMembers: "ends by the clause on fewer members than the minimum",
  hazard: "is closed from outside",
  noMembers: "ends with no member left",
  shareCeiling: "ends by the clause on a share above the ceiling",
  subsidyBudget: "ends because the operator’s budget for subsidies is spent",
  notStarted: "fails to find enough members in time to start",
  operator: "is given up by its operator for its losses",
};

export function endsInWords(cause: EndingCause): string {
  return endingWords[cause];
}

const figureWords: Readonly<Record<string, string>> = {
  share: "share per period",
  members: "members",
  sharers: "sharers",
  covered: "covered members",
  cases: "cases per period",
  denied: "claims refused per period",
  aid: "aid per period",
  deposits: "deposits held",
  shareRollingYear: "shares of a year",
  meanAge: "mean age",
  "years.share": "share per year",
  "years.cases": "cases per year",
  "years.denied": "claims refused per year",
  "years.aid": "aid per year",
  "years.fee": "fee per year",
  "years.subsidy": "paid by the operator per year",
  "years.contributions": "paid by members per year",
  "years.refunds": "refunds per year",
  "years.members": "members at the year’s end",
  "runOff.paidPart": "part of the last claims’ aid that is paid",
  "runOff.cost": "cost after the end",
  "years.sharers": "sharers, mean of the year",
  "years.deposits": "deposits held at the year’s end",
};

const headlineWords: Readonly<Record<string, string>> = {
  "total.cost": "Cost of the whole run, CURRENCY",
  "total.cases": "Cases of the whole run",
  "peak.members": "Most members at any time",
  "runOff.cost": "Cost of the run-off, CURRENCY",
  "years.share": "Share in YEAR, CURRENCY",
  "years.members": "Members at the end of YEAR",
  "years.cases": "Cases in YEAR",
  "years.aid": "Aid in YEAR, CURRENCY",
  "total.share": "Share over the whole run, CURRENCY",
  "total.aid": "Aid of the whole run, CURRENCY",
  "total.joiners": "Joiners of the whole run",
  "total.lapsed": "Who left of their own will, whole run",
  "peak.share": "Highest share of a settlement, CURRENCY",
  "ending.year": "Year of the ending",
  "ending.probability": "Probability of ending",
  "runOff.cases": "Cases of the run-off",
};

/** A headline figure by its column's name: `headlineLabel("years.2020.share", "yuan")` is "Share in 2020, yuan". */
export function headlineLabel(name: string, currency: string): string {
  const year = /^years\.(\d+)\./.exec(name)?.[1] ?? "";
  const words = headlineWords[name.replace(/\.\d+/, "")] ?? name;
  return words.replace("YEAR", year).replace("CURRENCY", () => currency);
}

/** A run-off that hardly ever costs anything is no headline. */
export function isTellingHeadline({ name, figure }: Report["certainty"]["headlines"][number]): boolean {
  return name !== "runOff.cost" || figure.q95 !== 0;
}

/** A figure's name as a scenario's history writes it, in words; its own name where there are none. */
export function figureInWords(figure: string): string {
  const { name, pool } = figureParts(figure);
  const words = Object.hasOwn(figureWords, name) ? figureWords[name] : name;
  return pool === null ? words : `${words}, pool ${pool}`;
}

const ruleWords: Readonly<Record<string, string>> = {
  equal: "in equal parts",
  class: "by weights of the classes",
  age: "by weights of ages",
  tenure: "by weights of the years of membership",
  expectedCost: "in proportion to the aid that each may expect",
  linear: "as each one’s mean and a weight of what the total is off its mean",
  conditionalMean: "by what each one’s loss is expected to be, given the total",
  matrix: "by fixed parts of each other’s losses (the fair matrix of least variance)",
};

/** "The cost is divided ...". */
export function ruleInWords(rule: string): string {
  return Object.hasOwn(ruleWords, rule) ? ruleWords[rule] : `by the rule “${rule}”`;
}

/**
 * Whether the classes' parts of the joiners add up to one, so that those of the members can be compared with them. They do not
 * where pools have classes of their own.
 */
export function hasOneMix({ adverseSelection: { classes } }: Report): boolean {
  const all = classes.reduce((sum, { portionOfJoiners }) => sum + portionOfJoiners, 0);
  return Math.abs(all - 1) < 1e-6;
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

/** Whether figures of plans that still run may stand in a title or a finding: at least half of the replications do. */
export function mostStillRun({ running }: Pick<Report["periods"][number], "running">): boolean {
  return running.value >= 0.5;
}

/** The same of a calendar year. */
export function mostRunInYear(years: Report["years"], year: number): boolean {
  return years.some((candidate) => candidate.year === year && mostStillRun(candidate));
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

/** "5 – 95 %: 109 – 166 yuan": what nine of ten replications have; empty where these do not differ. */
export function nineInTen({ q05, q95 }: Pick<Figure, "q05" | "q95">, unit: string): string {
  const [low, high] = [formatNumber(q05), formatNumber(q95)];
  return low === high ? "" : `5 – 95 %: ${low} – ${high}${unit === "" ? "" : ` ${unit}`}`;
}

/** " (words)", or nothing where there are none. */
export function inBrackets(words: string): string {
  return words === "" ? "" : ` (${words})`;
}

/**
 * Text whose numbers stay on one line with their units: "69.5 M", "5 %", "× 1.76", "5 – 95 %". (A line may
 * end with a dash unless a word joiner follows.)
 */
export function unbroken(text: string): string {
  return text
    .replaceAll("5 – 95 %", "5\u00a0–\u2060\u00a095\u00a0%")
    .replace(/(\d) (?=(?:M|bn|%)(?!\w))/g, "$1\u00a0")
    .replace(/([×±]) (?=\d)/g, "$1\u00a0");
}
