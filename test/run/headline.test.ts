import { describe, expect, it } from "vitest";
import { headlineFigure, headlineOf } from "../../src/run/headline.ts";
import { inline } from "../../src/run/inline.ts";
import { summarise } from "../../src/statistics/summarise.ts";
import { readySmall } from "./smallScenario.ts";
import { tallyWith } from "./tallyWith.ts";

describe("the headline figure", () => {
  it("is the share of the last whole year, else of the whole run", () => {
    const { scenario, plan } = readySmall();
    const headline = headlineOf(scenario, plan);
    expect([headline.label, plan.columns[headline.column].name]).toEqual(["share 2021", "years.2021.share"]);
    const short = readySmall({ set: ["calendar.to=2020-06-30"] });
    expect(short.plan.columns[headlineOf(short.scenario, short.plan).column].name).toBe("total.share");
  });

  it("has the mean and standard error that the report will have", async () => {
    const { scenario, plan } = readySmall();
    const tally = await tallyWith(inline, plan);
    const names = plan.columns.map(({ name }) => name);
    const { figure } = summarise(tally, { columns: names, clustered: false }).columns["years.2021.share"];
    const { mean, se } = headlineFigure(tally, headlineOf(scenario, plan));
    expect(mean).toBeCloseTo(figure?.mean ?? Number.NaN, 10);
    expect(se).toBeCloseTo(figure?.se ?? Number.NaN, 10);
  });
});
