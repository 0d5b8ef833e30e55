import type { Distribution } from "../random/distribution.ts";
import { probabilityBelow, probabilityUpTo } from "../random/probabilityOf.ts";
import { distributionForms, distributionKinds } from "./distributionKinds.ts";
import { isOutside } from "./measures.ts";
import { all, bad, good, map, type Read, within } from "./problem.ts";
import { type Measure, readNumber } from "./units.ts";
import { unknownKey } from "./unknownKey.ts";

type Kind = (typeof distributionKinds)[number];
type PlainMap = { readonly [key: string]: unknown };

/** Is this written as a distribution (`{ normal: [0.5, 0.05] }`), right or wrong? */
export function looksLikeDistribution(raw: unknown): raw is PlainMap {
  return isMap(raw) && Object.keys(raw).some((key) => distributionKinds.some((kind) => kind === key));
}

/** One number in the measure's unit, its range checked. */
export function readInside(raw: unknown, measure: Measure): Read<number> {
  const read = readNumber(raw, measure);
  if ("hint" in read) return bad(read.hint === "" ? measure.allowed : `${measure.allowed}; ${read.hint}`);
  return isOutside(read.value, measure) ? bad(measure.allowed) : good(read.value);
}

/**
 * A distribution: a map with one kind as its key, and `min` and `max` beside it if it is truncated. Its numbers carry
 * the units of `measure`; whether it stays in the measure's range is asked elsewhere.
 */
export function readDistribution(raw: unknown, measure: Measure): Read<Distribution> {
  if (!isMap(raw)) return bad("a distribution, such as { normal: [0.5, 0.05] }");
  const keys = Object.keys(raw);
  const known = [...distributionKinds, "min", "max"];
  const problems = keys.filter((key) => !known.includes(key)).map((key) => unknownKey(key, known));
  const kinds = distributionKinds.filter((kind) => kind in raw);
  if (kinds.length !== 1) {
    const isAbsence = kinds.length === 0;
    const found = isAbsence ? "no kind of distribution" : kinds.join(" and ");
    problems.push({ steps: [], found, allowed: `one of ${distributionKinds.join(", ")}`, isAbsence });
  }
  if (problems.length > 0) return { ok: false, problems };
  return truncated(
    raw,
    within(kinds[0], map(readKind(kinds[0], raw[kinds[0]], measure), checkShape)),
    measure,
  );
}

/** Shapes so extreme that quantiles are no longer computed with care, or that moments are beyond any number. */
function checkShape(d: Distribution): Read<Distribution> {
  const refuse = (found: string, allowed: string) => bad(allowed, { found });
  if (d.kind === "lognormal" && d.sigma > mostSigma)
    return refuse(`sigma ${short(d.sigma)}`, `a sigma up to ${mostSigma}`);
  if (d.kind === "gamma" && d.shape < leastGamma)
    return refuse(`shape ${short(d.shape)}`, `a shape of ${leastGamma} or more: an sd up to 30 means`);
  if (d.kind === "pareto" && !(d.shape >= leastPareto && d.shape <= mostPareto))
    return refuse(
      `shape ${short(d.shape)}`,
      `a shape from ${leastPareto} (there is no variance up to 2) to ${mostPareto}`,
    );
  if (d.kind === "beta" && !(Math.min(d.alpha, d.beta) >= leastBeta && Math.max(d.alpha, d.beta) <= mostBeta))
    return refuse(`shapes ${short(d.alpha)} and ${short(d.beta)}`, `shapes from ${leastBeta} to ${mostBeta}`);
  return good(d);
}

const mostSigma = 10;
const leastGamma = 1e-3;
const leastPareto = 2.01;
const mostPareto = 1e6;
const leastBeta = 1e-2;
const mostBeta = 1e8;

function short(value: number): string {
  return String(Number(value.toPrecision(3)));
}

