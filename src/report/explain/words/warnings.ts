import type { Warning } from "../../../explain/explanation.ts";
import { isoDate } from "../../../scenario/day.ts";
import { formatDate, formatNumber } from "../../format.ts";
import { sexInWords } from "./pictureFindings.ts";
import { duration, money, percent, plain } from "./quantities.ts";

/** A warning in words: what was found, what would be plausible, and why it matters. */
export interface WarningWords {
  readonly found: string;
  readonly plausible: string;
  readonly why: string;
}

type InWords = (warning: Warning, currency: string) => WarningWords;

const rate = (value: number) => `${formatNumber(100 * value)} %`;
const date = (day: number) => formatDate(isoDate(day));
const capWords: Readonly<Record<string, string>> = {
  perCase: "a case",
  perPeriod: "a period",
  perYear: "a year",
};

const kinds: Readonly<Record<Warning["kind"], InWords>> = {
  incidence: ({ about, age, sex, found, limit }) => ({
    found: `“${about}” comes to ${rate(found)} of ${sex === null ? "members" : sexInWords[sex]} of ${age} in a year`,
    plausible: `up to ${rate(limit)}, twice the highest table of its kind`,
    why: "Members, insured lives and the population differ by less than that.",
  }),
  lapse: ({ about, found, limit }) => ({
    found: `${percent(found)} of “${about}” leave in a year at a share that can be expected`,
    plausible: `up to ${percent(limit)}`,
    why: "Hardly anybody is left to react; the plan is decided by this number.",
  }),
  waiting: ({ about, found, limit }) => ({
    found: `waiting of ${duration(found)}${about === "" ? "" : ` for “${about}”`}`,
    plausible: `less than the calendar’s ${duration(limit)}`,
    why: "Nobody who joins would ever be covered.",
  }),
  noWaiting: () => ({
    found: "no waiting period",
    plausible: "some months, or a group that knows its members",
    why: "The ill may join and claim at once.",
  }),
  delay: ({ found, limit }) => ({
    found: `a mean delay of ${duration(found)}`,
    plausible: `less than the calendar’s ${duration(limit)}`,
    why: "Most claims would never be seen.",
  }),
  smallClass: ({ about, found }) => ({
    found: `the class “${about}” has ${plain(found)} members at most`,
    plausible: "at least one",
    why: "It is in the tables of the report, but not in the plan.",
  }),
  select: ({ about, found, limit }) => ({
    found: `a select factor of ${plain(found)}${about === "falling" ? `, after ${plain(limit)}` : ""}`,
    plausible:
      about === "falling" ? "factors that rise with time since joining" : "at most 1, which is the table",
    why: "The effect of a health declaration wears off; it does not come with time, nor make joiners worse.",
  }),
  relativeRisk: ({ found }) => ({
    found: `joiners have a mean relative risk of ${plain(found)}`,
    plausible: "0.8 to 1.2, best 1",
    why: "The tables’ level is then not that of the joiners: `cover.level` means something else than it says.",
  }),
  fee: ({ found, limit }) => ({
    found: `a fee of ${percent(found)} of the aid`,
    plausible: `up to ${percent(limit)}`,
    why: "Platforms took 6 to 10 %.",
  }),
  cap: ({ about, found, limit }, currency) => ({
    found: `a cap of ${money(currency)(found)} ${capWords[about]}`,
    plausible: `above ${money(currency)(limit)}, what can be expected of it`,
    why: "It binds from the first share on: somebody else pays regularly.",
  }),
  benefit: ({ found, limit }, currency) => ({
    found: `a claim of ${money(currency)(found)} under a cap`,
    plausible: `up to ${money(currency)(limit)}, what all members together may be asked for in a year`,
    why: "One claim is more than the pool can carry in a year.",
  }),
  trend: ({ about, found, limit }) => ({
    found: `${about === "trend" ? "incidence" : "amounts"} growing by ${percent(found)} a year`,
    plausible: `up to ${percent(limit)}`,
    why: "It doubles within seven years.",
  }),
  variation: ({ about, found, limit }) => ({
    found: `${about} with a standard deviation of ${plain(found)} times its mean`,
    plausible: `up to ${plain(limit)}`,
    why: "Its mean is that of rare draws: a few replications decide the figures.",
  }),
  minimumMembers: ({ found, limit }) => ({
    found: `a minimum of ${plain(found)} members`,
    plausible: `below ${plain(limit)}, which there will be at most`,
    why: "The clause never comes into force, because membership was never above it.",
  }),
  target: ({ found, limit }) => ({
    found: `a membership of ${plain(found)} to be reached`,
    plausible: `up to ${plain(limit)}, the people of China`,
    why: "There are not so many to join.",
  }),
  event: ({ about, found, limit }) => ({
    found: `the event “${about}” ${found > limit ? "begins" : "is over"} on ${date(found)}`,
    plausible: found > limit ? `a day up to ${date(limit)}` : `a day from ${date(limit)} on`,
    why: "It lies outside the calendar: no settlement sees it.",
  }),
};

export function warningInWords(warning: Warning, currency: string): WarningWords {
  const words = kinds[warning.kind](warning, currency);
  return warning.more === 0 ? words : { ...words, found: `${words.found}, and ${warning.more} more like it` };
}

/** Of which pools, and from when on, where that is not all and always. */
export function whereItHolds({ pools, stage }: Warning, all: number, from: string): string {
  const named = pools.filter((pool) => pool !== "");
  const of =
    named.length === 0 || named.length === all
      ? ""
      : `pool${named.length > 1 ? "s" : ""} ${named.join(", ")}: `;
  return `${of}${stage === from ? "" : `from ${formatDate(stage)}, `}`;
}
