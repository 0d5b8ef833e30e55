import type { Distribution } from "../../../random/distribution.ts";
import { meanOf } from "../../../random/momentsOf.ts";
import { quantile } from "../../../random/quantileOf.ts";
import { daysPerMonth, daysPerYear } from "../../../scenario/day.ts";
import { isAgainstBills, isPerClaim } from "../../../scenario/perClaim.ts";
import type { Amount, Quantity } from "../../../scenario/scenario.ts";
import { formatNumber, formatPortion } from "../../format.ts";

/* Numbers of a scenario in words: known ones as they are, uncertain ones with their mean, distribution and 90 % range. */

export type Write = (value: number) => string;

/** `quantity(0.5, percent)` is "50 %"; uncertain: "50.2 % (lognormal, 90 % range 43.8 % – 57 %)". */
export function quantity(of: Quantity, write: Write): string {
  return typeof of === "number" ? write(of) : drawn(of.distribution, write);
}

function drawn(distribution: Distribution, write: Write): string {
  const range = `${write(quantile(distribution, 0.05))} – ${write(quantile(distribution, 0.95))}`;
  return `${write(meanOf(distribution))} (${distributionInWords(distribution)}, 90 % range ${range})`;
}

/** The kind of a distribution; that of a truncated one is what it was cut from. */
export function distributionInWords(distribution: Distribution): string {
  return distribution.kind === "truncated"
    ? `${distributionInWords(distribution.of)}, truncated`
    : distribution.kind;
}

export const plain: Write = (value) => formatNumber(value);

/** A part of a whole, or a rate per year: three digits also of small ones. */
export const percent: Write = (value) =>
  Math.abs(value) < 0.001 && value !== 0 ? `${formatNumber(100 * value)} %` : formatPortion(value);

/** `money("yuan")(300_000)` is "300,000 yuan". */
export const money =
  (currency: string): Write =>
  (value) =>
    `${formatNumber(value, 4)} ${currency}`;

/** A duration in the unit in which it is a round or a small number: "90 days", "6 months", "1.9 years". */
export const duration: Write = (days) => {
  const [years, months] = [days / daysPerYear, days / daysPerMonth];
  if (isWhole(years)) return unitOf(Math.round(years), "year");
  if (isWhole(months)) return unitOf(Math.round(months), "month");
  return years > 1.5 ? `${formatNumber(years)} years` : unitOf(days, "day");
};

function isWhole(value: number): boolean {
  return value >= 1 && Math.abs(value - Math.round(value)) < 1e-9;
}

function unitOf(count: number, unit: string): string {
  return `${formatNumber(count)} ${unit}${count === 1 ? "" : "s"}`;
}

/** "300,000 yuan", or what is drawn for every claim, or how bills are paid. */
export function amountInWords(amount: Amount, currency: string): string {
  const write = money(currency);
  if (isPerClaim(amount)) return `${drawn(amount.perClaim, write)}, drawn for every claim`;
  if (!isAgainstBills(amount)) return quantity(amount, write);
  const { bills, upTo, fixed, deductible, portion } = amount;
  return [
    `${percent(portion)} of the bills${deductible > 0 ? ` beyond ${write(deductible)}` : ""}`,
    ...(Number.isFinite(upTo) ? [`up to ${write(upTo)}`] : []),
    ...(fixed > 0 ? [`${percent(fixed)} of that limit whatever the bills are`] : []),
    `bills of ${drawn(bills, write)}`,
  ].join(", ");
}

/** `listed(["a", "b", "c"])` is "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words[words.length - 1]}`;
}
