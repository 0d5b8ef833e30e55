import { describe, expect, it } from "vitest";
import { besideFile } from "../../src/scenario/filePath.ts";
import { messagesOf, onlyPool, parseText, scenarioOf } from "./parsing.ts";

describe("extends", () => {
  it("merges maps key by key and replaces everything else", () => {
    const text = [
      "extends: mutual.yaml",
      "title: Another",
      "members: { mix: [{ ages: 0-59, portion: 1 }], classes: { ill: { lapse: 1 % } } }",
      "sharing: { caps: { perYear: 100 } }",
    ].join("\n");
    const {
      title,
      pools: [{ stages }],
    } = scenarioOf(parseText(text));
    expect(title).toBe("Another");
    expect(stages[0].members?.mix).toHaveLength(1);
    expect(stages[0].members?.classes.map(({ lapse }) => lapse)).toEqual([0.03, 0.01]);
    expect(stages[0].sharing.caps).toEqual({ perCase: 0.1, perPeriod: null, perYear: 100 });
  });

  it("says what is missing where a file has no name", () => {
    expect(messagesOf(parseText("extends: ''"))[0]).toContain(
      "found a file without a name, which cannot be read",
    );
  });

  it("removes what is said to be none", () => {
    const text =
      "extends: mutual.yaml\ncover: { illnesses: { mild: none }, select: , waiting: none }\nchanges: none\nending: none";
    const { stages } = onlyPool(parseText(text));
    expect(stages).toHaveLength(1);
    expect(stages[0].cover?.illnesses.map(({ name }) => name)).toEqual(["severe"]);
    expect(stages[0].cover).toMatchObject({ select: { kind: "none" }, waitingDays: 0 });
    expect(stages[0].ending.closing).toBeNull();
  });

  it("replaces one way of saying something by another", () => {
    const text = [
      "extends: mutual.yaml",
      "calendar: { settle: { every: 1 month } }",
      "cover: { level: { uniform: [0.4, 0.6] }, select: { years: [0.2, 0.5, 1] } }",
      "claims: { delay: { periods: [0.5, 0.5] } }",
      "members: { classes: { careful: { reaction: { threshold: { willingness: 90 } } } } }",
    ].join("\n");
    const {
      calendar,
      pools: [{ stages }],
    } = scenarioOf(parseText(text));
    expect(calendar.settle).toEqual({ kind: "every", count: 1, unit: "month" });
    expect(stages[0].cover?.level).toMatchObject({ distribution: { kind: "uniform", low: 0.4, high: 0.6 } });
    expect(stages[0].cover?.select).toEqual({ kind: "years", factors: [0.2, 0.5, 1] });
    expect(stages[0].claims.delay).toEqual({ kind: "periods", probabilities: [0.5, 0.5] });
    expect(stages[0].members?.classes[0].reaction).toEqual({
      kind: "threshold",
      willingness: 90,
      lookBack: 1,
    });
  });

  it("does not take the names of classes for ways of saying something", () => {
    const base =
      "extends: pool.yaml\nmembers: { classes: { normal: { portion: 0.5 }, gamma: { portion: 0.5 } } }";
    const text = "extends: base.yaml\nmembers: { classes: { gamma: { relativeRisk: 2 } } }";
    const { stages } = onlyPool(parseText(text, [], { "base.yaml": base }));
    expect(stages[0].members?.classes.map(({ name, relativeRisk }) => [name, relativeRisk])).toEqual([
      ["normal", 1],
      ["gamma", 2],
    ]);
  });

  it("finds files beside the file that names them", () => {
    const more = {
      "plans/base.yaml":
        "title: x\ncalendar: { from: 2020-01-01, periods: 2 }\ngroup: { file: ../data/g.csv }",
      "data/g.csv": "class,number,claimProbability,benefit\nA,10,0.1,5\n",
    };
    expect(onlyPool(parseText("extends: plans/base.yaml", [], more)).group).toHaveLength(1);
    expect(besideFile("scenarios/x.yaml", "../tables/a.csv")).toBe("tables/a.csv");
    expect(besideFile("x.yaml", "./a.csv")).toBe("a.csv");
    expect(besideFile("../x.yaml", "../a.csv")).toBe("../../a.csv");
    expect(besideFile("/a/b/x.yaml", "../c.csv")).toBe("/a/c.csv");
    expect(besideFile("x.yaml", "/c.csv")).toBe("/c.csv");
  });

  it("blames each mistake on the file it was written in", () => {
    const base =
      "title: x\ncalendar: { from: 2020-01-01, periods: 2 }\ngroup: [{ class: A, number: 0, claimProbability: 0.1, benefit: 5 }]\n";
    const messages = messagesOf(
      parseText("extends: base.yaml\nsharing: { fee: x }", ["seed=[1]"], { "base.yaml": base }),
    );
    expect(messages.map((message) => message.split(": found")[0])).toEqual([
      "--set:1:6  seed",
      "base.yaml:3:29  group[0].number",
      "x.yaml:2:17  sharing.fee",
    ]);
  });

  it("does not miss what a base that cannot be read may have", () => {
    expect(messagesOf(parseText("extends: gone.yaml\nsharing: { fee: x }"))).toEqual([
      "x.yaml:1:10  extends: found gone.yaml, which cannot be read; allowed: a file that exists",
      'x.yaml:2:17  sharing.fee: found "x"; allowed: a portion from 0 to 1, such as 8 % or 0.08',
    ]);
  });

  it("finds a circle through several files", () => {
    const more = { "a.yaml": "extends: b.yaml", "b.yaml": "extends: x.yaml" };
    expect(messagesOf(parseText("extends: a.yaml", [], more))).toEqual([
      "b.yaml:1:10  extends: found a circle: x.yaml > a.yaml > b.yaml > x.yaml; allowed: another file",
    ]);
  });
});
