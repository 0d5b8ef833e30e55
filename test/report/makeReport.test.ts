import { describe, expect, it } from "vitest";
import type { ReportInputs } from "../../src/report/inputs.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import { type CostGrowth, type Report, reportSchema } from "../../src/report/report.ts";
import {
  closedGroup,
  earlyEnding,
  fiftyYears,
  fixtureReports,
  nothingHappens,
  threeYears,
} from "./fixtures.ts";

const product = ({ factors }: CostGrowth) => factors.reduce((all, { factor }) => all * factor.value, 1);

function growthOf(inputs: ReportInputs): CostGrowth {
  const { costGrowth } = makeReport(inputs);
  if (!costGrowth) throw new Error("no cost growth");
  return costGrowth;
}

/** The values of a yearly sum, by name. */
const column = ({ results }: ReportInputs, name: string) => results.columns[name].values;

describe("makeReport", () => {
  it.each(fixtureReports())("fits its own schema: %s", (_, report) => {
    expect(reportSchema.safeParse(report).error).toBeUndefined();
  });

  it("takes the figures of periods and years as they are", () => {
    const inputs = threeYears();
    const report = makeReport(inputs);
    expect(report.periods[30].share).toEqual(inputs.results.periods[30].figures.share);
    expect(report.periods[30].date).toBe(inputs.periods[30].date);
    expect(report.years.map(({ year }) => year)).toEqual([2019, 2020, 2021]);
    expect(report.years[1].share).toEqual(inputs.results.columns["years.2020.share"].figure);
    expect(Object.keys(report.years[1].membersByClass)).toEqual(["careful 谨慎", "ill"]);
    expect(report.total.peakMembers).toEqual(inputs.results.columns["peak.members"].figure);
  });

  it("lets no figure through that is not finite", () => {
    const inputs = earlyEnding();
    expect(inputs.results.columns["ending.year"].figure).not.toBeNull();
    expect(makeReport(threeYears()).total).not.toHaveProperty("endingYear");
    const broken = {
      ...inputs.results.periods[3].figures,
      members: { ...figureOf(inputs), mean: Number.NaN },
    };
    const periods = inputs.results.periods.map((period, i) =>
      i === 3 ? { ...period, figures: broken } : period,
    );
    expect(makeReport({ ...inputs, results: { ...inputs.results, periods } }).periods[3].members).toBeNull();
  });

  it("says what is missing where the plan records no column", () => {
    const inputs = closedGroup();
    const columns = inputs.columns.filter(({ name }) => name !== "total.fee");
    expect(() => makeReport({ ...inputs, columns })).toThrow("metric=fee");
  });

  it("marks uncertain assumptions by the path at which they are drawn", () => {
    const { assumptions } = makeReport(threeYears());
    expect(assumptions.map(({ path, uncertain }) => [path, uncertain])).toEqual([
      ["cover.waitingDays", null],
      ["cover.level", "perReplication"],
      ["cover.illnesses.severe.incidence", null],
      ["members.mix[0].portion", "perBlock"],
      ["sharing.fee", null],
    ]);
  });
});