function truncated(raw: PlainMap, of: Read<Distribution>, measure: Measure): Read<Distribution> {
  if (!("min" in raw) && !("max" in raw)) return of;
  const end = (key: "min" | "max", open: number) =>
    key in raw ? within(key, readLoose(raw[key], measure)) : good(open);
  const ends = all<[Distribution, number, number]>([
    of,
    end("min", Number.NEGATIVE_INFINITY),
    end("max", Number.POSITIVE_INFINITY),
  ]);
  return map(ends, ([inner, min, max]) => cut(inner, min, max));
}

function cut(of: Distribution, min: number, max: number): Read<Distribution> {
  const found = `min ${min} and max ${max}`;
  if (min >= max) return bad("min below max", { found });
  const inside = probabilityUpTo(of, max) - probabilityBelow(of, min);
  if (!(inside > 1e-9)) return bad("min and max with some of the distribution between them", { found });
  return good({ kind: "truncated", of, min, max });
}

/** A number with the measure's units, whatever its size. */
function readLoose(raw: unknown, measure: Measure): Read<number> {
  return readInside(raw, { ...measure, ...anySize, allowed: `a number, as in: ${measure.allowed}` });
}

const anySize = {
  low: Number.NEGATIVE_INFINITY,
  high: Number.POSITIVE_INFINITY,
  above: false,
  integer: false,
};

function readSpread(raw: unknown, measure: Measure): Read<number> {
  return readInside(raw, { ...measure, ...anySize, low: 0, allowed: "a standard deviation of 0 or more" });
}

/** A number above 0 without a unit: a shape, a sigma. */
function readShape(raw: unknown): Read<number> {
  return readInside(raw, { units: "plain", low: 0, high: 1e12, above: true, allowed: "a number above 0" });
}

function readKind(kind: Kind, raw: unknown, measure: Measure): Read<Distribution> {
  switch (kind) {
    case "normal":
      return normal(raw, measure);
    case "uniform":
      return uniform(raw, measure);
    case "triangular":
      return triangular(raw, measure);
    case "lognormal":
      return lognormal(raw, measure);
    case "gamma":
      return gamma(raw, measure);
    case "pareto":
      return pareto(raw, measure);
    case "beta":
      return beta(raw, measure);
    case "discrete":
      return discrete(raw, measure);
  }
}

function normal(raw: unknown, measure: Measure): Read<Distribution> {
  if (!isListOf(raw, 2)) return bad("normal: [mean, standard deviation]");
  const numbers = all<[number, number]>([
    within(0, readLoose(raw[0], measure)),
    within(1, readSpread(raw[1], measure)),
  ]);
  return map(numbers, ([mean, sd]) => good({ kind: "normal", mean, sd }));
}

function uniform(raw: unknown, measure: Measure): Read<Distribution> {
  if (!isListOf(raw, 2)) return bad("uniform: [lowest, highest]");
  return map(ascending(raw, measure), ([low, high]) => good({ kind: "uniform", low, high }));
}

function triangular(raw: unknown, measure: Measure): Read<Distribution> {
  if (!isListOf(raw, 3)) return bad("triangular: [lowest, most likely, highest]");
  return map(ascending(raw, measure), ([low, mode, high]) => good({ kind: "triangular", low, mode, high }));
}

function ascending(raw: readonly unknown[], measure: Measure): Read<readonly number[]> {
  const numbers = all<number[]>(raw.map((one, index) => within(index, readLoose(one, measure))));
  return map(numbers, (values) => {
    const rising = values.every((value, index) => index === 0 || values[index - 1] <= value);
    const wide = values[0] < values[values.length - 1];
    return rising && wide ? good(values) : bad("numbers in rising order", { found: values.join(", ") });
  });
}

function lognormal(raw: unknown, measure: Measure): Read<Distribution> {
  const above = { ...measure, ...anySize, low: 0, above: true, allowed: "a number above 0" };
  const form = formOf(raw, "lognormal", distributionForms.lognormal);
  return map(form, (given) => {
    if ("median" in given) {
      const numbers = all<[number, number]>([
        within("median", readInside(given.median, above)),
        within("sigma", readShape(given.sigma)),
      ]);
      return map(numbers, ([median, sigma]) => good({ kind: "lognormal", median, sigma }));
    }
    return map(meanAndSpread(given, measure), ([mean, sd]) => {
      const variance = Math.log1p((sd / mean) ** 2);
      return good({ kind: "lognormal", median: mean / Math.exp(variance / 2), sigma: Math.sqrt(variance) });
    });
  });
}

