import { describe, expect, it } from "vitest";
import { endingCauses } from "../../src/plan/metrics.ts";
import type { ReportInputs } from "../../src/report/inputs.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import {
  type CostGrowth,
  type Ending,
  type Ledger,
  type Report,
  reportSchema,
} from "../../src/report/report.ts";
import { dayOf } from "../../src/scenario/day.ts";
import type { Stage } from "../../src/scenario/scenario.ts";
import {
  allRefunded,
  closedGroup,
  earlyEnding,
  fiftyYears,
  fixtureReports,
  manyCircles,
  nothingHappens,
  prepaid,
  threeYears,
  twoPools,
} from "./fixtures.ts";
import { withPlanSeries, withPools, withStages } from "./toyInputs.ts";

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
    expect(report.periods[30].share).toEqual(inputs.results.series[0].periods[30].figures.share);
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
    const members = { ...figureOf(inputs), mean: Number.NaN };
    const broken = withPlanSeries(inputs, (series) => ({
      ...series,
      periods: series.periods.map((period, i) =>
        i === 3 ? { ...period, figures: { ...period.figures, members } } : period,
      ),
    }));
    expect(makeReport(broken).periods[3].members).toBeNull();
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

  it("does not split them where the operator also pays what deposits do not hold", () => {
    const capped = withCapOf(threeYears(), (cost) => 0.3 * cost);
    const funding = {
      ...{ deposit: 9, credit: 0, minimum: 1, topUp: { amount: 9, portion: 0 }, interest: 0 },
      ...{ refundToLeavers: false, spent: 0 },
    };
    const growth = growthOf(withStages(capped, (stage) => ({ ...stage, funding })));
    expect(growth.factors.map(({ key }) => key).slice(-2)).toEqual(["fee", "asked"]);
    expect(product(growth) / growth.ratio.value - 1).toBeCloseTo(0, 9);
  });

  it("leaves out and counts replications that ended before", () => {
    const inputs = earlyEnding();
    const { to, replications, leftOut } = growthOf(inputs);
    const ran = Array.from(inputs.results.series[0].lastRunning).filter(
      (last) => inputs.periods[last].date >= `${to}-12-28`,
    );
    expect(replications + leftOut).toBe(200);
    expect(leftOut).toBeGreaterThan(0);
    expect(replications).toBeLessThanOrEqual(ran.length);
  });

  it("has no factor for waiting where only the covered share", () => {
    const inputs = threeYears();
    const growth = growthOf(
      withStages(inputs, (stage) => ({ ...stage, sharing: { ...stage.sharing, sharers: "covered" } })),
    );
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
    const lasts = Array.from(
      inputs.results.series[0].lastRunning,
      (last) => inputs.periods[last].date,
    ).sort();
    expect(date).toBe(lasts[99]);
  });

  it("survives as the part of replications that still run after each settlement", () => {
    const inputs = earlyEnding();
    const { survival } = makeReport(inputs).ending;
    for (const period of [0, 10, 40]) {
      const beyond = inputs.results.series[0].lastRunning.filter((last) => last > period).length;
      expect(survival[period].probability.value).toBeCloseTo(beyond / 200, 9);
    }
  });

  it("takes the errors of survival from the blocks where these share what was drawn", () => {
    const inputs = earlyEnding();
    const sorted = withPlanSeries(inputs, (series) => ({
      ...series,
      lastRunning: Int32Array.from(series.lastRunning).sort(),
    }));
    const endingOf = (clustered: boolean) => {
      const results = { ...sorted.results, clustered, blockCounts: Int32Array.of(50, 50, 50, 50) };
      return makeReport({ ...inputs, results }).ending;
    };
    const [blocks, independent] = [endingOf(true), endingOf(false)];
    for (const of of [survivalAt, endedAt] as const) {
      expect(of(blocks).value).toBe(of(independent).value);
      expect(of(blocks).se).toBeGreaterThan(2 * of(independent).se);
    }
  });

  it("leaves settlements beyond the calendar out of survival", () => {
    const inputs = threeYears();
    const periods = inputs.periods.map((period, i) => ({ ...period, beyond: i >= 70 }));
    expect(makeReport({ ...inputs, periods }).ending.survival).toHaveLength(70);
  });

  it("knows which of the scenario's rules could end the plan", () => {
    const inputs = threeYears();
    const possible = (change: (stage: Stage) => Stage) =>
      makeReport(withStages(inputs, change)).ending.possible;
    const withEnding = (ending: Partial<Stage["ending"]>) =>
      possible((stage) => ({ ...stage, ending: { ...stage.ending, ...ending } }));
    const budget = (then: "end" | "aid") => ({ amount: 1e6, then });
    expect(makeReport(inputs).ending.possible).toEqual([]);
    expect(withEnding({ hazard: 0.1, shareCeiling: { share: 5, periods: 2 } })).toEqual([
      "hazard",
      "shareCeiling",
    ]);
    expect(withEnding({ start: { members: 1e5, withinDays: 90 } })).toEqual(["notStarted"]);
    expect(withEnding({ start: { members: 1e5, withinDays: null } })).toEqual([]);
    expect(
      withEnding({ operator: { costsPerYear: 0, costsPerMember: 0, patienceDays: 90, mostLoss: 0 } }),
    ).toEqual(["operator"]);
    for (const [then, causes] of [
      ["end", ["subsidyBudget"]],
      ["aid", []],
    ] as const)
      expect(
        possible((stage) => ({ ...stage, sharing: { ...stage.sharing, subsidyBudget: budget(then) } })),
      ).toEqual(causes);
  });
});

