import { describe, expect, it } from "vitest";
import { dayOf } from "../../src/scenario/day.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { exampleFiles, readFrom } from "./exampleFiles.ts";
import { messagesOf, onlyPool, parseExample, parseText, scenarioOf } from "./parsing.ts";

describe("parseScenario", () => {
  it("fills in the defaults of what is left out", () => {
    const plan = scenarioOf(parseExample("pool.yaml"));
    expect(plan).toMatchObject({
      purpose: "",
      currency: "yuan",
      seed: "fentan",
      replications: 1000,
      engine: "auto",
    });
    expect(plan).toMatchObject({ history: [], ask: [], shocks: { yearly: null, events: [] } });
    expect(plan.calendar).toEqual({
      from: dayOf("2020-01-01"),
      to: dayOf("2020-12-31"),
      settle: { kind: "every", count: 1, unit: "month" },
    });
    expect(plan.pools).toHaveLength(1);
    const [pool] = plan.pools;
    expect(pool).toMatchObject({ name: "", copies: 1, group: null, dependence: null });
    expect(pool.joining).toEqual({ initial: 1000, schedule: [], target: [], bass: null, rejoin: 0 });
    expect(pool.stages).toHaveLength(1);
    const { members, cover, claims, sharing, collection, funding, ending } = pool.stages[0];
    expect(members).toEqual({
      joinFrom: 18,
      joinTo: 64,
      leaveAt: 65,
      movesTo: null,
      mix: [{ ages: { from: 18, to: 64 }, portion: 1, male: 0.5 }],
      classes: [
        {
          name: "all",
          portion: 1,
          relativeRisk: 1,
          lapse: 0,
          reaction: { kind: "none" },
          joins: { kind: "none" },
          topUp: null,
        },
      ],
    });
    expect(cover).toMatchObject({
      waitingDays: 0,
      waitingIllness: "uncovered",
      inflation: 0,
      level: 1,
      select: { kind: "none" },
      trend: 0,
      mortality: null,
    });
    expect(cover?.illnesses[0]).toMatchObject({
      name: "any",
      level: 1,
      waitingDays: null,
      endsMembership: true,
      movesTo: null,
      paidBy: "pool",
    });
    expect(cover?.illnesses[0].benefits).toEqual([{ ages: { from: 0, to: 120 }, amount: 1000 }]);
    expect(claims).toEqual({ delay: { kind: "none" }, denied: 0, jury: null });
    expect(sharing).toMatchObject({ sharers: "members", fee: 0, feePerHead: 0, roundUpTo: 0, exempt: null });
    expect(sharing).toMatchObject({
      rule: { kind: "equal" },
      premium: null,
      freeDays: 0,
      subsidyBudget: null,
    });
    expect(sharing.caps).toEqual({ perCase: null, perPeriod: null, perYear: null });
    expect(collection).toEqual({ failing: 0, graceDays: 0, unpaid: "nextPeriod" });
    expect(funding).toBeNull();
    expect(ending).toEqual({
      start: null,
      minimumMembers: null,
      closing: null,
      hazard: 0,
      shareCeiling: null,
      operator: null,
      refund: 0,
      membersMoveTo: null,
      runOff: { claimWindowDays: 0, paidBy: "operator", remaining: 1, atOnce: false },
    });
  });

  it("has a calendar from its first day to its last, though that be one day", () => {
    const oneDay = "calendar: { from: 2020-01-01, to: 2020-01-01, periods: none, settle: { every: 1 day } }";
    const { from, to } = scenarioOf(parseText(`extends: pool.yaml\n${oneDay}`)).calendar;
    expect([from, to]).toEqual([dayOf("2020-01-01"), dayOf("2020-01-01")]);
    const lastOfMonth = "calendar: { periods: 3, settle: { daysOfMonth: [31] } }";
    const { calendar } = scenarioOf(parseText(`extends: pool.yaml\n${lastOfMonth}`));
    expect(calendar.to).toBe(dayOf("2020-03-31"));
  });

  it("reads everything a scenario can say into fixed units", () => {
    const plan = scenarioOf(parseExample("mutual.yaml"));
    expect(plan.pools[0].stages[0].members?.joinFrom).toBeCloseTo(30 / 365.25, 12);
    expect(plan.pools[0].stages[0].members?.classes[0].reaction).toEqual({
      kind: "power",
      reference: 30,
      elasticity: 1,
      lookBack: 6,
    });
    expect(plan.pools[0].stages[0].cover?.select).toEqual({
      kind: "exponential",
      start: 0.15,
      timeConstantDays: 913.125,
    });
    expect(plan.pools[0].stages[0].claims.delay).toEqual({ kind: "gamma", meanDays: 75, sdDays: 50 });
    expect(plan.pools[0].stages[0].ending.minimumMembers).toEqual({ members: 3_300_000, graceDays: 365.25 });
    expect(plan.pools[0].joining.target[1]).toEqual({ day: dayOf("2020-01-28"), members: 1e8 });
    expect(plan.shocks.yearly).toEqual({ kind: "lognormal", sd: 0.05, autocorrelation: 0.3 });
    expect(plan.history[0]).toEqual({
      day: dayOf("2019-01-28"),
      figure: "share",
      value: 0.03,
      source: "a newspaper, 2019",
    });
    const [severe, mild] = plan.pools[0].stages[0].cover?.illnesses ?? [];
    expect(severe.incidence.name).toBe("tables/incidence.csv");
    expect(severe.waitingDays).toBeNull();
    expect(mild.waitingDays).toBe(0);
    expect(mild.incidence.name).toBe("tables/incidence.csv x tables/ratio.csv");
    expect(mild.incidence.male[30]).toBeCloseTo(0.25 * severe.incidence.male[30], 12);
  });

  it("lays each change over all before it, and keeps what it leaves alone", () => {
    const [first, second, third] = onlyPool(parseExample("mutual.yaml")).stages;
    expect(third.from).toBe(dayOf("2020-01-01"));
    expect(first.sharing.fee).toBe(0.1);
    expect(second.sharing.caps.perCase).toBe(0.1);
    expect(third.sharing).toEqual({
      ...second.sharing,
      caps: { perCase: null, perPeriod: null, perYear: 188 },
    });
    expect(third.members?.classes.map(({ name, relativeRisk }) => [name, relativeRisk])).toEqual([
      ["careful", 0.7],
      ["ill", 1.6],
    ]);
    expect(third.cover).toBe(first.cover);
  });

  it("names an uncertain number by the place where it is written", () => {
    const plan = scenarioOf(parseExample("mutual.yaml"));
    expect(plan.pools[0].stages[0].cover?.level).toMatchObject({ path: "cover.level" });
    expect(plan.pools[0].stages[1].cover?.level).toMatchObject({ path: "cover.level" });
    expect(plan.pools[0].stages[0].members?.classes[1].relativeRisk).toMatchObject({
      path: "members.classes.ill.relativeRisk",
    });
    expect(plan.pools[0].stages[1].sharing.fee).toMatchObject({ path: "changes[0].sharing.fee" });
    expect(plan.pools[0].stages[2].sharing.fee).toMatchObject({ path: "changes[0].sharing.fee" });
    const mix = "mix: [{ ages: 18-64, portion: 1, male: { uniform: [0.4, 0.6] } }]";
    const text = `extends: pool.yaml\nmembers: { ${mix} }`;
    expect(onlyPool(parseText(text)).stages[0].members?.mix[0].male).toMatchObject({
      path: "members.mix[0].male",
    });
  });

  it("reads a closed group from rows and from a file", () => {
    const group = onlyPool(parseExample("group.yaml"));
    expect(group.group?.[0]).toEqual({
      className: "A",
      number: 100,
      claims: { kind: "atMostOne", probability: 0.05 },
      benefit: { perClaim: { kind: "uniform", low: 0, high: 400 } },
      endsMembership: false,
      lapse: 0,
      reaction: { kind: "none" },
    });
    expect(group.stages[0]).toMatchObject({ members: null, cover: null });
    const fromFile = onlyPool(parseExample("group-file.yaml")).group;
    expect(fromFile?.map(({ className, number, benefit }) => [className, number, benefit])).toEqual([
      ["A", 100, 400],
      ["B", 200, 300],
    ]);
  });

  it("gives plain data: cloning it changes nothing", () => {
    for (const file of ["mutual.yaml", "group.yaml", "capped.yaml"]) {
      const scenario = scenarioOf(parseExample(file));
      expect(structuredClone(scenario)).toEqual(scenario);
      expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
    }
  });

  it("tells what it read, and the merged document as written", () => {
    const files = exampleFiles();
    const result = parseScenario("capped.yaml", readFrom(files));
    expect(result.ok && result.sources).toEqual({
      "capped.yaml": files["capped.yaml"],
      "pool.yaml": files["pool.yaml"],
    });
    expect(result.ok && result.resolved).toMatchObject({
      title: "The same pool, capped",
      cover: { illnesses: { any: { incidence: "0.2 %", benefit: 1000 } } },
      sharing: { caps: { perYear: 5 }, excess: "aid" },
    });
    const mutual = parseExample("mutual.yaml");
    expect(mutual.ok && Object.keys(mutual.sources).sort()).toEqual([
      "mutual.yaml",
      "tables/history.csv",
      "tables/incidence.csv",
      "tables/mortality.csv",
      "tables/ratio.csv",
    ]);
  });

  it("reads JSON as well", () => {
    const text = JSON.stringify({ extends: "pool.yaml", sharing: { fee: "8 %" } }, null, 2);
    expect(onlyPool(parseText(text)).stages[0].sharing.fee).toBe(0.08);
  });

  it("does not throw when the scenario itself cannot be read", () => {
    const messages = messagesOf(parseScenario("nowhere.yaml", readFrom({})));
    expect(messages).toEqual([
      "nowhere.yaml:1:1  scenario: found no file that can be read; allowed: a file that exists",
    ]);
  });
});