describe("cost growth", () => {
  it.each([
    ["threeYears", threeYears()],
    ["earlyEnding", earlyEnding()],
    ["fiftyYears", fiftyYears()],
  ])("multiplies exactly to the ratio of yearly shares: %s", (_, inputs) => {
    const growth = growthOf(inputs);
    expect(product(growth) / growth.ratio.value - 1).toBeCloseTo(0, 9);
  });

  it("is the geometric mean of the ratios of shares over the replications", () => {
    const inputs = threeYears();
    const [before, after] = [column(inputs, "years.2019.share"), column(inputs, "years.2021.share")];
    const logs = Array.from(after, (share, r) => Math.log(share / before[r]));
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const { ratio, leftOut, replications } = growthOf(inputs);
    expect(ratio.value / Math.exp(mean) - 1).toBeCloseTo(0, 9);
    expect([replications, leftOut]).toEqual([200, 0]);
  });

  it("takes each factor from its own columns", () => {
    const inputs = threeYears();
    const growth = growthOf(inputs);
    const factor = (key: string) =>
      growth.factors.find((candidate) => candidate.key === key)?.factor.value ?? 0;
    const duration =
      column(inputs, "years.2021.durationIndex")[0] / column(inputs, "years.2019.durationIndex")[0];
    expect(factor("duration")).toBeCloseTo(duration, 9);
    expect(factor("fee")).toBeCloseTo(1, 9);
    expect(factor("selection")).toBeGreaterThan(1.02);
    expect(factor("meanAid")).toBeLessThan(1);
  });

  it("tells timing within the year apart from caps and subsidy, which it leaves out where there were none", () => {
    const uncapped = threeYears();
    const keys = growthOf(uncapped).factors.map(({ key }) => key);
    expect(keys).toContain("timing");
    expect(keys).not.toContain("charged");

    const capped = withCapOf(uncapped, (cost, r) => (r % 2 === 0 ? 0.25 : 0.36) * cost);
    const growth = growthOf(capped);
    const factor = (key: string) => growth.factors.find((one) => one.key === key)?.factor.value;
    expect(factor("charged")).toBeCloseTo(Math.sqrt(0.75 * 0.64), 9);
    expect(product(growth) / growth.ratio.value - 1).toBeCloseTo(0, 9);
    const before = growthOf(uncapped).factors.find(({ key }) => key === "timing")?.factor.value ?? 0;
    expect(factor("timing")).toBeCloseTo(before / Math.sqrt(0.75 * 0.64), 9);
  });

  it("takes what the operator pays for the exempt as no cap", () => {
    const inputs = withCapOf(threeYears(), (cost) => 0.3 * cost);
    const growth = growthOf({ ...inputs, scenario: threeYears().scenario });
    expect(growth.factors.map(({ key }) => key)).not.toContain("charged");
    expect(product(growth) / growth.ratio.value - 1).toBeCloseTo(0, 9);
  });

  it("does not split caps from timing where nothing was left to be shared", () => {
    const growth = growthOf(withCapOf(threeYears(), (cost, r) => (r === 7 ? cost : 0.1 * cost)));
    expect(growth.factors.map(({ key }) => key).slice(-2)).toEqual(["fee", "asked"]);
    expect(growth.leftOut).toBe(0);
    expect(product(growth) / growth.ratio.value - 1).toBeCloseTo(0, 9);
  });

  it("leaves out and counts replications that ended before", () => {
    const inputs = earlyEnding();
    const { to, replications, leftOut } = growthOf(inputs);
    const ran = Array.from(inputs.results.lastRunning).filter(
      (last) => inputs.periods[last].date >= `${to}-12-28`,
    );
    expect(replications + leftOut).toBe(200);
    expect(leftOut).toBeGreaterThan(0);
    expect(replications).toBeLessThanOrEqual(ran.length);
  });

  it("has no factor for waiting where only the covered share", () => {
    const inputs = threeYears();
    const stages = inputs.scenario.stages.map((stage) => ({
      ...stage,
      sharing: { ...stage.sharing, sharers: "covered" as const },
    }));
    const growth = growthOf({ ...inputs, scenario: { ...inputs.scenario, stages } });
    expect(growth.factors.map(({ key }) => key)).not.toContain("waiting");
    expect(product(growth) / growth.ratio.value - 1).toBeCloseTo(0, 9);
  });

  it("has a larger standard error where blocks share what was drawn", () => {
    const inputs = threeYears();
    const values = Float64Array.from(
      column(inputs, "years.2021.share"),
      (share, r) => share * (r < 100 ? 1.5 : 1),
    );
    const columns = { ...inputs.results.columns, "years.2021.share": { values, figure: figureOf(inputs) } };
    const withBlocks = (clustered: boolean) => ({
      ...inputs,
      results: { ...inputs.results, columns, clustered, blockCounts: Int32Array.of(50, 50, 50, 50) },
    });
    expect(growthOf(withBlocks(true)).ratio.se).toBeGreaterThan(3 * growthOf(withBlocks(false)).ratio.se);
  });

  it.each([
    ["a single year", closedGroup()],
    ["no share in any year", nothingHappens()],
  ])("is null with %s", (_, inputs) => {
    expect(makeReport(inputs).costGrowth).toBeNull();
  });
});