describe("what an ending leaves behind", () => {
  it("is over the replications that ended, and null where none did", () => {
    const inputs = earlyEnding();
    const some = withPlanSeries(inputs, (series) => ({
      ...series,
      endings: series.endings.map((ending, r) => (r < 60 ? ending : 0)),
    }));
    const { aftermath } = makeReport(some).ending;
    const left = column(inputs, "atEnding.members").slice(0, 60);
    expect(aftermath?.replications).toBe(60);
    expect(aftermath?.members.mean).toBeCloseTo(left.reduce((sum, members) => sum + members, 0) / 60, 6);
    expect(makeReport(threeYears()).ending.aftermath).toBeNull();
  });

  it("has the part of the last claims that is paid where any are owed aid", () => {
    expect(makeReport(prepaid()).ending.aftermath?.paidPart?.q50).toBeCloseTo(0.46, 12);
    expect(makeReport(earlyEnding()).ending.aftermath?.paidPart).toBeNull();
  });

  it("has deposits only where members hold any", () => {
    const { aftermath } = makeReport(prepaid()).ending;
    const { deposits, depositsReturned, depositsLost } = aftermath ?? {};
    expect(depositsReturned?.mean).toBeCloseTo(0.8 * (deposits?.mean ?? 0), 6);
    expect(depositsLost?.mean).toBeCloseTo(0.2 * (deposits?.mean ?? 0), 6);
    expect(makeReport(allRefunded()).ending.aftermath).toMatchObject({ deposits: null, depositsLost: null });
  });
});

describe("endings by cause", () => {
  it("add up, at every settlement, with those that run on to one", () => {
    const { survival, byCause } = makeReport(earlyEnding()).ending;
    expect(byCause.map(({ cause }) => cause).sort()).toEqual(["hazard", "minimumMembers"]);
    for (const [i, { date, probability }] of survival.entries()) {
      const ended = byCause.reduce((sum, { ended }) => sum + ended[i].probability.value, 0);
      expect(ended + probability.value).toBeCloseTo(1, 9);
      expect(byCause[0].ended[i].date).toBe(date);
    }
  });

  it("say when: half have had their last settlement by the median, nineteen in twenty by the last day", () => {
    const inputs = earlyEnding();
    const [{ cause, dates }] = makeReport(inputs).ending.causes;
    const { lastRunning, endings } = inputs.results.series[0];
    const days = Array.from(lastRunning, (last) => inputs.periods[last].date)
      .filter((_, r) => endings[r] === endingCauses.indexOf(cause))
      .sort();
    expect(dates).toEqual({
      q05: days[Math.ceil(0.05 * days.length) - 1],
      q50: days[Math.ceil(0.5 * days.length) - 1],
      q95: days[Math.ceil(0.95 * days.length) - 1],
    });
  });
});

