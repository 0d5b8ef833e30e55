import { factor } from "./measures.ts";
import { nearest } from "./nearest.ts";
import { all, bad, good, map, type Read, within } from "./problem.ts";
import { overlap, readAges } from "./readAges.ts";
import { isMap, readInside } from "./readDistribution.ts";
import type { AgeRange, SharingRule } from "./scenario.ts";
import type { Measure } from "./units.ts";
import { unknownKey } from "./unknownKey.ts";

const words: Readonly<Record<string, SharingRule>> = {
  equal: { kind: "equal" },
  expectedCost: { kind: "expectedCost" },
  meanProportional: { kind: "expectedCost" },
  conditionalMean: { kind: "conditionalMean" },
  linear: { kind: "linear", weights: null },
  matrix: { kind: "matrix", network: null },
};

const forms = ["age", "class", "tenure", "linear", "matrix"] as const;
const allowed = `one of ${Object.keys(words).join(", ")}, or { age }, { class }, { tenure }, { linear } or { matrix }`;

/**
 * By what the cost is divided: a word, or a map with one rule and its weights.
 *
 * @example readRule({ tenure: [1, 0.9] }) // { kind: "tenure", weights: [1, 0.9] }
 */
export function readRule(raw: unknown): Read<SharingRule> {
  if (isMap(raw)) return readForm(raw);
  if (typeof raw !== "string") return bad(allowed);
  if (Object.hasOwn(words, raw)) return good(words[raw]);
  const near = nearest(raw, Object.keys(words));
  return bad(allowed, near === undefined ? {} : { nearest: near });
}

function readForm(raw: { readonly [key: string]: unknown }): Read<SharingRule> {
  const keys = Object.keys(raw);
  const strange = keys.filter((key) => !forms.some((form) => form === key));
  if (strange.length > 0) return { ok: false, problems: strange.map((key) => unknownKey(key, forms)) };
  const [form, other] = forms.filter((one) => one in raw);
  if (form === undefined) return bad(allowed, { found: "an empty map" });
  if (other !== undefined) return bad("one rule", { found: `${form} and ${other}`, steps: [other] });
  return within(form, readWeights(form, raw[form]));
}

function readWeights(form: (typeof forms)[number], raw: unknown): Read<SharingRule> {
  switch (form) {
    case "age":
      return map(readBands(raw), (bands) => good({ kind: "age", bands }));
    case "class":
      return map(readByName(raw, weight), (weights) => good({ kind: "class", weights }));
    case "tenure":
      return map(readTenure(raw), (weights) => good({ kind: "tenure", weights }));
    case "linear":
      return map(readLinear(raw), (weights) => good({ kind: "linear", weights }));
    case "matrix":
      return map(readNetwork(raw), (network) => good({ kind: "matrix", network }));
  }
}

const weight: Measure = { ...factor, allowed: "a weight of 0 or more, such as 0.8" };
const anyWeight: Measure = { ...weight, low: Number.NEGATIVE_INFINITY, allowed: "a weight, such as 0.3" };

type AgeWeight = { readonly ages: AgeRange; readonly weight: number };

function readBands(raw: unknown): Read<readonly AgeWeight[]> {
  const rows = "a list of bands such as { ages: 0-39, weight: 0.8 }";
  if (!Array.isArray(raw) || raw.length === 0) return bad(rows);
  const bands = all<AgeWeight[]>(raw.map((row, index) => within(index, readBand(row))));
  return map(bands, (given) => {
    const pair = overlap(given.map(({ ages }) => ages));
    if (pair === null) return good(given);
    return bad("bands that share no age with another", { steps: [pair[1], "ages"] });
  });
}

function readBand(raw: unknown): Read<AgeWeight> {
  const keys = ["ages", "weight"];
  if (!isMap(raw)) return bad("a band such as { ages: 0-39, weight: 0.8 }");
  const strange = Object.keys(raw).filter((key) => !keys.includes(key));
  if (strange.length > 0) return { ok: false, problems: strange.map((key) => unknownKey(key, keys)) };
  const parts = all<[AgeRange, number]>([
    within("ages", readAges(raw.ages)),
    within("weight", readInside(raw.weight, weight)),
  ]);
  return map(parts, ([ages, of]) => good({ ages, weight: of }));
}

function readByName(raw: unknown, measure: Measure): Read<Readonly<Record<string, number>>> {
  if (!isMap(raw) || Object.keys(raw).length === 0) return bad("a map of weights by name");
  const entries = Object.entries(raw).map(([name, of]) =>
    within(
      name,
      map(readInside(of, measure), (value) => good([name, value] as const)),
    ),
  );
  return map(all<(readonly [string, number])[]>(entries), (pairs) => good(Object.fromEntries(pairs)));
}

function readTenure(raw: unknown): Read<readonly number[]> {
  if (!Array.isArray(raw) || raw.length === 0)
    return bad("a list of weights, one for each year of membership");
  const weights = all<number[]>(raw.map((of, index) => within(index, readInside(of, weight))));
  return map(weights, (given) =>
    given.some((of) => of > 0) ? good(given) : bad("weights of which one is above 0"),
  );
}

function readLinear(raw: unknown): Read<Readonly<Record<string, number>>> {
  return map(readByName(raw, anyWeight), (weights) => {
    const sum = Object.values(weights).reduce((total, of) => total + of, 0);
    if (Math.abs(sum - 1) <= 1e-6) return good(weights);
    return bad("weights that sum to 1", { found: `weights that sum to ${Number(sum.toPrecision(7))}` });
  });
}

type Pair = readonly [string, string];

function readNetwork(raw: unknown): Read<readonly Pair[] | null> {
  if (!isMap(raw)) return bad("{ network: [[a, b], [b, c]] }, or matrix alone for all with all");
  const strange = Object.keys(raw).filter((key) => key !== "network");
  if (strange.length > 0) return { ok: false, problems: strange.map((key) => unknownKey(key, ["network"])) };
  if (raw.network === undefined) return good(null);
  if (!Array.isArray(raw.network)) return within("network", bad("a list of pairs of rows, [[a, b], [b, c]]"));
  const pairs = raw.network.map((pair, index) => within(index, readPair(pair)));
  return within("network", all<Pair[]>(pairs));
}

function readPair(raw: unknown): Read<Pair> {
  const isPair = Array.isArray(raw) && raw.length === 2 && raw.every((name) => typeof name === "string");
  return isPair ? good([raw[0], raw[1]]) : bad("the names of two rows that share with each other, [a, b]");
}