/** Mean and standard deviation of what is above 0. */
function meanAndSpread(given: PlainMap, measure: Measure): Read<[number, number]> {
  const above = { ...measure, ...anySize, low: 0, above: true };
  return all<[number, number]>([
    within("mean", readInside(given.mean, { ...above, allowed: "a mean above 0" })),
    within("sd", readInside(given.sd, { ...above, allowed: "a standard deviation above 0" })),
  ]);
}

function gamma(raw: unknown, measure: Measure): Read<Distribution> {
  const form = formOf(raw, "gamma", distributionForms.gamma);
  return map(form, (given) => {
    if ("mean" in given) {
      return map(meanAndSpread(given, measure), ([mean, sd]) =>
        good({ kind: "gamma", shape: (mean / sd) ** 2, scale: sd ** 2 / mean }),
      );
    }
    const above = { ...measure, ...anySize, low: 0, above: true, allowed: "a scale above 0" };
    const scale =
      "scale" in given
        ? within("scale", readInside(given.scale, above))
        : map(within("rate", readShape(given.rate)), (rate) => good(1 / rate));
    const numbers = all<[number, number]>([within("shape", readShape(given.shape)), scale]);
    return map(numbers, ([shape, size]) => good({ kind: "gamma", shape, scale: size }));
  });
}

function pareto(raw: unknown, measure: Measure): Read<Distribution> {
  const form = formOf(raw, "pareto", distributionForms.pareto);
  return map(form, (given) => {
    if ("mean" in given) return map(meanAndSpread(given, measure), paretoFromMoments);
    const above = { ...measure, ...anySize, low: 0, above: true, allowed: "a scale above 0" };
    const numbers = all<[number, number]>([
      within("shape", readShape(given.shape)),
      within("scale", readInside(given.scale, above)),
    ]);
    return map(numbers, ([shape, scale]) => good({ kind: "pareto", shape, scale }));
  });
}

/** Its variance is shape / (shape - 2) times the squared mean, so that the sd is above the mean. */
function paretoFromMoments([mean, sd]: readonly [number, number]): Read<Distribution> {
  const ratio = (sd / mean) ** 2;
  if (ratio <= 1) return bad("a standard deviation above the mean", { found: `mean ${mean} and sd ${sd}` });
  const shape = (2 * ratio) / (ratio - 1);
  return good({ kind: "pareto", shape, scale: mean * (shape - 1) });
}

function beta(raw: unknown, measure: Measure): Read<Distribution> {
  const given = isListOf(raw, 2)
    ? good({ alpha: raw[0], beta: raw[1] })
    : formOf(raw, "beta", distributionForms.beta, ["low", "high"]);
  const form = isListOf(raw, 2) ? [0, 1] : ["alpha", "beta"];
  return map(given, (written: PlainMap) => {
    const ends = all<[number, number]>([
      "low" in written ? within("low", readLoose(written.low, measure)) : good(0),
      "high" in written ? within("high", readLoose(written.high, measure)) : good(1),
    ]);
    return map(ends, ([low, high]): Read<Distribution> => {
      if (low >= high) return bad("low below high", { found: `${low} and ${high}` });
      if ("mean" in written) return betaFromMoments(written, measure, low, high);
      const shapes = all<[number, number]>([
        within(form[0], readShape(written.alpha)),
        within(form[1], readShape(written.beta)),
      ]);
      return map(shapes, ([alpha, beta]) => good({ kind: "beta", alpha, beta, low, high }));
    });
  });
}

