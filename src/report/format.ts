/*
 * Numbers as people read them: three significant digits, thousands separated, millions as M and milliards as bn.
 * English words and a point, whatever the reader's locale, so that a report is the same everywhere.
 */

/** `formatNumber(104_251_000)` is "104 M", `formatNumber(0.0312)` "0.0312", `formatNumber(1234)` "1,230". */
export function formatNumber(value: number, digits = 3): string {
  const size = Math.abs(value);
  if (size === 0) return "0";
  if (size < 1e-4 || size >= 1e15) return withRealMinus(exponential(value, digits));
  const unit = unitOf(Number(size.toPrecision(digits)));
  return withRealMinus(trimZeros(fixedTo(value / unit.size, digits))) + unit.suffix;
}

/**
 * A value with its standard error in the same unit, to the error's first two digits: `formatWithError(65_530_000, 390_000)` is
 * "65.53 ± 0.39 M". Without the error where that is beyond six digits of the value.
 */
export function formatWithError(value: number, se: number): string {
  const { value: written, se: error, suffix } = withError(value, se);
  const isKnown = error !== "0" && !error.startsWith("<");
  return isKnown ? `${written} ± ${error}${suffix}` : written + suffix;
}

/** The standard error alone, in the unit of its value: `formatErrorOf(65_530_000, 390_000)` is "0.39 M". */
export function formatErrorOf(value: number, se: number): string {
  const { se: error, suffix } = withError(value, se);
  return error + suffix;
}

function withError(value: number, se: number): { value: string; se: string; suffix: string } {
  const size = Math.max(Math.abs(value), se);
  const known = se > 1e-12 * Math.abs(value);
  if (!known || size < 1e-4 || size >= 1e15)
    return { value: formatNumber(value, 4), se: known ? formatSe(se) : "0", suffix: "" };
  const unit = unitOf(size);
  const error = Number((se / unit.size).toPrecision(2));
  // At most six digits of the value: an error beyond them is as good as none.
  const decimals = Math.min(
    decimalsFor(size / unit.size, 6),
    Math.max(0, 1 - Math.floor(Math.log10(error) + 1e-12)),
  );
  const fixed = (number: number) => withRealMinus(separateThousands(number.toFixed(decimals)));
  const least = 10 ** -decimals;
  const isSmall = error < least / 2;
  return {
    value: fixed(value / unit.size),
    se: isSmall ? `< ${fixed(least)}` : fixed(error),
    suffix: unit.suffix,
  };
}

/** A whole number in full: `formatCount(2000)` is "2,000". */
export function formatCount(count: number): string {
  return separateThousands(String(count));
}

/** As written by an observer: up to six digits, nothing rounded that was given. `formatObserved(29.17)` is "29.17". */
export function formatObserved(value: number): string {
  return formatNumber(value, 6);
}

/** A standard error: two digits. `formatSe(0.1234)` is "0.12". */
export function formatSe(se: number): string {
  return formatNumber(se, 2);
}

/** `formatMoney(31.2, "yuan")` is "31.2 yuan", `formatMoney(2e9, "$")` "2 bn $". */
export function formatMoney(value: number, currency: string): string {
  return `${formatNumber(value)} ${currency}`;
}

/**
 * A probability or portion. Never "0 %" or "100 %" for what is merely near:
 * `formatPortion(0.99999)` is "> 99.9 %", `formatPortion(0.1849)` "18.5 %", `formatPortion(1)` "100 %".
 */
export function formatPortion(portion: number): string {
  if (portion === 0) return "0 %";
  if (portion === 1) return "100 %";
  const percent = portion * 100;
  if (percent > 0 && percent < 0.1) return "< 0.1 %";
  if (percent > 99.9 && percent < 100) return "> 99.9 %";
  return `${trimZeros(percent.toFixed(1))} %`;
}

/** A probability with its standard error: `formatPortionWithError({ value: 0.972, se: 0.0037 })` is "97.2 ± 0.4 %". */
export function formatPortionWithError({
  value,
  se,
}: {
  readonly value: number;
  readonly se: number;
}): string {
  const [percent, error] = [value * 100, se * 100];
  if (percent < 0.1 || percent > 99.9 || error < 0.05) return formatPortion(value);
  return `${trimZeros(percent.toFixed(1))} ± ${trimZeros(error.toFixed(1))} %`;
}