describe("assumptions", () => {
  const { assumptions } = scenarioOf(parseExample("mutual.yaml"));
  const at = (path: string) => assumptions.find((one) => one.path === path);

  it("hold every leaf as it was written, with the comment beside or above it", () => {
    expect(at("cover.level")).toEqual({
      path: "cover.level",
      value: "normal: [0.5, 0.05]",
      note: "The operator's own figure, give or take",
      from: "mutual.yaml",
    });
    expect(at("members.ages.from")).toMatchObject({ value: "30 days", note: "the rules of 2018" });
    expect(at("calendar.settle.daysOfMonth")).toMatchObject({ value: "[14, 28]", note: "" });
    expect(at("cover.mortality")).toMatchObject({ value: "tables/mortality.csv" });
    expect(at("changes[1].members.classes.ill.relativeRisk")).toMatchObject({ value: "1.6" });
  });

  it("say which file or option they come from", () => {
    const text = "extends: pool.yaml\n# as agreed\nsharing:\n  fee: 8 %\n";
    const { assumptions: own } = scenarioOf(parseText(text, ["cover.level=1.2"]));
    expect(own.find(({ path }) => path === "sharing.fee")).toMatchObject({
      from: "x.yaml",
      note: "as agreed",
    });
    expect(own.find(({ path }) => path === "cover.level")).toMatchObject({ from: "--set", value: "1.2" });
    expect(own.find(({ path }) => path === "joining.initial")).toMatchObject({ from: "pool.yaml" });
    expect(own.find(({ path }) => path === "cover.illnesses.any.incidence")).toMatchObject({
      note: "a round figure",
    });
  });
});