/** Shapes from mean and standard deviation: alpha + beta = m (1 - m) / v - 1, on the scale from 0 to 1. */
function betaFromMoments(given: PlainMap, measure: Measure, low: number, high: number): Read<Distribution> {
  return map(meanAndSpread(given, measure), ([mean, sd]) => {
    const middle = (mean - low) / (high - low);
    const size = (middle * (1 - middle)) / (sd / (high - low)) ** 2 - 1;
    if (middle <= 0 || middle >= 1 || size <= 0) {
      return bad(`a mean between ${low} and ${high}, and a standard deviation small enough for it`, {
        found: `mean ${mean} and sd ${sd}`,
      });
    }
    return good({ kind: "beta", alpha: middle * size, beta: (1 - middle) * size, low, high });
  });
}

const portionMeasure: Measure = { units: "portion", low: 0, high: 1, allowed: "a probability from 0 to 1" };

function discrete(raw: unknown, measure: Measure): Read<Distribution> {
  const rows = Array.isArray(raw) ? raw.map(discreteRow) : mapRows(raw);
  if (rows !== null && rows.length > mostValues) {
    return bad(`up to ${mostValues} values`, { found: `${rows.length} values` });
  }
  if (rows === null || rows.length === 0)
    return bad("discrete: { 5: 20 %, 10: 80 % }, or a list of value, probability");
  const numbers = all<(readonly [number, number])[]>(
    rows.map((row) => map(row, (given) => discretePair(given, measure))),
  );
  return map(numbers, (pairs) => {
    const ascending = [...pairs].sort(([a], [b]) => a - b);
    const values = ascending.map(([value]) => value);
    const probabilities = ascending.map(([, probability]) => probability);
    const sum = probabilities.reduce((total, one) => total + one, 0);
    if (Math.abs(sum - 1) > 1e-6) {
      return bad("probabilities that sum to 1", {
        found: `probabilities that sum to ${Number(sum.toPrecision(7))}`,
      });
    }
    return good({ kind: "discrete", values, probabilities });
  });
}

const mostValues = 10_000;

interface Row {
  readonly value: unknown;
  readonly valueSteps: readonly (string | number)[];
  readonly probability: unknown;
  readonly steps: readonly (string | number)[];
}

function discreteRow(raw: unknown, index: number): Read<Row> {
  const form = within(index, formOf(raw, "row", [["value", "probability"]]));
  return map(form, ({ value, probability }) =>
    good({ value, valueSteps: [index, "value"], probability, steps: [index, "probability"] }),
  );
}

function mapRows(raw: unknown): Read<Row>[] | null {
  if (!isMap(raw)) return null;
  return Object.entries(raw).map(([key, probability]) =>
    good({ value: key, valueSteps: [key], probability, steps: [key] }),
  );
}

function discretePair(row: Row, measure: Measure): Read<readonly [number, number]> {
  const at = <T>(steps: readonly (string | number)[], read: Read<T>) =>
    steps.reduceRight((inner: Read<T>, step) => within(step, inner), read);
  return all<[number, number]>([
    at(row.valueSteps, readLoose(row.value, measure)),
    at(row.steps, readInside(row.probability, portionMeasure)),
  ]);
}

/** A map with exactly the keys of one of the forms (and perhaps the optional ones). */
function formOf(
  raw: unknown,
  what: string,
  forms: readonly (readonly string[])[],
  optional: readonly string[] = [],
): Read<PlainMap> {
  const words = forms.map((form) => `{ ${form.join(", ")} }`).join(" or ");
  if (!isMap(raw)) return bad(`${what}: ${words}`);
  const keys = Object.keys(raw);
  const known = [...new Set([...forms.flat(), ...optional])];
  const strange = keys.filter((key) => !known.includes(key));
  if (strange.length > 0) return { ok: false, problems: strange.map((key) => unknownKey(key, known)) };
  const given = keys.filter((key) => !optional.includes(key));
  const fits = forms.some((form) => form.length === given.length && form.every((key) => given.includes(key)));
  return fits
    ? good(raw)
    : bad(`${what}: ${words}`, { found: `the keys ${keys.join(", ") || "of an empty map"}` });
}

export function isMap(raw: unknown): raw is PlainMap {
  return typeof raw === "object" && raw !== null && !Array.isArray(raw);
}

function isListOf(raw: unknown, length: number): raw is readonly unknown[] {
  return Array.isArray(raw) && raw.length === length;
}
