import { describe, expect, it } from "vitest";
import { kindsOfLuck } from "../../src/plan/kindsOfLuck.ts";
import { readySmall } from "../run/smallScenario.ts";

const known = ["cover.level=1", "ending.hazard=0"];
const kindsWith = (...set: string[]) => kindsOfLuck(readySmall({ set: [...known, ...set] }).plan);
const event = (probability: string) =>
  `shocks={ events: [{ name: bad, from: 2020-03-01, to: 2020-12-31, probability: ${probability}, incidence: 1.5 }] }`;

describe("what makes replications differ", () => {
  it("is nothing but claims where all numbers are known and nothing befalls all", () => {
    expect(kindsWith()).toEqual({ parameters: false, shocks: false });
    expect(kindsWith(event("100 %"))).toEqual({ parameters: false, shocks: false });
  });

  it.each([
    ["a number drawn per replication", "sharing.fee={ uniform: [0, 0.1] }"],
    ["one that reshapes the plan", "cover.waiting={ uniform: [0 days, 90 days] }"],
  ])("are parameters: %s", (_, set) => {
    expect(kindsWith(set)).toEqual({ parameters: true, shocks: false });
  });

  it.each([
    ["a yearly level", "shocks={ yearly: { gamma: { sd: 20 % } } }"],
    ["an event that may happen", event("50 %")],
    ["closing from outside", "ending.hazard=1 %"],
  ])("are shocks: %s", (_, set) => {
    expect(kindsWith(set)).toEqual({ parameters: false, shocks: true });
  });
});
