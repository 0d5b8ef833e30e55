import { oldestAge } from "./measures.ts";
import { whenPlaced } from "./placing.ts";
import { all, bad, good, map, type Problem, type Read, within } from "./problem.ts";
import { readAges } from "./readAges.ts";
import { isMap, readInside } from "./readDistribution.ts";
import type { AgeRange, RateTable } from "./scenario.ts";
import type { Measure } from "./units.ts";
import { unknownKey } from "./unknownKey.ts";

interface Row {
  readonly ages: AgeRange;
  readonly sexes: readonly ("male" | "female")[];
  readonly rate: number;
}

const keys = ["ages", "rate", "sex"];

/**
 * A table of annual rates (of incidence: intensities, so that a year has a claim with probability 1 - exp(-rate)) or of
 * annual probabilities (of death): one rate for all, or rows of `ages`, `rate` and, if they differ, `sex`. A CSV file has
 * become such rows before. Every age from the first to the last must have one rate for each sex.
 */
export function readRates(raw: unknown, measure: Measure): Read<RateTable> {
  if (!Array.isArray(raw)) return flat(raw, measure);
  if (raw.length === 0) return bad("rows of ages and rate", { found: "a table without rows" });
  const rows = all<Row[]>(raw.map((row, index) => within(index, readRow(row, measure))));
  return map(rows, (given) => map(tableOf(given), (table) => good(named(table, raw))));
}

/** A table takes the name of the file its rows were read from. */
function named(table: RateTable, rows: readonly unknown[]): RateTable {
  const result = { ...table };
  return whenPlaced(result, (nodeOf) => {
    const node = nodeOf(rows);
    if (node?.kind === "list" && node.name !== undefined) result.name = node.name;
  });
}

function flat(raw: unknown, measure: Measure): Read<RateTable> {
  const forms = `${measure.allowed}, a CSV file beside this one, or rows [{ ages: 0-39, rate: 0.1 % }]`;
  if (isMap(raw)) return bad(`${forms}; what is uncertain about it goes into \`level\``);
  return map(readInside(raw, { ...measure, allowed: forms }), (rate) => {
    const rates = new Array<number>(oldestAge + 1).fill(rate);
    return good({ name: `${String(raw)} at all ages`, fromAge: 0, male: rates, female: rates });
  });
}

function readRow(raw: unknown, measure: Measure): Read<Row> {
  if (!isMap(raw)) return bad("a row such as { ages: 0-39, rate: 0.1 %, sex: male }");
  const strange = Object.keys(raw).filter((key) => !keys.includes(key));
  if (strange.length > 0) return { ok: false, problems: strange.map((key) => unknownKey(key, keys)) };
  const parts = all<[AgeRange, Row["sexes"], number]>([
    "ages" in raw ? within("ages", readAges(raw.ages)) : bad("ages, such as 0-39", { found: "no ages" }),
    within("sex", readSex(raw.sex)),
    "rate" in raw
      ? within("rate", readInside(raw.rate, measure))
      : bad(measure.allowed, { found: "no rate" }),
  ]);
  return map(parts, ([ages, sexes, rate]) => good({ ages, sexes, rate }));
}

function readSex(raw: unknown): Read<Row["sexes"]> {
  if (raw === undefined) return good(["male", "female"]);
  const word = String(raw).toLowerCase();
  if (word === "m" || word === "male") return good(["male"]);
  if (word === "f" || word === "female") return good(["female"]);
  return bad("male, female, m or f");
}

function tableOf(rows: readonly Row[]): Read<RateTable> {
  const fromAge = rows.reduce((least, row) => Math.min(least, row.ages.from), oldestAge);
  const toAge = rows.reduce((most, row) => Math.max(most, row.ages.to), 0);
  const rates = { male: emptyRates(fromAge, toAge), female: emptyRates(fromAge, toAge) };
  const repeated = new Map<number, Problem>();
  rows.forEach((row, index) => {
    for (const sex of row.sexes) {
      for (let age = row.ages.from; age <= row.ages.to; age += 1) {
        if (rates[sex][age - fromAge] !== undefined) repeated.set(index, twice(index, age, sex));
        rates[sex][age - fromAge] = row.rate;
      }
    }
  });
  const male = rates.male.filter(isGiven);
  const female = rates.female.filter(isGiven);
  if (repeated.size > 0) return { ok: false, problems: [...repeated.values()].slice(0, 10) };
  if (male.length < rates.male.length) return gap(rates.male, fromAge, "male");
  if (female.length < rates.female.length) return gap(rates.female, fromAge, "female");
  return good({ name: "rows in the scenario", fromAge, male, female });
}

function emptyRates(fromAge: number, toAge: number): (number | undefined)[] {
  return Array.from({ length: toAge - fromAge + 1 }, () => undefined);
}

function isGiven(rate: number | undefined): rate is number {
  return rate !== undefined;
}

function twice(index: number, age: number, sex: string): Problem {
  return {
    steps: [index],
    found: `a second rate for age ${age}, ${sex}`,
    allowed: "one rate for each age and sex",
  };
}

function gap(rates: readonly (number | undefined)[], fromAge: number, sex: string): Read<never> {
  const age = fromAge + rates.indexOf(undefined);
  return bad("a rate for each age and sex between the table's first age and its last", {
    found: `no rate for age ${age}, ${sex}`,
  });
}
