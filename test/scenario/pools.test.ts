import { describe, expect, it } from "vitest";
import type { PoolScenario } from "../../src/scenario/scenario.ts";
import { messagesOf, onlyPool, parseExample, parseText, scenarioOf } from "./parsing.ts";

const poolsOf = (...given: Parameters<typeof parseExample>) => scenarioOf(parseExample(...given)).pools;

/** A plan of the pools a and b over pool.yaml; `a` and `b` say what they have of their own. */
const twoPools = (a: string, b: string, more = "") =>
  parseText(`extends: pool.yaml\npools: { a: ${a}, b: ${b} }\n${more}`);

describe("pools", () => {
  const [adults, elderly, circles] = poolsOf("pools.yaml");

  it("are in the order of the file, one copy of each if nothing is said", () => {
    expect(poolsOf("pools.yaml").map(({ name, copies }) => [name, copies])).toEqual([
      ["adults", 1],
      ["elderly", 1],
      ["circles", 20],
    ]);
  });

  it("have their own sections laid over those at the top, key by key", () => {
    expect(elderly.stages[0].cover).toMatchObject({ waitingDays: 90, waitingIllness: "refunded" });
    expect(elderly.stages[0].cover?.illnesses.map(({ name }) => name)).toEqual(["severe"]);
    expect(adults.stages[0].cover?.illnesses.map(({ name }) => name)).toEqual(["severe", "mild"]);
    expect(elderly.stages[0].members).toMatchObject({
      leaveAt: 90,
      classes: [
        { name: "well", portion: 0.9, topUp: null },
        { name: "ill", portion: 0.1 },
      ],
    });
    expect(adults.stages[0].members?.classes[0].topUp).toBe(0.8);
    expect(circles.stages[0].sharing).toMatchObject({
      fee: 0.08,
      rule: { kind: "class", weights: { ill: 1.5 } },
    });
    expect(adults.stages[0].funding?.deposit).toBe(30);
    expect(elderly.stages[0].funding).toBeNull();
  });

  it("join each by itself, with tables of their own", () => {
    expect(adults.joining).toMatchObject({ initial: 5000, rejoin: 0.05, target: [] });
    expect(elderly.joining.target.map(({ members }) => members)).toEqual([2000, 3000]);
    const [{ incidence }] = elderly.stages[0].cover?.illnesses ?? [];
    expect([incidence.name, incidence.fromAge, incidence.male[52]]).toEqual(["tables/elderly.csv", 18, 0.02]);
    const set = "changes[1].pools.elderly.cover.illnesses.severe.incidence={ file: tables/incidence.csv }";
    expect(messagesOf(parseExample("pools.yaml", [set]))[0]).toContain("a table for ages 0-85");
  });

  it("change by date: all of them, or some", () => {
    const fees = ({ stages }: PoolScenario) => stages.map(({ sharing }) => sharing.fee);
    const uncertain = { path: "changes[0].sharing.fee" };
    expect(fees(adults)).toMatchObject([0.08, uncertain, uncertain]);
    expect(fees(elderly)).toMatchObject([0.08, uncertain, 0.05]);
    expect(elderly.stages.map(({ sharing }) => sharing.premium?.amount)).toEqual([5, 5, 6]);
    const amounts = (pool: PoolScenario) =>
      pool.stages.map(({ cover }) => cover?.illnesses[0].benefits[0].amount);
    expect(amounts(elderly)).toMatchObject([
      { upTo: 300_000 },
      { upTo: 300_000 },
      { upTo: 200_000, fixed: 0.2 },
    ]);
    expect(adults.stages[2].cover).toBe(adults.stages[0].cover);
  });

  it("lay what they have of their own over changes of the top, too", () => {
    const changes = "changes: [{ from: 2020-05-01, sharing: { fee: 3 %, feePerHead: 1 } }]";
    const { pools } = scenarioOf(twoPools("{ sharing: { fee: 1 % } }", "{}", changes));
    expect(pools.map(({ stages }) => stages[1].sharing)).toMatchObject([
      { fee: 0.01, feePerHead: 1 },
      { fee: 0.03, feePerHead: 1 },
    ]);
  });

  it("share an uncertain number that they have from the top, and draw their own by themselves", () => {
    const paths = [adults, elderly, circles].map(({ stages }) => stages[2].cover?.level);
    expect(paths).toMatchObject([
      { path: "cover.level" },
      { path: "pools.elderly.cover.level" },
      { path: "cover.level" },
    ]);
    const changed =
      "changes: [{ from: 2020-05-01, pools: { b: { cover: { level: { uniform: [1, 2] } } } } }]";
    const { pools } = scenarioOf(twoPools("{}", "{}", changed));
    expect(pools[0].stages[1].cover?.level).toBe(1);
    expect(pools[1].stages[1].cover?.level).toMatchObject({ path: "changes[0].pools.b.cover.level" });
  });

  it("may take away what the top has, also for good where they say it anew later", () => {
    const capped = "sharing: { excess: aid, caps: { perYear: 5, perCase: 1 } }";
    const later = "changes: [{ from: 2020-05-01, pools: { a: { sharing: { caps: { perPeriod: 2 } } } } }]";
    const { pools } = scenarioOf(twoPools("{ sharing: { caps: none } }", "{}", `${capped}\n${later}`));
    const caps = pools.map(({ stages }) => stages.map(({ sharing }) => sharing.caps));
    const none = { perCase: null, perPeriod: null, perYear: null };
    const top = { perCase: 1, perPeriod: null, perYear: 5 };
    expect(caps).toEqual([
      [none, { ...none, perPeriod: 2 }],
      [top, top],
    ]);
  });

  it("come from a base, too, and may be added, changed and taken away", () => {
    const text =
      "extends: pools.yaml\npools: { circles: none, elderly: { joining: { initial: 7 } }, new: { members: { ages: 5-9 }, joining: { initial: 3 } } }";
    const { pools } = scenarioOf(parseText(text));
    expect(pools.map(({ name, joining }) => [name, joining.initial, joining.target.length])).toEqual([
      ["adults", 5000, 0],
      ["elderly", 7, 2],
      ["new", 3, 0],
    ]);
    expect(scenarioOf(parseText("extends: pool.yaml\npools: none")).pools).toHaveLength(1);
  });

  it("are told once what is wrong at the top, and each what is wrong in it", () => {
    expect(messagesOf(twoPools("{ sharing: { fee: x } }", "{}", "cover: { level: y }")).length).toBe(2);
    expect(
      messagesOf(twoPools("{ sharing: { fea: none } }", "{ cover: { illnesses: { no: none } } }")),
    ).toEqual([
      'x.yaml:2:26  pools.a.sharing.fea: found the unknown key "fea"; allowed: the keys sharers, rule, premium, fee, feePerHead, roundUpTo, caps, excess, exempt, free, subsidyBudget (did you mean "fee")',
      'x.yaml:2:68  pools.b.cover.illnesses.no: found none for a name that is not there; allowed: none for what there is: any (did you mean "any")',
    ]);
  });

  it("lack what neither they nor the top have where their name stands", () => {
    expect(messagesOf(twoPools("{ members: none }", "{}"))).toEqual([
      'x.yaml:2:24  pools.a.members: found "none"; allowed: a map with the keys ages, leaveAt, movesTo, mix, classes',
    ]);
    const alone =
      "title: x\ncalendar: { from: 2020-01-01, periods: 1 }\npools: { a: { joining: { initial: 1 } } }";
    expect(messagesOf(parseText(alone)).map((one) => one.split(" found")[0])).toEqual([
      "x.yaml:3:10  pools.a.members:",
      "x.yaml:3:10  pools.a.cover:",
    ]);
  });

  it("need a name, and are a map", () => {
    expect(messagesOf(twoPools("5", "{}"))[0]).toContain(
      "pools.a: found 5; allowed: a map with any of copies",
    );
    expect(messagesOf(parseText('extends: pool.yaml\npools: { "": {} }'))[0]).toContain("found no name");
    expect(messagesOf(parseText("extends: pool.yaml\npools: [a]"))[0]).toContain("a map of pools by name");
    expect(messagesOf(parseText("extends: pool.yaml\npools: { a: none, b: {} }"))[0]).toContain(
      "none for a name",
    );
  });

  it("stay as they are for who reads their values: plain data", () => {
    for (const file of ["pools.yaml", "counted.yaml", "losses.yaml"]) {
      const scenario = scenarioOf(parseExample(file));
      expect(structuredClone(scenario)).toEqual(scenario);
      expect(JSON.parse(JSON.stringify(scenario))).toEqual(scenario);
    }
  });
});

