import { readFileSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { phenomena } from "./phenomena.ts";
import { type Comparison, contradictions, type Phenomenon } from "./phenomenon.ts";
import { table, tableIn } from "./table.ts";

const readme = new URL("../../README.md", import.meta.url);

/** Simulated once, for its own test and for the table. */
const compared = new Map<Phenomenon, Comparison[]>();
const compare = (phenomenon: Phenomenon) => {
  const comparisons = compared.get(phenomenon) ?? phenomenon.compare(1);
  compared.set(phenomenon, comparisons);
  return comparisons;
};

describe("what must appear, within four standard errors of the closed form", () => {
  it.each(phenomena)("$law", (phenomenon) => {
    expect(contradictions(compare(phenomenon))).toEqual([]);
  });
});

describe("the README", () => {
  it("shows just these figures (UPDATE=1 rewrites its table)", () => {
    const expected = table(phenomena.map((phenomenon) => [phenomenon, compare(phenomenon)]));
    const text = readFileSync(readme, "utf8");
    const shown = tableIn(text);
    if (process.env.UPDATE === "1" && shown !== "")
      writeFileSync(
        readme,
        text.replace(shown, () => expected),
      );
    expect(tableIn(readFileSync(readme, "utf8"))).toBe(expected);
  });
});
