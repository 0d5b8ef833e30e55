import { describe, expect, it } from "vitest";
import { inline } from "../../src/run/inline.ts";
import { progressEstimate, progressFigureOf } from "../../src/run/progressFigure.ts";
import { summarise } from "../../src/statistics/summarise.ts";
import { readySmall, twoPools } from "./smallScenario.ts";
import { tallyWith } from "./tallyWith.ts";

describe("the figure that progress shows", () => {
  it("is the share of the last whole year, else of the whole run", () => {
    const { scenario, plan } = readySmall();
    const figure = progressFigureOf(scenario, plan);
    expect([figure.label, plan.columns[figure.column].name]).toEqual(["share 2021", "years.2021.share"]);
    const short = readySmall({ set: ["calendar.to=2020-06-30"] });
    expect(short.plan.columns[progressFigureOf(short.scenario, short.plan).column].name).toBe("total.share");
  });

  it("is of the whole plan where it has several pools", () => {
    const { scenario, plan } = readySmall({}, twoPools);
    const { name, series } = plan.columns[progressFigureOf(scenario, plan).column];
    expect([name, series]).toEqual(["years.2021.share", 0]);
  });

  const perBlock = [
    "joining={ schedule: [{ perYear: 1000 }] }",
    "cover.waiting={ uniform: [0 days, 700 days] }",
  ];

  it.each([
    ["independent replications", []],
    ["blocks that share a number", perBlock],
  ])("has the mean and standard error that the report will have: %s", async (_, set) => {
    const { scenario, plan } = readySmall({ set });
    const tally = await tallyWith(inline, plan);
    const names = plan.columns.map(({ name }) => name);
    const { columns } = summarise(tally, { columns: names, clustered: set.length > 0 });
    const { mean, se } = columns["years.2021.share"].figure ?? {};
    expect(progressEstimate(tally, progressFigureOf(scenario, plan))).toEqual({ value: mean, se });
    expect(se).toBeGreaterThan(0);
  });
});