describe("--set", () => {
  it("reaches into pools", () => {
    const set = [
      "pools.elderly.cover.waiting=30 days",
      "pools.circles.copies=3",
      "pools.adults.sharing.rule=equal",
    ];
    const [adults, elderly, circles] = poolsOf("pools.yaml", set);
    expect(elderly.stages[0].cover?.waitingDays).toBe(30);
    expect(circles.copies).toBe(3);
    expect(adults.stages[0].sharing.rule).toEqual({ kind: "equal" });
  });

  it("reaches into changes of pools, and replaces one rule by another", () => {
    const set = ["changes[1].pools.elderly.sharing.fee=6 %", "pools.circles.sharing.rule.tenure=[1, 2]"];
    const [, elderly, circles] = poolsOf("pools.yaml", set);
    expect(elderly.stages[2].sharing.fee).toBe(0.06);
    expect(circles.stages[0].sharing.rule).toEqual({ kind: "tenure", weights: [1, 2] });
  });

  it("names what it states by its path, and takes a pool away", () => {
    const { pools, assumptions } = scenarioOf(
      parseExample("pools.yaml", [
        "pools.circles.cover.level={ uniform: [1, 2] }",
        "pools.circles.funding.deposit=5",
      ]),
    );
    expect(pools[2].stages[0].cover?.level).toMatchObject({ path: "pools.circles.cover.level" });
    expect(assumptions.find(({ path }) => path === "pools.circles.cover.level")).toMatchObject({
      value: "uniform: [1, 2]",
      from: "--set",
    });
    expect(poolsOf("pools.yaml", ["pools.circles=none"]).map(({ name }) => name)).toEqual([
      "adults",
      "elderly",
    ]);
  });

  it("says which pools there are", () => {
    expect(messagesOf(parseExample("pools.yaml", ["pools.eldery.cover.level=1"]))).toEqual([
      '--set:1:7  pools.eldery.cover.level: found "eldery"; allowed: one of adults, elderly, circles, or a whole new one (did you mean "elderly")',
    ]);
    expect(messagesOf(parseExample("pools.yaml", ["pools.elderly.shring.fee=1"]))[0]).toContain(
      'pools.elderly.shring: found the unknown key "shring"',
    );
  });
});

