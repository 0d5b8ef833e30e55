import { describe, expect, it } from "vitest";
import { messagesOf, onlyPool, parseText } from "./parsing.ts";

function withReaction(reaction: string): string {
  return `extends: pool.yaml\nmembers: { classes: { all: { portion: 1, reaction: ${reaction} } } }`;
}

function reactionOf(written: string): unknown {
  return onlyPool(parseText(withReaction(written))).stages[0].members?.classes[0].reaction;
}

describe("reactions", () => {
  it.each([
    ["none", { kind: "none" }],
    [
      "{ power: { reference: expectedAid, elasticity: 2 } }",
      { kind: "power", reference: "expectedAid", elasticity: 2, lookBack: 1 },
    ],
    [
      "{ band: { reference: 30 yuan, from: 10 %, to: 50 %, lapseFrom: 1 %, lapseTo: 20 %, lookBack: 3 } }",
      { kind: "band", reference: 30, from: 0.1, to: 0.5, lapseFrom: 0.01, lapseTo: 0.2, lookBack: 3 },
    ],
    [
      "{ logit: { value: 100, scale: 20, most: 90 % per year, lookBack: 2 } }",
      { kind: "logit", value: 100, scale: 20, most: 0.9, lookBack: 2 },
    ],
    ["{ threshold: { willingness: 180 a year } }", { kind: "threshold", willingness: 180, lookBack: 1 }],
  ])("reads %s", (written, expected) => {
    expect(reactionOf(written)).toEqual(expected);
  });

  it("may be uncertain", () => {
    expect(reactionOf("{ power: { reference: 30, elasticity: { triangular: [0.5, 1, 2] } } }")).toMatchObject(
      {
        elasticity: {
          path: "members.classes.all.reaction.power.elasticity",
          distribution: { kind: "triangular", low: 0.5, mode: 1, high: 2 },
        },
      },
    );
  });

  it.each([
    ["power", 'found "power"; allowed: a map with the keys power, band, logit, threshold'],
    ["{ power: { reference: 0, elasticity: 1 } }", "found 0; allowed: an amount above 0"],
    ["{ power: { reference: sometimes, elasticity: 1 } }", "or expectedAid"],
    ["{ band: { reference: 1, from: 0.5, to: 0.1, lapseFrom: 0, lapseTo: 1 } }", "an increase above `from`"],
    ["{ logit: { value: 1, scale: 0, most: 1 } }", "an amount above 0"],
    ["{ threshold: { willingness: 1, lookBack: 1.5 } }", "a whole number of periods"],
  ])("refuses %s", (written, part) => {
    const messages = messagesOf(parseText(withReaction(written)));
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain(part);
  });
});
