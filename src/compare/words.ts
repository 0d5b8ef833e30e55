import { formatDate, formatNumber } from "../report/format.ts";
import { countOf, headlineLabel } from "../report/wording.ts";
import type { Interval } from "../statistics/compare/compareMeans.ts";
import type { RunFacts } from "./comparison.ts";

/* Words that comparisons share; sentences of their own are in `findings.ts` and `sections.ts`. */

type Called = Pick<RunFacts, "letter" | "name">;

/** "A". */
export function letterInWords(letter: string): string {
  return letter.toUpperCase();
}

/** "A (xiang-hu-bao)". */
export function runInWords({ letter, name }: Called): string {
  return `${letterInWords(letter)} (${name})`;
}

type Two = readonly [string, string];

/** Why runs cannot be compared. */
export const notComparable = {
  currency: (a: Called, b: Called, [one, other]: Two) =>
    `${runInWords(a)} and ${runInWords(b)} are in different currencies: ${one} and ${other}`,
  start: (a: Called, b: Called, [one, other]: Two) =>
    `${runInWords(a)} and ${runInWords(b)} start on different days: ${formatDate(one)} and ${formatDate(other)}`,
  rhythm: (a: Called, b: Called, [one, other]: Two) =>
    `${runInWords(a)} and ${runInWords(b)} settle in different rhythms: where the one settles on ${formatDate(one)}, the other does on ${formatDate(other)}`,
};

/** Why replications are pairs, or not. */
export const pairedBecause = {
  sameLuck: "one seed: replication r of both had the same luck",
  otherSeed:
    "different seeds: each has luck of its own, and errors of differences are those of independent runs",
  otherBlocks:
    "blocks of different sizes: each has luck of its own, and errors of differences are those of independent runs",
};

const classFigures: Readonly<Record<string, string>> = {
  share: "asked of one member",
  expectedAid: "aid that one could expect",
  balance: "aid that one could expect less what one is asked for",
  members: "members",
};

/** A compared figure in words: `metricLabel("years.2020.share[pool=ci]", "yuan")` is "Share in 2020, yuan, pool ci". */
export function metricLabel(name: string, currency: string): string {
  const [, plain, kind, of] = /^([^[]*)(?:\[(pool|class)=(.*)\])?$/s.exec(name) ?? [];
  if (plain === undefined) return name;
  const words = headlineLabel(plain, currency);
  if (kind === undefined) return words;
  const figure = plain.slice(plain.lastIndexOf(".") + 1);
  if (kind === "class" && words === plain && Object.hasOwn(classFigures, figure))
    return `${whenInWords(plain)}, class ${of}: ${classFigures[figure]}`;
  return `${words}, ${kind} ${of}`;
}

/** "2020" of a year's figure, else "The whole run". */
export function whenInWords(name: string): string {
  return /^years\.(\d+)\./.exec(name)?.[1] ?? "The whole run";
}

/** A ratio of means as a change, and its 95 % interval: { change: "9.7 % more", range: "9.5 to 9.9 % more" }; range empty where it is no wider than that. */
export function changeParts({ mean, q025, q975 }: Interval): { change: string; range: string } {
  const decimals = percentDecimals((q975 - q025) / 2);
  const [low, high] = [q025, q975].map((end) => percentInWords(end, decimals));
  const change = mean === 1 && low === high ? "none" : percentInWords(mean, decimals);
  if (low === high) return { change, range: "" };
  if (q025 < 1 && q975 > 1) return { change, range: `${low} to ${high}` };
  const [near, far] = q025 >= 1 ? [low, high] : [high, low];
  return { change, range: `${near.replace(/ % \w+$/, "")} to ${far}` };
}

/** "9.7 % more (95 % interval: 9.5 to 9.9 % more)". */
export function changeInWords(ratio: Interval): string {
  const { change, range } = changeParts(ratio);
  return range === "" ? change : `${change} (95 % interval: ${range})`;
}

/** `percentInWords(0.93, 1)` is "7.0 % less"; `decimals` null: as many as there are, up to four digits. */
function percentInWords(ratio: number, decimals: number | null): string {
  const percent = Math.abs(100 * (ratio - 1));
  const written = decimals === null ? formatNumber(percent, 4) : percent.toFixed(decimals);
  return `${written} % ${ratio < 1 ? "less" : "more"}`;
}

/** Decimals of a percentage whose half interval is so wide: to its first digit; null where it has no width. */
function percentDecimals(halfWidth: number): number | null {
  if (!(halfWidth > 0)) return null;
  return Math.min(4, Math.max(0, -Math.floor(Math.log10(100 * halfWidth))));
}

/** Whether a difference is more than chance: its 95 % interval leaves 0 out. */
export function isClear({ mean, q025, q975 }: Interval): boolean {
  return mean !== 0 && (q025 > 0 || q975 < 0);
}

/** Below a picture of overlaid fans. */
export function fanCaption(what: string): string {
  return `${what}: lines are medians, bands hold nine in ten replications. Of the plans that still run at the time, as long as at least one in twenty does.`;
}

/** Who is better (above 0) or worse off; 0: not beyond chance. */
export function verdictInWords(change: number): string {
  if (change === 0) return "no clear difference";
  return change > 0 ? "gains" : "loses";
}

/** Whether a condition of `--fail-if` holds. */
export function holdsInWords(holds: boolean): string {
  return holds ? "yes" : "no";
}

/** "Xiang Hu Bao (A) beside Xiang Hu Bao with a fee of 10 % (B)"; names where titles are the same. */
export function titleInWords({ runs }: { readonly runs: readonly RunFacts[] }): string {
  const titles = new Set(runs.map(({ title }) => title));
  const called = runs.map(
    ({ letter, title, name }) => `${titles.size === runs.length ? title : name} (${letterInWords(letter)})`,
  );
  return called.join(" beside ");
}

/** What the runs have in common. */
export function kickerInWords({ runs }: { readonly runs: readonly RunFacts[] }): string {
  const [{ calendar }] = runs;
  const ends = [...new Set(runs.map(({ calendar: { to } }) => to))].sort().map(formatDate);
  return `${formatDate(calendar.from)} to ${ends.join(" or ")} · ${countOf(runs.length, "run")}`;
}

/** What is said above the differing assumptions, of which a terminal shows so many at most. */
export function assumptionsInWords(count: number, shown = count): string {
  if (count === 0) return "Their scenarios assume the same.";
  const of = count > shown ? ` (${shown} of ${count}; comparison.html has all)` : "";
  return `What is assumed differently${of}`;
}
