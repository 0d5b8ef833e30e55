import { describe, expect, it } from "vitest";
import { messagesOf, onlyPool, parseExample, scenarioOf } from "./parsing.ts";

const set = (...options: string[]) => parseExample("mutual.yaml", options);

describe("--set", () => {
  it("overrides numbers, words, items of lists, and what was not there", () => {
    const {
      seed,
      pools: [{ stages }],
    } = scenarioOf(
      set(
        "members.classes.careful.relativeRisk=0.8",
        "members.mix[0].male=50 %",
        "sharing.feePerHead = 0.02 yuan",
        "sharing.caps.perYear=none",
        "seed=other luck",
      ),
    );
    expect(seed).toBe("other luck");
    expect(stages[0].members?.classes[0].relativeRisk).toBe(0.8);
    expect(stages[0].members?.mix[0].male).toBe(0.5);
    expect(stages[0].sharing).toMatchObject({ feePerHead: 0.02, caps: { perCase: 0.1, perYear: null } });
  });

  it("keeps the order of what was there", () => {
    const { stages } = onlyPool(set("members.classes.careful.lapse=0.1", "cover.illnesses.severe.level=2"));
    expect(stages[0].members?.classes.map(({ name }) => name)).toEqual(["careful", "ill"]);
    expect(stages[0].cover?.illnesses.map(({ name }) => name)).toEqual(["severe", "mild"]);
  });

  it("replaces a whole map", () => {
    const { stages } = onlyPool(set("sharing.caps={ perPeriod: 3 }"));
    expect(stages[0].sharing.caps).toEqual({ perCase: null, perPeriod: 3, perYear: null });
  });

  it("reads its value as YAML", () => {
    const { stages } = onlyPool(set("cover.level={ uniform: [0.4, 0.6] }", "cover.select={years: [0.5, 1]}"));
    expect(stages[0].cover?.level).toEqual({
      path: "cover.level",
      distribution: { kind: "uniform", low: 0.4, high: 0.6 },
    });
    expect(stages[0].cover?.select).toEqual({ kind: "years", factors: [0.5, 1] });
  });

  it("replaces one way of saying something by another", () => {
    const {
      calendar,
      pools: [{ stages }],
    } = scenarioOf(set("calendar.settle.every=1 week", "cover.level.uniform=[0.4, 0.6]"));
    expect(calendar.settle).toEqual({ kind: "every", count: 1, unit: "week" });
    expect(stages[0].cover?.level).toMatchObject({ distribution: { kind: "uniform" } });
  });

  it("reaches into changes and uncertain numbers", () => {
    const { stages } = onlyPool(set("changes[0].sharing.fee=0.09", "cover.level.normal[0]=0.6"));
    expect(stages[1].sharing.fee).toBe(0.09);
    expect(stages[0].cover?.level).toMatchObject({ distribution: { kind: "normal", mean: 0.6, sd: 0.05 } });
  });

  it("takes away what is said to be none or null", () => {
    const { stages } = onlyPool(
      set("sharing.fee=none", "collection.failing=null", "cover.illnesses.mild=none", "cover.mortality=~"),
    );
    expect(stages[0].sharing.fee).toBe(0);
    expect(stages[0].collection.failing).toBe(0);
    expect(stages[0].cover?.illnesses.map(({ name }) => name)).toEqual(["severe"]);
    expect(stages[0].cover?.mortality).toBeNull();
  });

  it("reaches numbers as keys where they are keys", () => {
    const discrete = "cover.level={ discrete: { 1: 50 %, 2: 50 % } }";
    const { stages } = onlyPool(set(discrete, "cover.level.discrete.1=40 %", "cover.level.discrete.3=10 %"));
    expect(stages[0].cover?.level).toMatchObject({
      distribution: { kind: "discrete", values: [1, 2, 3], probabilities: [0.4, 0.5, 0.1] },
    });
  });

  it("later options win", () => {
    expect(scenarioOf(set("replications=5", "replications=7")).replications).toBe(7);
  });

  it.each([
    ["sharing.fe=0.1", "--set:1:9  sharing.fe: found the unknown key", 'did you mean "fee"'],
    ["sharin.fee=0.1", "--set:1:1  sharin: found the unknown key", 'did you mean "sharing"'],
    [
      "members.classes.carefull.lapse=0.1",
      '--set:1:17  members.classes.carefull.lapse: found "carefull"',
      '"careful"',
    ],
    ["members.mix[7].portion=1", "--set:1:12  members.mix[7].portion: found [7]", "a position from 0 to 2"],
    ["sharing[0]=1", "--set:1:8  sharing[0]: found [0]", "without [ ]"],
    ["sharing.fee=eight", '--set:1:13  sharing.fee: found "eight"', "from 0 to 1"],
    ["sharing.fee=[1", '--set:1:15  sharing.fee: found "[1"', "YAML"],
    ["sharing.fee", '--set:1:1  sharing.fee: found "sharing.fee"', "PATH=VALUE"],
    ["sharing.fee=", "--set:1:13  sharing.fee: found nothing", "a value after ="],
    ["sharing.fee=  ", "--set:1:13  sharing.fee: found nothing", "a value after ="],
    ["sharing.fe=none", "--set:1:9  sharing.fe: found the unknown key", 'did you mean "fee"'],
    ["cover.illnesses.midl=none", "--set:1:17  cover.illnesses.midl: found none for", 'did you mean "mild"'],
    [
      "members.mix.1.portion=1",
      '--set:1:13  members.mix.1.portion: found "1"',
      "in brackets, members.mix[1]",
    ],
    [
      "members.mix.portion=1",
      '--set:1:13  members.mix.portion: found "portion"',
      "in brackets, members.mix[0]",
    ],
    ["changes.0.from=2020-01-01", '--set:1:9  changes.0.from: found "0"', "in brackets, changes[0]"],
    ["replications.0=5", '--set:1:14  replications.0: found "0"', "a key, since this is no list"],
    ['seed=""', "--set:1:6  seed: found an empty phrase", "not empty, or a number (also with --seed)"],
    [
      "replications=1",
      "--set:1:14  replications: found 1",
      "one replication alone says nothing about its error",
    ],
    ["=3", '--set:1:1  --set: found "=3"', "PATH=VALUE"],
    ["a..b=3", '--set:1:1  a..b: found "a..b=3"', "PATH=VALUE"],
    ["__proto__.x=3", "--set:1:1  __proto__.x:", "PATH=VALUE"],
  ])("says what is wrong with %s", (option, start, part) => {
    const messages = messagesOf(set(option));
    expect(messages).toHaveLength(1);
    expect(messages[0].startsWith(start)).toBe(true);
    expect(messages[0]).toContain(part);
  });

  it.each(["group.0.number=5", "group[0].number=5"])(
    "says of rows in a file that they are changed there: %s",
    (option) => {
      const [told, ...others] = messagesOf(parseExample("group-file.yaml", [option]));
      expect(told).toMatch(
        /^--set:1:[67] {2}group.*: found row 0 of a file; .* changed in tables\/group.csv$/,
      );
      expect(others).toEqual([]);
    },
  );

  it("counts its options as lines", () => {
    const messages = messagesOf(set("replications=3", "sharing.fee=x", "engine=slow"));
    expect(messages.map((message) => message.split("  ")[0])).toEqual(["--set:2:13", "--set:3:8"]);
  });
});