describe("pools", () => {
  const inputs = twoPools();
  const report = makeReport(inputs);

  it("are told only where there are several", () => {
    expect(report.pools.map(({ name, copies }) => [name, copies])).toEqual([
      ["main", 1],
      ["elderly 老年", 1],
    ]);
    expect(makeReport(threeYears()).pools).toEqual([]);
    expect(makeReport(manyCircles()).pools).toEqual([]);
  });

  it("have figures of their own, made as those of the plan", () => {
    const [main, elderly] = report.pools;
    expect(elderly.years[1].share).toEqual(
      inputs.results.columns["years.2020.share[pool=elderly 老年]"].figure,
    );
    expect(elderly.periods[7].members).toEqual(inputs.results.series[2].periods[7].figures.members);
    expect(elderly.ending).toMatchObject({ cause: "closing", date: "2021-06-28" });
    expect(elderly.ending.aftermath?.cases.mean).toBeGreaterThan(0);
    expect(report.ending.probability.value).toBe(0);
    expect(main.books.aid.mean + elderly.books.aid.mean).toBeCloseTo(report.books.aid.mean, 0);
    expect(main.total.cases.mean + elderly.total.cases.mean).toBeCloseTo(report.total.cases.mean, 6);
  });

  it("may each end by rules of their own, which are the plan's as well", () => {
    const closing = { announced: 0, on: 1, sharingStops: false };
    const one = withPools(inputs, (pool) => ({
      ...pool,
      stages: pool.stages.map((stage) =>
        pool.name === "main" ? stage : { ...stage, ending: { ...stage.ending, closing } },
      ),
    }));
    const { ending, pools } = makeReport(one);
    expect([ending, ...pools.map((pool) => pool.ending)].map(({ possible }) => possible)).toEqual([
      ["closing"],
      [],
      ["closing"],
    ]);
  });
});

describe("who pays for whom", () => {
  it("compares what one of a class is asked for with the aid it could expect", () => {
    const inputs = threeYears();
    const [careful, ill] = makeReport(inputs).sharing.classes;
    const share = column(inputs, "total.share[class=ill]");
    const aid = column(inputs, "total.expectedAid[class=ill]");
    const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
    expect(ill.ratio?.value).toBeCloseTo(mean(share) / mean(aid), 9);
    expect(ill.difference.value).toBeCloseTo(mean(share) - mean(aid), 9);
    const errors = share.map((value, r) => value - aid[r] - ill.difference.value);
    const variance = errors.reduce((sum, error) => sum + error * error, 0) / 199;
    expect(ill.difference.se).toBeCloseTo(Math.sqrt(variance / 200), 9);
    expect(careful.ratio?.value).toBeGreaterThan(1);
    expect(ill.ratio?.value).toBeLessThan(1);
  });

  it("has an error of the ratio by the delta method", () => {
    const inputs = threeYears();
    const name = "total.share[class=ill]";
    const aid = column(inputs, "total.expectedAid[class=ill]");
    const values = aid.map((expected, r) => 2 * expected + (r % 2 === 0 ? 1 : -1));
    const columns = { ...inputs.results.columns, [name]: { values, figure: figureOf(inputs) } };
    const { sharing } = makeReport({ ...inputs, results: { ...inputs.results, columns } });
    const mean = aid.reduce((sum, value) => sum + value, 0) / aid.length;
    expect(sharing.classes[1].ratio?.value).toBeCloseTo(2, 9);
    expect(sharing.classes[1].ratio?.se).toBeCloseTo(Math.sqrt(200 / 199 / 200) / mean, 9);
  });

  it("has no classes where all are of one", () => {
    expect(makeReport(prepaid()).sharing.classes).toEqual([]);
    expect(makeReport(prepaid()).years[0].shareByClass).toEqual({});
  });
});

