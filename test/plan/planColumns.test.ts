import { describe, expect, it } from "vitest";
import { makePlan } from "../../src/plan/makePlan.ts";
import type { Period } from "../../src/plan/plan.ts";
import { type ColumnNeeds, planColumns } from "../../src/plan/planColumns.ts";
import { dayOf } from "../../src/scenario/day.ts";
import { poolOf } from "../helpers/scenarioOf.ts";

type PoolNeeds = ColumnNeeds["pools"][number];

const postpaid = { funding: null };
const prepaid = {
  funding: {
    deposit: 9,
    credit: 0,
    minimum: 3,
    topUpAmount: 9,
    topUpPortion: 0.5,
    interest: 0,
    refundToLeavers: true,
    spent: 0,
  },
};
const onePool: PoolNeeds = { name: "", copies: 1, rules: [postpaid] };
const young: PoolNeeds = { ...onePool, name: "young" };
const elderly: PoolNeeds = { ...onePool, name: "elderly" };
const periods: Period[] = ["2021-01-31", "2021-02-28", "2021-03-31"].map((date) => ({
  from: 0,
  date: dayOf(date) ?? 0,
  year: 2021,
  stage: 0,
  beyond: false,
}));

const needs: ColumnNeeds = {
  years: [2021],
  periods,
  pools: [onePool],
  classes: ["careful", "ill"],
  watched: [],
  spiral: null,
};
const columnsOf = (over: Partial<ColumnNeeds>) => planColumns({ ...needs, ...over });
const names = (over: Partial<ColumnNeeds>) => columnsOf(over).map(({ name }) => name);
const isOfDeposits = (name: string) => name.includes("deposits");

describe("planColumns", () => {
  it("names every year's figures, then the totals, then how it ended", () => {
    expect(names({})).toEqual([
      "years.2021.share",
      "years.2021.cases",
      "years.2021.denied",
      "years.2021.aid",
      "years.2021.aidCut",
      "years.2021.fee",
      "years.2021.subsidy",
      "years.2021.contributions",
      "years.2021.refunds",
      "years.2021.sharers",
      "years.2021.coveredPart",
      "years.2021.ageIndex",
      "years.2021.selectionIndex",
      "years.2021.durationIndex",
      "years.2021.members",
      "years.2021.riskOfMembers",
      "years.2021.multipleOfStayers",
      "years.2021.selectionByLeaving",
      "years.2021.selectionByJoining",
      "years.2021.members[class=careful]",
      "years.2021.members[class=ill]",
      "years.2021.share[class=careful]",
      "years.2021.share[class=ill]",
      "years.2021.expectedAid[class=careful]",
      "years.2021.expectedAid[class=ill]",
      "years.2021.allAsked[class=careful]",
      "years.2021.allAsked[class=ill]",
      "years.2021.allExpectedAid[class=careful]",
      "years.2021.allExpectedAid[class=ill]",
      "total.share",
      "total.cases",
      "total.denied",
      "total.aid",
      "total.aidCut",
      "total.fee",
      "total.subsidy",
      "total.contributions",
      "total.refunds",
      "total.cost",
      "total.joiners",
      "total.lapsed",
      "total.defaulted",
      "total.movedIn",
      "total.waitingIll",
      "total.share[class=careful]",
      "total.share[class=ill]",
      "total.expectedAid[class=careful]",
      "total.expectedAid[class=ill]",
      "ending.year",
      "peak.members",
      "peak.share",
      "runOff.cost",
      "runOff.cases",
      "runOff.subsidy",
      "runOff.refunds",
      "runOff.paidPart",
      "atEnding.members",
    ]);
  });

  it("says what each column is of", () => {
    const byName = new Map(columnsOf({ years: [2021, 2022] }).map(({ name, of }) => [name, of]));
    expect(byName.get("years.2022.share")).toEqual({ kind: "yearSum", year: 2022, metric: "share" });
    expect(byName.get("years.2021.ageIndex")).toEqual({ kind: "yearMean", year: 2021, metric: "ageIndex" });
    expect(byName.get("years.2022.members")).toEqual({ kind: "yearEnd", year: 2022, metric: "members" });
    expect(byName.get("years.2022.members[class=ill]")).toEqual({
      kind: "classYearEnd",
      year: 2022,
      classIndex: 1,
    });
    expect(byName.get("years.2021.expectedAid[class=careful]")).toEqual({
      kind: "classSum",
      year: 2021,
      classIndex: 0,
      metric: "expectedAid",
    });
    expect(byName.get("total.share[class=ill]")).toEqual({
      kind: "classSum",
      year: null,
      classIndex: 1,
      metric: "share",
    });
    expect(byName.get("total.cost")).toEqual({ kind: "total", metric: "cost" });
    expect(byName.get("runOff.paidPart")).toEqual({ kind: "runOff", metric: "paidPart" });
    expect(byName.get("atEnding.members")).toEqual({ kind: "atEnding", metric: "members" });
  });

  it("leaves out the shares and aid of classes where all members are of one", () => {
    const ofClasses = names({ classes: ["all"] }).filter((name) => name.includes("[class="));
    expect(ofClasses).toEqual(["years.2021.members[class=all]"]);
  });

  it("has deposits only where some rules have funding, for all pools alike", () => {
    expect(names({ pools: [young, elderly] }).filter(isOfDeposits)).toEqual([]);
    const pools = [young, { ...elderly, rules: [postpaid, prepaid] }];
    const expected = [
      "years.2021.deposits",
      "total.depositsPaid",
      "total.depositsCredited",
      "total.depositsUsed",
      "total.depositsReturned",
      "total.depositsLost",
      "peak.deposits",
      "runOff.depositsReturned",
      "runOff.depositsLost",
      "atEnding.deposits",
    ];
    const suffixes = ["", "[pool=young]", "[pool=elderly]"];
    expect(names({ pools }).filter(isOfDeposits)).toEqual(
      suffixes.flatMap((suffix) => expected.map((name) => `${name}${suffix}`)),
    );
  });

  it("names no column twice", () => {
    const pools = [young, { ...elderly, copies: 3, rules: [prepaid] }];
    const all = names({
      pools,
      years: [2021, 2022],
      watched: [{ date: "2021-02-28", metric: "share", pool: "young" }],
    });
    expect(new Set(all).size).toBe(all.length);
  });
});

