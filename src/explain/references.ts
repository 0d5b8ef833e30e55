import { tableAges } from "../plan/cohorts.ts";
import { readCsv } from "../scenario/readCsv.ts";
import type { Rates } from "./incidence.ts";

/** What a table counts. */
export type Counted = "criticalIllness" | "cancer" | "heartAttack" | "stroke" | "death";

interface Described {
  /** Within `scenarios/tables`. */
  readonly file: string;
  /** As its publisher calls it, and whose rates it holds. */
  readonly label: string;
  readonly counts: Counted;
}

/** A table that fentan comes with, to compare a scenario's rates with. */
export interface Reference extends Described {
  /** 0 outside its ages. */
  readonly rates: Rates;
}

/** The tables that fentan comes with; see `scenarios/tables/README.md`. */
export const referenceFiles: readonly Described[] = [
  { file: "china-ci1-2020.csv", label: "CI1 2020, insured, China", counts: "criticalIllness" },
  { file: "china-ci2-2020.csv", label: "CI2 2020, insured, China", counts: "criticalIllness" },
  { file: "china-ci4-2020.csv", label: "CI4 2020, insured, China", counts: "criticalIllness" },
  { file: "china-ci-2006-2010.csv", label: "CI 2006-2010, insured, China", counts: "criticalIllness" },
  { file: "china-ci7-2020.csv", label: "CI7 2020, insured, China", counts: "cancer" },
  { file: "uk-cancer-1993.csv", label: "population, UK 1993", counts: "cancer" },
  { file: "uk-heart-attack-1993.csv", label: "population, UK 1993", counts: "heartAttack" },
  { file: "uk-stroke-1993.csv", label: "population, UK 1993", counts: "stroke" },
  { file: "china-life-2010-2013.csv", label: "CL 2010-2013, insured, China", counts: "death" },
  { file: "us-life-2007.csv", label: "population, US 2007", counts: "death" },
];

/** A reference from the text of its file: columns age, sex and rate. */
export function referenceFrom(described: Described, text: string): Reference {
  const rates = new Float64Array(2 * tableAges);
  for (const [age, sex, rate] of readCsv(described.file, text).rows)
    rates[(sex.text === "male" ? 0 : tableAges) + Number(age.text)] = Number(rate.text);
  return { ...described, rates };
}

const byName: readonly (readonly [RegExp, Counted])[] = [
  [/cancer|tumou?r|ci7|癌|肿瘤/i, "cancer"],
  [/heart|心/i, "heartAttack"],
  [/stroke|卒中/i, "stroke"],
  [/critical|china-ci|重疾|重大疾病/i, "criticalIllness"],
];

/** What an illness counts, by the table it takes, else by its own name; null where neither tells, and of mild forms. */
export function countedBy(illness: string, table: string): Counted | null {
  if (/mild|low.?grade/i.test(`${illness} ${table}`)) return null;
  for (const name of [table, illness]) {
    const found = byName.find(([pattern]) => pattern.test(name));
    if (found !== undefined) return found[1];
  }
  return null;
}