/** A part of a whole that may be below 0 by chance, with its standard error: "34.2 ± 2.1 %", "−0.4 ± 1.2 %", "0 %" for certain. */
export function formatPercentWithError({
  value,
  se,
}: {
  readonly value: number;
  readonly se: number;
}): string {
  if (se === 0) return formatPortion(value);
  if (se < 0.00005)
    return Math.abs(value) < 0.0001 ? "< 0.01 %" : `${withRealMinus((100 * value).toFixed(2))} %`;
  const decimals = se < 0.005 ? 2 : 1;
  const percent = (part: number) => withRealMinus((100 * part).toFixed(decimals));
  return `${percent(value)} ± ${percent(se)} %`;
}

/** `formatFactor(1.856)` is "× 1.86". */
export function formatFactor(factor: number): string {
  return `× ${factor >= 0.1 && factor < 100 ? factor.toFixed(2) : formatNumber(factor)}`;
}

/** `formatDate("2019-01-28")` is "28 Jan 2019". */
export function formatDate(date: string): string {
  const [year, month, day] = date.split("-");
  const names = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  return `${Number(day)} ${names[Number(month) - 1]} ${year}`;
}

/** How a whole column of a table is written: one unit, one number of decimals, so that the points align. */
export interface ColumnFormat {
  /** For the column's head: "M", "bn" or "". */
  readonly unit: string;
  readonly format: (value: number) => string;
}

/** `columnFormat([1.2e6, 105e6])` writes "1.2" and "105.0" under the unit "M"; `columnFormat([0.03, 4.86])` "0.03", "4.86". */
export function columnFormat(values: readonly number[], digits = 3): ColumnFormat {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (largest > 0 && (largest < 1e-4 || largest >= 1e15))
    return { unit: "", format: (value) => formatNumber(value) };
  const unit = unitOf(largest);
  const scaled = largest / unit.size;
  const most = Math.max(scaled < 1000 ? 1 : 0, decimalsFor(scaled, digits));
  const decimals = neededDecimals(
    values.map((value) => value / unit.size),
    most,
  );
  return {
    unit: unit.suffix.trim(),
    format: (value) => withRealMinus(separateThousands((value / unit.size).toFixed(decimals))),
  };
}

/** As few decimals as write all the values alike, at most so many. `neededDecimals([0.03, 0.5], 3)` is 2. */
function neededDecimals(values: readonly number[], most: number): number {
  for (let decimals = 0; decimals < most; decimals++)
    if (values.every((value) => Number(value.toFixed(decimals)) === Number(value.toFixed(most))))
      return decimals;
  return most;
}

function unitOf(size: number): { size: number; suffix: string } {
  if (size >= 1e9) return { size: 1e9, suffix: " bn" };
  if (size >= 1e6) return { size: 1e6, suffix: " M" };
  return { size: 1, suffix: "" };
}

/** `exponential(8.3e-5, 3)` is "8.3e-5". */
function exponential(value: number, digits: number): string {
  const [mantissa, exponent] = value.toExponential(digits - 1).split("e");
  return `${trimZeros(mantissa)}e${exponent.replace("+", "")}`;
}

/** Rounds to significant digits, without an exponent. */
function fixedTo(value: number, digits: number): string {
  const rounded = Number(value.toPrecision(digits));
  return separateThousands(rounded.toFixed(decimalsFor(Math.abs(rounded), digits)));
}

function decimalsFor(size: number, digits = 3): number {
  if (size === 0) return 0;
  return Math.min(20, Math.max(0, digits - 1 - Math.floor(Math.log10(size) + 1e-12)));
}

function separateThousands(fixed: string): string {
  const [whole, decimals] = fixed.split(".");
  const separated = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? separated : `${separated}.${decimals}`;
}

function trimZeros(text: string): string {
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** "-0.00" is 0, and a minus sign is wider than a hyphen. */
function withRealMinus(text: string): string {
  if (/^-[0,.]*$/.test(text)) return text.slice(1);
  return text.startsWith("-") ? `\u2212${text.slice(1)}` : text;
}