describe("the assumptions of pools", () => {
  const { assumptions } = scenarioOf(parseExample("pools.yaml"));
  const at = (path: string) => assumptions.find((one) => one.path === path);

  it("are told by the path of the pool", () => {
    expect(at("cover.level")).toMatchObject({ note: "not known: one draw for all pools" });
    expect(at("pools.elderly.cover.level")).toMatchObject({
      value: "lognormal: { median: 1.1, sigma: 0.2 }",
    });
    expect(at("pools.elderly.joining.target")).toMatchObject({ value: "tables/members.csv" });
    expect(at("changes[1].pools.elderly.sharing.fee")).toMatchObject({ value: "5 %" });
    expect(at("cover.illnesses.severe.benefit.bills")?.value).toBe(
      "gamma: { mean: 50 thousand, sd: 40 thousand }",
    );
  });

  it("are not mixed up where a class is called like a distribution", () => {
    const classes = "members: { classes: { normal: { portion: 1, lapse: 2 % } } }";
    const result = scenarioOf(parseText(`extends: pool.yaml\n${classes}`));
    expect(result.assumptions.map(({ path }) => path)).toContain("members.classes.normal.lapse");
  });
});

describe("names", () => {
  it("of pools may be any, also such as must be quoted in a path", () => {
    const of =
      '"50+": { members: { classes: { normal: { portion: 1, relativeRisk: { uniform: [1, 2] } } } } }';
    const text = `extends: pool.yaml\npools: { ${of}, normal: {} }`;
    const { pools } = scenarioOf(parseText(text, ['pools."50+".cover.level={ uniform: [1, 2] }']));
    expect(pools[0].stages[0].cover?.level).toMatchObject({ path: 'pools."50+".cover.level' });
    expect(pools[0].stages[0].members?.classes[0].relativeRisk).toMatchObject({
      path: 'pools."50+".members.classes.normal.relativeRisk',
    });
    const over =
      'extends: base.yaml\npools: { uniform: {}, "50+": { members: { classes: { normal: { lapse: 1 % } } } } }';
    const again = scenarioOf(parseText(over, [], { "base.yaml": text }));
    expect(again.pools.map(({ name }) => name)).toEqual(["50+", "normal", "uniform"]);
    expect(again.pools[0].stages[0].members?.classes[0]).toMatchObject({ name: "normal", lapse: 0.01 });
  });
});

describe("names of classes", () => {
  it("are weights of a rule, whatever they are called", () => {
    const classes = "members: { classes: { tenure: { portion: 0.5 }, linear: { portion: 0.5 } } }";
    const base = `extends: pool.yaml\n${classes}\nsharing: { rule: { class: { tenure: 2 } } }`;
    const text = "extends: base.yaml\nsharing: { rule: { class: { linear: 3 } } }";
    expect(onlyPool(parseText(text, [], { "base.yaml": base })).stages[0].sharing.rule).toEqual({
      kind: "class",
      weights: { tenure: 2, linear: 3 },
    });
  });
});
