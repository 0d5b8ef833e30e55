import { describe, expect, it } from "vitest";
import { makePlan } from "../../src/plan/makePlan.ts";
import { planColumns } from "../../src/plan/planColumns.ts";
import { poolOf } from "../helpers/scenarioOf.ts";

const names = (...of: Parameters<typeof planColumns>) => planColumns(...of).map(({ name }) => name);

describe("planColumns", () => {
  it("names every year's figures, then the totals, then how it ended", () => {
    expect(names([2021], ["careful", "ill"], [], [])).toEqual([
      "years.2021.share",
      "years.2021.cases",
      "years.2021.aid",
      "years.2021.aidCut",
      "years.2021.fee",
      "years.2021.subsidy",
      "years.2021.contributions",
      "years.2021.sharers",
      "years.2021.coveredPart",
      "years.2021.ageIndex",
      "years.2021.selectionIndex",
      "years.2021.durationIndex",
      "years.2021.members",
      "years.2021.members[class=careful]",
      "years.2021.members[class=ill]",
      "total.share",
      "total.cases",
      "total.aid",
      "total.aidCut",
      "total.fee",
      "total.subsidy",
      "total.contributions",
      "total.cost",
      "total.joiners",
      "total.lapsed",
      "ending.year",
      "peak.members",
      "peak.share",
      "runOff.cost",
      "runOff.cases",
    ]);
  });

  it("says what each column is of", () => {
    const byName = new Map(planColumns([2021, 2022], ["a", "b"], [], []).map(({ name, of }) => [name, of]));
    expect(byName.get("years.2022.share")).toEqual({ kind: "yearSum", year: 2022, metric: "share" });
    expect(byName.get("years.2021.ageIndex")).toEqual({ kind: "yearMean", year: 2021, metric: "ageIndex" });
    expect(byName.get("years.2022.members")).toEqual({ kind: "yearEnd", year: 2022, classIndex: null });
    expect(byName.get("years.2022.members[class=b]")).toEqual({ kind: "yearEnd", year: 2022, classIndex: 1 });
    expect(byName.get("total.cost")).toEqual({ kind: "total", metric: "cost" });
    expect(byName.get("runOff.cases")).toEqual({ kind: "runOff", metric: "cases" });
  });

  it("has the years of the calendar, ascending, and not those of run-offs", () => {
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

  it("has a column for a metric of one period that is watched, by its day of settlement", () => {
    const { periods } = makePlan(poolOf());
    const watched = [
      { date: "2021-02-28", metric: "share" },
      { date: "2021-03-01", metric: "share" },
      { date: "2021-03-31", metric: "meanAge" },
    ] as const;
    const columns = planColumns([2021], [], periods, watched).filter(({ of }) => of.kind === "period");
    expect(columns).toEqual([
      { name: "periods.2021-02-28.share", of: { kind: "period", period: 1, metric: "share" } },
      { name: "periods.2021-03-31.meanAge", of: { kind: "period", period: 2, metric: "meanAge" } },
    ]);
  });
});
