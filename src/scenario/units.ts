import { daysPerMonth, daysPerYear } from "./day.ts";

/** What a number measures: decides which units may stand beside it, and what is allowed. */
export interface Measure {
  /** In words, with an example: ends the sentence "allowed: ...". */
  readonly allowed: string;
  readonly low: number;
  readonly high: number;
  /** Is the low end itself excluded? */
  readonly above?: boolean;
  readonly integer?: boolean;
  readonly units: "plain" | "portion" | "rate" | "count" | "amount" | "duration" | "age";
  /** Of an amount: the scenario's currency. */
  readonly currency?: string;
}

/** A number read, or why it could not be: `hint` says how to write it. */
export type NumberRead = { readonly value: number } | { readonly hint: string };

const parts: Readonly<Record<string, number>> = { "%": 0.01, percent: 0.01, "‰": 0.001 };
const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  万: 1e4,
  亿: 1e8,
};
const durations: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  month: daysPerMonth,
  year: daysPerYear,
};
const currencies: readonly (readonly string[])[] = [
  ["yuan", "cny", "rmb", "元"],
  ["dollar", "dollars", "usd", "$"],
  ["euro", "euros", "eur", "€"],
  ["pound", "pounds", "gbp", "£"],
];

/**
 * A number, or text with units, as a number in the measure's own unit: portions from 0 to 1, rates per year, money,
 * days (of a duration), years (of an age). Ranges are not looked at, but that no number is beyond 1e18 (a count: 1e12) or,
 * other than 0, nearer to 0 than 1e-18: what is reckoned from them would be infinite, no number at all, or take for ever.
 *
 * @example readNumber("300 thousand yuan", { ...amount, currency: "yuan" }) // { value: 300000 }
 */
export function readNumber(raw: unknown, measure: Measure): NumberRead {
  const read = readAnySize(raw, measure);
  if (!("value" in read) || read.value === 0) return read;
  const size = Math.abs(read.value);
  const most = measure.units === "count" ? 1e12 : 1e18;
  if (size > most) return { hint: `numbers up to ${most === 1e12 ? "1e12" : "1e18"}` };
  return size < 1e-18 ? { hint: "0 or numbers from 1e-18 on" } : read;
}

function readAnySize(raw: unknown, measure: Measure): NumberRead {
  if (typeof raw === "number") return bareNumber(raw, measure);
  if (typeof raw !== "string") return { hint: "" };
  const text = raw.trim();
  if (text.length > 200) return { hint: "" };
  if (measure.units === "duration" && text === "none") return { value: 0 };
  const grouped = /^([+-]?\d{1,3}(?:[_,]\d{3})+(?:\.\d+)?)(.*)$/.exec(text);
  if (grouped !== null)
    return { hint: `write ${grouped[1].replace(/[_,]/g, "")}${grouped[2]}, without _ or ,` };
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(.*)$/i.exec(text);
  if (match === null) return { hint: "" };
  if (match[2] === "") return bareNumber(Number(match[1]), measure);
  return withUnits(match[1], match[2], measure);
}

function bareNumber(value: number, measure: Measure): NumberRead {
  if (!Number.isFinite(value)) return { hint: "a finite number" };
  if (measure.units === "duration" && value !== 0) return { hint: `write ${value} days, ${value} months...` };
  return { value };
}

function withUnits(digits: string, unit: string, measure: Measure): NumberRead {
  const value = Number(digits);
  if (measure.units === "duration" || measure.units === "age") {
    const days = durations[unit.replace(/s$/, "")];
    if (days === undefined) return { hint: "units are days, weeks, months, years" };
    // Whole years stay exact for ages.
    if (measure.units === "age")
      return { value: days === daysPerYear ? value : (value * days) / daysPerYear };
    return { value: value * days };
  }
  return withScale(digits, unit, measure);
}

function withScale(digits: string, unit: string, measure: Measure): NumberRead {
  const perYear = /(^|\s)(per year|a year|per annum)$|\/\s*year$/;
  const isYearly = perYear.test(unit);
  if (isYearly && measure.units !== "rate" && measure.units !== "amount" && measure.units !== "count") {
    return { hint: "not per year" };
  }
  const words = unit
    .replace(perYear, "")
    .replace(/per (mille|thousand)/, "‰")
    .replace(/per cent/, "%");
  let factor = 1;
  let exponent = 0;
  for (const word of words.split(/\s+/).filter((part) => part !== "")) {
    const scale = scaleOf(word, measure);
    if (typeof scale === "string") return { hint: scale };
    factor *= scale;
    if (scale !== 1) exponent += Math.round(Math.log10(scale));
  }
  // "0.3 million" is exactly 300000 and "12 %" exactly 0.12 when the digits carry the power of ten.
  const exact = /e/i.test(digits) ? Number(digits) * factor : Number(`${digits}e${exponent}`);
  return { value: exact };
}

/** The factor of a unit word, or what is wrong with it. */
function scaleOf(word: string, measure: Measure): number | string {
  const { units } = measure;
  const lower = word.toLowerCase();
  const part = parts[lower];
  if (part !== undefined) {
    return units === "portion" || units === "rate" || units === "plain" ? part : `not in ${word}`;
  }
  const scale = scales[lower];
  if (scale !== undefined) return units === "count" || units === "amount" ? scale : `not in ${word}s`;
  if (units === "amount")
    return isCurrency(word, measure.currency ?? "") ? 1 : notCurrency(word, measure.currency);
  if (units === "count" && /^(members?|people|persons?|joiners?)$/.test(lower)) return 1;
  return `no unit ${JSON.stringify(word)} here`;
}

function notCurrency(word: string, currency: string | undefined): string {
  return currency === undefined ? `no unit ${JSON.stringify(word)} here` : `amounts are in ${currency}`;
}

function isCurrency(word: string, currency: string): boolean {
  const lower = word.toLowerCase();
  if (lower === currency.toLowerCase()) return true;
  return currencies.some((names) => names.includes(lower) && names.includes(currency.toLowerCase()));
}