describe("planColumns of several pools", () => {
  const columns = columnsOf({ pools: [young, elderly] });
  const ofSeries = (series: number) => columns.filter((column) => column.series === series);

  it("are those of the whole plan, then those of each pool without classes, by the pool's name", () => {
    expect(columns.slice(0, ofSeries(0).length)).toEqual(columnsOf({}));
    const ofPlan = ofSeries(0).filter(({ name }) => !name.includes("[class="));
    for (const [series, pool] of [
      [1, "young"],
      [2, "elderly"],
    ] as const)
      expect(ofSeries(series)).toEqual(
        ofPlan.map(({ name, of }) => ({ name: `${name}[pool=${pool}]`, series, of })),
      );
    expect(columns.map(({ series }) => series)).toEqual(columns.map(({ series }) => series).sort());
  });

  it("tell of copies for the pools that have some", () => {
    const pools = [young, { ...elderly, copies: 3 }];
    const ofCopies = columnsOf({ pools }).filter(({ of }) => of.kind === "copies");
    expect(ofCopies.map(({ name }) => name)).toEqual(
      ["ended", "cut", "shareSd", "shareQ05", "shareQ50", "shareQ95", "shareMost"].map(
        (metric) => `copies.${metric}[pool=elderly]`,
      ),
    );
    expect(new Set(ofCopies.map(({ series }) => series))).toEqual(new Set([2]));
  });

  it("tell of the copies of a plan's only pool by plain names", () => {
    const ofCopies = columnsOf({ pools: [{ ...onePool, copies: 600 }] }).filter(
      ({ of }) => of.kind === "copies",
    );
    expect([ofCopies.length, ofCopies[0]]).toEqual([
      7,
      { name: "copies.ended", series: 0, of: { kind: "copies", metric: "ended" } },
    ]);
  });
});

describe("watched columns", () => {
  const watched = [
    { date: "2021-02-28", metric: "share", pool: null },
    { date: "2021-03-01", metric: "share", pool: null },
    { date: "2021-03-31", metric: "meanAge", pool: "elderly" },
    { date: "2021-03-31", metric: "meanAge", pool: "the old" },
    { date: "2021-03-31", metric: "members", pool: "" },
  ] as const;
  const watchedOf = (pools: readonly PoolNeeds[]) =>
    columnsOf({ pools, watched }).filter(({ of }) => of.kind === "period");

  it("come last, by day of settlement and pool, where there are such", () => {
    const columns = columnsOf({ pools: [young, elderly], watched });
    expect(columns.slice(-2)).toEqual([
      { name: "periods.2021-02-28.share", series: 0, of: { kind: "period", period: 1, metric: "share" } },
      {
        name: "periods.2021-03-31.meanAge[pool=elderly]",
        series: 2,
        of: { kind: "period", period: 2, metric: "meanAge" },
      },
    ]);
    expect(watchedOf([young, elderly])).toHaveLength(2);
  });

  it("are of single classes too, where there are such", () => {
    const ofClasses = [
      { date: "2021-03-31", metric: "share", className: "ill" },
      { date: "2021-03-31", metric: "share", className: "nobody" },
      { date: "2021-03-01", metric: "share", className: "ill" },
    ] as const;
    expect(columnsOf({ watched: ofClasses }).filter(({ of }) => of.kind === "classPeriod")).toEqual([
      {
        name: `periods.2021-03-31.share[class=ill]`,
        series: 0,
        of: { kind: "classPeriod", period: 2, classIndex: 1, metric: "share" },
      },
    ]);
  });

  it("are of the whole plan only where there is one pool", () => {
    expect(watchedOf([onePool]).map(({ name }) => name)).toEqual(["periods.2021-02-28.share"]);
  });
});

describe("the columns of a compiled plan", () => {
  it("have the years of the calendar, ascending, and not those of run-offs", () => {
    const plan = makePlan(
      poolOf({
        calendar: { from: "2019-11-10", to: "2021-12-31" },
        ending: { hazard: 0.1, runOff: { claimWindow: "1 year" } },
      }),
    );
    const years = plan.columns.flatMap(({ name }) => name.match(/^years\.(\d+)\.share$/)?.[1] ?? []);
    expect(years).toEqual(["2019", "2020", "2021"]);
    expect(plan.periods.some(({ year }) => year === 2022)).toBe(true);
  });
});
