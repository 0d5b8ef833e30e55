import { describe, expect, it } from "vitest";
import { differingAssumptions } from "../../src/compare/differingAssumptions.ts";
import { threeYears } from "../report/fixtures.ts";
import { toyRun } from "./comparedToys.ts";

describe("what is assumed differently", () => {
  const base = threeYears();
  const changed = (path: string, value: string | null) => ({
    ...base,
    scenario: {
      ...base.scenario,
      title: "another title",
      assumptions: base.scenario.assumptions.flatMap((one) =>
        one.path === path ? (value === null ? [] : [{ ...one, value, note: "mine" }]) : [one],
      ),
    },
  });

  it("is nothing between a plan and itself, whatever it is called", () => {
    expect(differingAssumptions([toyRun(base, "a"), toyRun(changed("", null), "b")])).toEqual([]);
  });

  it("is told leaf by leaf, with both values and comments, or that one states none", () => {
    const other = toyRun(changed("sharing.fee", "10 %"), "b");
    const without = toyRun(changed("cover.waitingDays", null), "c");
    expect(differingAssumptions([toyRun(base, "a"), other, without])).toEqual([
      {
        path: "cover.waitingDays",
        values: ["90 days", "90 days", null],
        notes: [expect.stringContaining("rules"), expect.stringContaining("rules"), null],
      },
      {
        path: "sharing.fee",
        values: ["8 %", "10 %", "8 %"],
        notes: [expect.anything(), "mine", expect.anything()],
      },
    ]);
  });

  it("is a table of the same name with other contents", () => {
    const table = (sum: string) => ({ "scenarios/tables/ci2.csv": sum.repeat(64) });
    const runs = [
      { ...toyRun(base, "a"), sources: table("1") },
      { ...toyRun(base, "b"), sources: table("2") },
    ];
    expect(differingAssumptions(runs)).toMatchObject([
      {
        path: "cover.illnesses.severe.incidence",
        values: ["tables/ci2.csv (SHA-256 11111111)", "tables/ci2.csv (SHA-256 22222222)"],
      },
    ]);
    expect(differingAssumptions([runs[0], runs[0]])).toEqual([]);
  });
});
