import { beforeAll, describe, expect, it } from "vitest";
import { exactFigures } from "../../src/oracle/exactFigures.ts";
import { factsOf } from "../../src/plan/planFacts.ts";
import type { ReportInputs } from "../../src/report/inputs.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import { renderMarkdown } from "../../src/report/markdown/renderMarkdown.ts";
import { type Report, reportSchema } from "../../src/report/report.ts";
import { inline } from "../../src/run/inline.ts";
import { summariseOptions } from "../../src/run/summariseOptions.ts";
import { notSplitByCauses } from "../../src/statistics/growthSplit.ts";
import { summarise } from "../../src/statistics/summarise.ts";
import { notSplit } from "../../src/statistics/varianceSplit.ts";
import { whoPaysByAge } from "../../src/statistics/whoPaysByAge.ts";
import { readySmall } from "../run/smallScenario.ts";
import { tallyWith } from "../run/tallyWith.ts";

const scenario = `title: A pool that selects
seed: selection
replications: 250
engine: fast
calendar: { from: 2020-01-01, to: 2023-12-31, settle: { every: 3 months } }
members:
  ages: 20-59
  leaveAt: 60
  classes:
    careful: { portion: 60 %, relativeRisk: 0.7, lapse: 3 %, reaction: { power: { reference: 8, elasticity: 2, lookBack: 2 } } }
    ill: { portion: 40 %, relativeRisk: 1.45, lapse: 3 % }
joining: { initial: 100 thousand, schedule: [{ perYear: 5 thousand }] }
cover:
  level: { uniform: [0.5, 1.5] }
  trend: 20 % per year
  illnesses:
    any: { incidence: [{ ages: 0-39, rate: 1 % }, { ages: 40-120, rate: 3 % }], benefit: 1000 }
sharing: { fee: 8 % }
ending: { hazard: 5 % }
`;
const spiral = "spiral: { share: 35 per year, members: 80 % }\n";

async function inputsOf(text: string): Promise<ReportInputs> {
  const { scenario: of, plan } = readySmall({}, text);
  const tally = await tallyWith(inline, plan);
  const results = summarise(tally, summariseOptions(plan, tally));
  return {
    ...factsOf(of, plan),
    ...{ scenario: of, results, file: "small.yaml", overrides: [], version: "0", digest: "0", answers: [] },
    ...{ published: [], asked: [], goals: [], headlines: [], variance: notSplit, growth: notSplitByCauses },
    ages: whoPaysByAge(of, plan, results),
    exact: exactFigures(plan),
  };
}

