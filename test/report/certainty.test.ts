import { describe, expect, it } from "vitest";
import type { ReportInputs } from "../../src/report/inputs.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import { certaintySections } from "../../src/report/sections/certaintySections.ts";
import { renderTerminal } from "../../src/report/terminal/renderTerminal.ts";
import { goalsInWords } from "../../src/report/terminal/sentences.ts";
import { meanOf, standardError } from "../../src/statistics/standardError.ts";
import { closedGroup, threeYears } from "./fixtures.ts";

const sectionsOf = (inputs: ReportInputs) => certaintySections(makeReport(inputs));
const sectionOf = (inputs: ReportInputs, id: string) => {
  const found = sectionsOf(inputs).find((section) => section.id === id);
  if (!found) throw new Error(`no section ${id}`);
  return found;
};

const split = {
  claims: { value: 0.052, se: 0.004 },
  shocks: { value: -0.001, se: 0.002 },
  parameters: { value: 0.949, se: 0.005 },
};

describe("how sure the figures are", () => {
  const inputs = threeYears();

  it("names the last complete years, the members, cost, cases and the most members", () => {
    expect(sectionOf(inputs, "certainty").table.rows.map(([label]) => label)).toEqual([
      "Share in 2019, yuan",
      "Share in 2020, yuan",
      "Members at the end of 2020",
      "Cost of the whole run, yuan",
      "Cases of the whole run",
      "Most members at any time",
    ]);
  });

  it("shows how the means settle, the last row being the whole run", () => {
    const { certainty, replications } = makeReport(inputs);
    const { convergence, name } = certainty.headlines[0];
    const { values } = inputs.results.columns[name];
    expect(convergence.map((step) => step.replications)).toEqual([50, 100, 200]);
    for (const step of convergence) {
      const part = values.slice(0, step.replications);
      expect([step.value, step.se]).toEqual([meanOf(part), standardError(part, inputs.results)]);
    }
    expect(convergence[2].replications).toBe(replications);
    const { rows, columns } = sectionOf(inputs, "convergence").table;
    expect([rows.length, columns.length]).toEqual([3, 5]);
  });

  it("says where the spread comes from, where that was looked into", () => {
    const splits = { "years.2021.share": split, "total.cost": null };
    const variance = { kind: "split", replications: 64, splits } as const;
    const known = { ...inputs, headlines: ["years.2021.share", "total.cost"], variance };
    const { table, note } = sectionOf(known, "variance");
    expect(note).toContain("64 replications were played again");
    expect(table.rows).toHaveLength(1);
    expect(table.rows[0].slice(2)).toEqual(["5.20 ± 0.40 %", "−0.10 ± 0.20 %", "94.9 ± 0.5 %"]);
    expect(makeReport(known).certainty).toMatchObject({ varianceFrom: "split", varianceReplications: 64 });
  });

  it("says so where only claims vary, or where it was left out", () => {
    expect(sectionOf(closedGroup(), "certainty").note).toContain(
      "Nothing but chance among the members varies",
    );
    const without = { ...inputs, variance: { kind: "leftOut" } as const };
    expect(sectionOf(without, "certainty").note).toContain("was not looked into");
    expect(sectionOf(without, "variance").table.rows).toEqual([]);
  });
});

describe("a run with goals", () => {
  const goal = {
    ask: "mean(total.cost)",
    value: 2e9,
    se: 1e7,
    most: 0.005,
    isRelative: true,
    isReached: true,
  };
  const withGoals = (goals: ReportInputs["goals"], replicationsAsked: number) => ({
    ...threeYears(),
    goals,
    replicationsAsked,
  });

  it("tells that it stopped because its figures were sure enough, and that no more was asked for", () => {
    const report = makeReport(withGoals([{ ...goal, needed: 200 }], 1_000_000));
    expect([report.replications, report.replicationsAsked, report.certainty.limit]).toEqual([
      200, 200, 1_000_000,
    ]);
    expect(goalsInWords(report)).toEqual([
      "mean(total.cost): 2.000 ± 0.010 bn, as sure as asked for, after 200 replications.",
    ]);
    const { note, table } = sectionOf(withGoals([{ ...goal, needed: 200 }], 1_000_000), "goals");
    expect(note).toContain("when the standard error asked for was reached");
    expect(table.rows).toEqual([["mean(total.cost)", "2 bn", "0.010 bn", "0.5 %", "0.5 %", "yes"]]);
  });

  it("tells that it stopped at the limit, or was interrupted", () => {
    const unsure = { ...goal, most: 0.0001, isReached: false, needed: Number.POSITIVE_INFINITY };
    const atLimit = makeReport(withGoals([unsure], 200));
    expect(goalsInWords(atLimit)[0]).toContain("not as sure as asked for, after 200 replications (the limit");
    expect(atLimit.certainty.goals[0].needed).toBeNull();
    expect(sectionOf(withGoals([unsure], 200), "goals").note).toContain("the most it was allowed");
    expect(sectionOf(withGoals([unsure], 1000), "goals").note).toContain("interrupted");
    expect(makeReport(withGoals([unsure], 1000)).replicationsAsked).toBe(1000);
  });

  it("tells it on the terminal too", () => {
    const same = (text: string) => text;
    const color = { bold: same, dim: same, cyan: same, yellow: same };
    const text = renderTerminal(makeReport(withGoals([{ ...goal, needed: 200 }], 1000)), {
      color,
      width: 100,
    });
    expect(text).toContain("as sure as asked for, after 200 replications.");
  });
});
