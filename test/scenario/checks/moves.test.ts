import { describe, expect, it } from "vitest";
import { messagesOf, parseText, scenarioOf } from "../parsing.ts";

const any = "any: { incidence: [{ ages: 18-99, rate: 1 % }], benefit: 5 }";
const head = `title: x\ncalendar: { from: 2020-01-01, periods: 12 }\ncover: { illnesses: { ${any} } }`;

/** A plan whose pools are given as YAML, each on a line of its own from line 5 on. */
const plan = (...pools: string[]) =>
  parseText(`${head}\npools:\n${pools.map((one) => `  ${one}`).join("\n")}`);

const young = (more = "") => `young: { members: { ages: 18-59${more} }, joining: { initial: 5 } }`;
const moving = ", movesTo: { pool: old }";

describe("members who move into another pool", () => {
  it("may do so where they are young enough, even if nobody joins there", () => {
    const result = plan(young(moving), "old: { members: { ages: 60-70, leaveAt: 100 } }");
    expect(messagesOf(result)).toEqual([]);
    expect(scenarioOf(result).pools[0].stages[0].members?.movesTo).toEqual({ pool: "old", portion: 1 });
  });

  it("may do so when their pool ends, over several pools", () => {
    const moves = (name: string) => `joining: { initial: 5 }, ending: { membersMoveTo: ${name} }`;
    const result = plan(
      `a: { members: { ages: 18-59 }, ${moves("b")} }`,
      `b: { members: { ages: 20-59 }, ${moves("c")} }`,
      "c: { members: { ages: 30-70 } }",
    );
    expect(messagesOf(result)).toEqual([]);
    expect(scenarioOf(result).pools[1].stages[0].ending.membersMoveTo).toBe("c");
  });

  it("need tables for their ages where they come to, however they came", () => {
    const ofC = "cover: { illnesses: { any: { incidence: [{ ages: 20-70, rate: 2 % }] } } }";
    const moves = (name: string) => `joining: { initial: 5 }, ending: { membersMoveTo: ${name} }`;
    const result = plan(
      `a: { members: { ages: 18-59 }, ${moves("b")} }`,
      `b: { members: { ages: 20-59 }, ${moves("c")} }`,
      `c: { members: { ages: 30-70 }, ${ofC} }`,
    );
    expect(messagesOf(result)).toEqual([
      "x.yaml:7:74  pools.c.cover.illnesses.any.incidence: found a table for ages 20-70; allowed: all ages a member can have, 18-70",
    ]);
  });

  it("need tables from the age on at which they come", () => {
    const cover = "cover: { illnesses: { any: { incidence: [{ ages: 60-99, rate: 2 % }] } } }";
    const old = (from: number) => `old: { members: { ages: ${from}-80, leaveAt: 100 }, ${cover} }`;
    expect(messagesOf(plan(young(moving), old(65)))).toEqual([]);
    const earlier = young(`, leaveAt: 59.5${moving}`);
    expect(messagesOf(plan(earlier, old(65)))[0]).toContain("all ages a member can have, 59-99");
  });

  it("do not move in a circle of three: told at the last of its moves", () => {
    const pool = (name: string, to: string) =>
      `${name}: { members: { ages: 18-59 }, joining: { initial: 5 }, ending: { membersMoveTo: ${to} } }`;
    expect(messagesOf(plan(pool("a", "b"), pool("b", "c"), pool("c", "a")))).toEqual([
      "x.yaml:7:84  pools.c.ending.membersMoveTo: found a circle: members of that pool move into this one; allowed: moves in one direction only",
    ]);
  });

  it("may move later only, by a change", () => {
    const pools = [young(), "old: { members: { ages: 60-70, leaveAt: 100 } }"];
    const change =
      "changes: [{ from: 2020-05-01, pools: { young: { members: { movesTo: { pool: old } } } } }]";
    expect(messagesOf(parseText(`${head}\n${change}\npools:\n  ${pools.join("\n  ")}`))).toEqual([]);
    expect(messagesOf(plan(...pools))[0]).toContain("pools.old.joining: found a pool nobody can enter");
  });

  it("are not told to have no pool where that pool cannot be read, or may be in a base", () => {
    expect(messagesOf(plan(young(moving), "old: 5"))).toHaveLength(1);
    const text = `extends: gone.yaml\npools: { a: { ending: { membersMoveTo: b } } }`;
    expect(messagesOf(parseText(text))).toHaveLength(1);
  });
});