describe("copies of a pool", () => {
  it("are told with the spread of what their sharers are asked for", () => {
    const inputs = manyCircles();
    const [circles] = makeReport(inputs).copies;
    expect(circles).toMatchObject({ pool: "", copies: 622 });
    expect(circles.shareQ95).toEqual(inputs.results.columns["copies.shareQ95"].figure);
    expect(makeReport(threeYears()).copies).toEqual([]);
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

  it("stands beside the pool that its figure names, or beside nothing", () => {
    const report = makeReport(twoPools());
    const simulated = (figure: string) => points(report, figure)[0].simulated?.q50;
    expect(simulated("years.share[pool=elderly 老年]")).toBe(report.pools[1].years[1].share.q50);
    expect(simulated("members[pool=main]")).toBe(report.pools[0].periods[17].members?.q50);
    expect(points(report, "share[pool=nobody]")[0].simulated).toBeNull();
  });

  it("stands beside means of the year as well", () => {
    const inputs = twoPools();
    const [point] = points(makeReport(inputs), "years.sharers");
    expect(point.simulated?.q50).toBe(inputs.results.columns["years.2020.sharers"].figure?.q50);
  });

  it("is input where a pool that it is of follows a target on that day", () => {
    const target = [
      { day: dayOf("2019-01-01") ?? 0, members: 1e6 },
      { day: dayOf("2020-12-31") ?? 0, members: 2e6 },
    ];
    const inputs = withPools(twoPools(), (pool) =>
      pool.name === "main" ? { ...pool, joining: { ...pool.joining, target } } : pool,
    );
    const input = makeReport(inputs).history.filter((point) => point.input);
    expect(input.map(({ figure }) => figure)).toEqual(["members", "members[pool=main]", "years.sharers"]);
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
  it.each(fixtureReports())("add up, of all and of each pool: %s", (_, { books, pools }) => {
    for (const ledger of [books, ...pools.map((pool) => pool.books)]) expectBalanced(ledger);
  });
});

/** Both ledgers, to 1e-9 of what came in. */
function expectBalanced({ contributions, subsidy, aid, fee, refunds, surplusAtEnd, deposits }: Ledger): void {
  const came = contributions.mean + subsidy.mean;
  const went = aid.mean + fee.mean + refunds.mean + surplusAtEnd.mean;
  expect(Math.abs(came - went)).toBeLessThanOrEqual(1e-9 * came);
  if (deposits === null) return;
  const { paid, credited, used, returned, lost, held } = deposits;
  const rest = paid.mean + credited.mean - used.mean - returned.mean - lost.mean - held.mean;
  expect(Math.abs(rest)).toBeLessThanOrEqual(1e-9 * paid.mean);
}

const survivalAt = ({ survival }: Ending) => survival[10].probability;
const endedAt = ({ byCause }: Ending) => byCause[0].ended[10].probability;

/** A cap per year in every stage, and what the operator pays of the cost of 2021. */
function withCapOf(
  inputs: ReportInputs,
  subsidyOf: (cost: number, replication: number) => number,
): ReportInputs {
  const [aid, fee] = [column(inputs, "years.2021.aid"), column(inputs, "years.2021.fee")];
  const values = aid.map((paid, r) => subsidyOf(paid + fee[r], r));
  const columns = { ...inputs.results.columns, "years.2021.subsidy": { values, figure: figureOf(inputs) } };
  const capped = withStages(inputs, (stage) => ({
    ...stage,
    sharing: { ...stage.sharing, caps: { ...stage.sharing.caps, perYear: 50 } },
  }));
  return { ...capped, results: { ...inputs.results, columns } };
}

function figureOf({ results }: ReportInputs) {
  const { members } = results.series[0].periods[3].figures;
  if (!members) throw new Error("nobody is a member");
  return members;
}