describe("adverse selection", () => {
  let inputs: ReportInputs;
  let report: Report;
  beforeAll(async () => {
    inputs = await inputsOf(scenario + spiral);
    report = makeReport(inputs);
  });
  const column = (name: string) => inputs.results.columns[name].values;

  it("fits the schema", () => {
    expect(reportSchema.safeParse(report).error).toBeUndefined();
  });

  it("tells a change that its terms add up to, year by year", () => {
    const { years } = report.adverseSelection;
    expect(years.map(({ year }) => year)).toEqual([2020, 2021, 2022, 2023]);
    for (const { change, byLeaving, byJoining, byRest } of years)
      expect(byLeaving.value + byJoining.value + byRest.value).toBeCloseTo(change.value, 12);
    expect(years[3].byLeaving.value).toBeGreaterThan(4 * years[3].byLeaving.se);
    expect(years[3].multipleOfStayers.mean).toBeGreaterThan(1 + 4 * years[3].multipleOfStayers.se);
  });

  it("counts the replications that ran to the year's end only", () => {
    const [first, , , last] = report.adverseSelection.years;
    const ran = (t: number) => inputs.results.series[0].lastRunning.filter((of) => of >= t).length;
    expect([first.replications, last.replications]).toEqual([ran(3), ran(15)]);
    expect(last.replications).toBeLessThan(first.replications);
  });

  it("lets what classes pass to each other sum to 0, and what they are asked for to all contributions", () => {
    const { transfers } = report.adverseSelection;
    for (const year of [2020, 2023]) {
      const ofYear = transfers.filter((transfer) => transfer.year === year);
      const sum = (of: (transfer: (typeof ofYear)[number]) => number) =>
        ofYear.reduce((all, one) => all + of(one), 0);
      const asked = report.years.find((one) => one.year === year)?.contributions.mean ?? 0;
      expect(sum(({ transfer }) => transfer.value) / asked).toBeCloseTo(0, 12);
      expect(sum(({ asked }) => asked.value) / asked).toBeCloseTo(1, 9);
      const [careful, ill] = ofYear;
      expect(careful.transfer.value).toBeGreaterThan(4 * careful.transfer.se);
      expect(ill.differencePerHead.value).toBeLessThan(careful.differencePerHead.value);
    }
  });

  it("has what ages bear of the expected aid beside what they can expect", () => {
    const [byAge, ...others] = report.adverseSelection.byAge;
    expect(others).toEqual([]);
    expect(byAge.year).toBe(2023);
    const sum = byAge.groups.reduce((all, { members, difference }) => all + members * difference, 0);
    expect(sum / byAge.passed).toBeCloseTo(0, 9);
    // Central values, of plans that all run, beside the simulated mean of those that did.
    const aid = byAge.groups.reduce((all, { members, expectedAid }) => all + members * expectedAid, 0);
    const members = byAge.groups.reduce((all, group) => all + group.members, 0);
    const perHead = report.adverseSelection.transfers
      .filter(({ year }) => year === 2023)
      .map(({ expectedAid }) => expectedAid.value)
      .reduce((all, value) => all + value, 0);
    const ran = report.adverseSelection.years[3].replications / 250;
    expect(aid / members / (perHead / ran / members)).toBeGreaterThan(0.85);
    expect(aid / members / (perHead / ran / members)).toBeLessThan(1.15);
  });

  it("has the probability of a spiral as the rows of the replications count it", () => {
    const began = Array.from(column("spiral.year")).filter(Number.isFinite);
    const found = report.adverseSelection.spiral;
    expect(began.length).toBeGreaterThan(20);
    expect(began.length).toBeLessThan(230);
    expect(found?.probability.value).toBe(began.length / 250);
    expect(found?.probability.se).toBeGreaterThan(0);
    const halfBy = began.sort((a, b) => a - b)[Math.ceil(began.length / 2) - 1];
    expect(found?.dates?.q50.slice(0, 4)).toBe(`${Math.floor(halfBy - 1 / 365)}`);
  });

  it("is written out with all of it", () => {
    const text = renderMarkdown(report);
    for (const title of [
      "## Adverse selection",
      "### Whether it is a spiral",
      "### What classes pay and can expect",
    ])
      expect(text).toContain(title);
    expect(text).toMatch(/In 2023 members aged \S+ bear .* yuan of expected aid each and can expect/);
    expect(text).toMatch(
      /A spiral \(the share of a year is above 35 yuan while .* below 80 % of the most so far\) happens in/,
    );
    expect(text).toMatch(/the risk of who stays is 1\.\S+ ± \S+ times what it would be/);
  });

  it("has no figure of a spiral where the scenario calls nothing so, nor of classes where there is one", async () => {
    const one = scenario.replace(/ {2}classes:\n.*\n.*\n/, "");
    const { adverseSelection } = makeReport(await inputsOf(one));
    expect(adverseSelection.spiral).toBeNull();
    expect(adverseSelection.years).toEqual([]);
    expect(adverseSelection.transfers).toEqual([]);
    expect(adverseSelection.byAge).toHaveLength(1);
  });

  it("says that leaving does not select where it does not", async () => {
    const blind = scenario.replace(", reaction: { power: { reference: 8, elasticity: 2, lookBack: 2 } }", "");
    const { adverseSelection, ...rest } = makeReport(await inputsOf(blind));
    for (const { multipleOfStayers, byLeaving } of adverseSelection.years) {
      expect([multipleOfStayers.q05, multipleOfStayers.q95, multipleOfStayers.se]).toEqual([1, 1, 0]);
      expect(byLeaving).toEqual({ value: 0, se: 0 });
    }
    expect(renderMarkdown({ ...rest, adverseSelection })).toContain("Leaving does not select by risk");
  });
});