describe("ending", () => {
  it("adds up its causes to its probability", () => {
    const { ending } = makeReport(earlyEnding());
    const sum = ending.causes.reduce((all, { probability }) => all + probability.value, 0);
    expect(sum).toBeCloseTo(ending.probability.value, 12);
    expect(ending.causes[0].probability.value).toBeGreaterThanOrEqual(ending.causes[1].probability.value);
    expect(ending.cause).toBe(ending.causes[0].cause);
  });

  it("has its median date where half of those that ended have settled for the last time", () => {
    const inputs = earlyEnding();
    const { date } = makeReport(inputs).ending;
    const lasts = Array.from(inputs.results.lastRunning, (last) => inputs.periods[last].date).sort();
    expect(date).toBe(lasts[99]);
  });

  it("survives as the part of replications that still run after each settlement", () => {
    const inputs = earlyEnding();
    const { survival } = makeReport(inputs).ending;
    for (const period of [0, 10, 40]) {
      const beyond = inputs.results.lastRunning.filter((last) => last > period).length;
      expect(survival[period].probability.value).toBeCloseTo(beyond / 200, 9);
    }
  });

  it("takes the errors of survival from the blocks where these share what was drawn", () => {
    const inputs = earlyEnding();
    const lastRunning = Int32Array.from(inputs.results.lastRunning).sort();
    const survivalOf = (clustered: boolean) => {
      const results = {
        ...inputs.results,
        lastRunning,
        clustered,
        blockCounts: Int32Array.of(50, 50, 50, 50),
      };
      return makeReport({ ...inputs, results }).ending.survival[10].probability;
    };
    expect(survivalOf(true).value).toBe(survivalOf(false).value);
    expect(survivalOf(true).se).toBeGreaterThan(3 * survivalOf(false).se);
  });

  it("leaves settlements beyond the calendar out of survival", () => {
    const inputs = threeYears();
    const periods = inputs.periods.map((period, i) => ({ ...period, beyond: i >= 70 }));
    expect(makeReport({ ...inputs, periods }).ending.survival).toHaveLength(70);
  });

  it("knows which of the scenario's rules could end the plan", () => {
    const inputs = threeYears();
    const stages = inputs.scenario.stages.map((stage) => ({
      ...stage,
      ending: { ...stage.ending, hazard: 0.1 },
    }));
    expect(makeReport(inputs).ending.possible).toEqual([]);
    expect(makeReport({ ...inputs, scenario: { ...inputs.scenario, stages } }).ending.possible).toEqual([
      "hazard",
    ]);
  });
});

describe("history", () => {
  const points = (report: Report, figure: string) =>
    report.history.filter((point) => point.figure === figure);

  it("stands beside the settlement on or last before its day", () => {
    const report = makeReport(threeYears());
    const [april] = points(report, "members").filter(({ date }) => date === "2019-04-11");
    const march = report.periods.find(({ date }) => date === "2019-03-28")?.members;
    expect(april.simulated).toEqual({ q05: march?.q05, q50: march?.q50, q95: march?.q95 });
    const [exact] = points(report, "share").filter(({ date }) => date === "2019-06-28");
    expect(exact.simulated?.q50).toBe(report.periods.find(({ date }) => date === "2019-06-28")?.share?.q50);
  });

  it("stands beside the year where its figure is of a year", () => {
    const report = makeReport(threeYears());
    expect(points(report, "years.share").map(({ simulated }) => simulated?.q50)).toEqual([
      report.years[0].share.q50,
      report.years[1].share.q50,
    ]);
  });

  it("has nothing simulated before the calendar, or under a name that nothing has", () => {
    const report = makeReport(threeYears());
    expect(points(report, "members")[0]).toMatchObject({ date: "2018-10-17", simulated: null });
    expect(points(report, "moonPhase")[0].simulated).toBeNull();
  });
});

describe("who stays", () => {
  it("gives each class its part of joiners and of members; the parts add up to 1", () => {
    const { classes } = makeReport(threeYears()).adverseSelection;
    for (const i of [0, 1, 2]) {
      const sum = classes.reduce((all, { portionAtYearEnd }) => all + portionAtYearEnd[i].portion.value, 0);
      expect(sum).toBeCloseTo(1, 9);
    }
    expect(classes[1].portionAtYearEnd[2].portion.value).toBeGreaterThan(classes[1].portionOfJoiners);
  });
});

describe("the books", () => {
  it.each(fixtureReports())("add up: %s", (_, { books }) => {
    const { contributions, subsidy, aid, fee, surplusAtEnd } = books;
    const came = contributions.mean + subsidy.mean;
    const went = aid.mean + fee.mean + surplusAtEnd.mean;
    expect(Math.abs(came - went)).toBeLessThanOrEqual(1e-9 * came);
  });
});

/** A cap per year in every stage, and what the operator pays of the cost of 2021. */
function withCapOf(
  inputs: ReportInputs,
  subsidyOf: (cost: number, replication: number) => number,
): ReportInputs {
  const [aid, fee] = [column(inputs, "years.2021.aid"), column(inputs, "years.2021.fee")];
  const values = aid.map((paid, r) => subsidyOf(paid + fee[r], r));
  const columns = { ...inputs.results.columns, "years.2021.subsidy": { values, figure: figureOf(inputs) } };
  const stages = inputs.scenario.stages.map((stage) => ({
    ...stage,
    sharing: { ...stage.sharing, caps: { ...stage.sharing.caps, perYear: 50 } },
  }));
  return {
    ...inputs,
    scenario: { ...inputs.scenario, stages },
    results: { ...inputs.results, columns },
  };
}

function figureOf({ results }: ReportInputs) {
  const { members } = results.periods[3].figures;
  if (!members) throw new Error("nobody is a member");
  return members;
}
