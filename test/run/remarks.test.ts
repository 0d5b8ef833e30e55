import { describe, expect, it } from "vitest";
import { overrideRemarks, remarksOn } from "../../src/run/remarks.ts";
import { readySmall, smallScenario, twoPools } from "./smallScenario.ts";

const remarks = (...set: string[]) => remarksOf(smallScenario, set);

function remarksOf(text: string, set: readonly string[]): string[] {
  const { scenario, plan } = readySmall({ set: ["cover.waiting=90 days", ...set] }, text);
  return remarksOn(scenario, plan);
}

describe("remarks on a scenario", () => {
  it("are none where nothing looks odd", () => {
    expect(remarks()).toEqual([]);
  });

  it.each([
    ["no year in full", "calendar.to=2020-06-30", /no calendar year/],
    ["few replications", "replications=20", /^20 replications/],
    [
      "claims in almost every period",
      "cover.illnesses.any.incidence=90 %",
      /claim with a probability of 0\.\d+/,
    ],
    [
      "a history out of the calendar",
      "history=[{ date: 2019-01-01, figure: share, value: 1, source: x }]",
      /1 observation of the history lies outside/,
    ],
    [
      "a history of what is not simulated",
      "history=[{ date: 2020-06-01, figure: premium, value: 1, source: x }]",
      /not simulated: premium/,
    ],
  ])("tell of %s", (_, set, remark) => {
    expect(remarks(set)).toEqual([expect.stringMatching(remark)]);
  });
});

describe("remarks on a scenario of several pools", () => {
  it("know figures of pools in a history", () => {
    const history = (figure: string) =>
      `history=[{ date: 2020-06-01, figure: "${figure}", value: 1, source: x }]`;
    expect(remarksOf(twoPools, [history("share[pool=elderly]")])).toEqual([]);
    expect(remarksOf(twoPools, [history("share[pool=old]")])).toEqual([
      expect.stringMatching(/not simulated: share\[pool=old\]/),
    ]);
  });
});

describe("remarks on --set", () => {
  const changed = "changes=[{ from: 2021-01-01, sharing: { fee: 5 % } }]";
  const remarksOnSet = (...set: string[]) => overrideRemarks(readySmall({ set }).scenario);

  it("tell of a number that a dated change gives anew", () => {
    const [remark, ...others] = remarksOnSet(changed, "sharing.fee=10 %");
    expect(remark).toMatch(/^--set sharing\.fee holds only until changes\[0\]\.sharing\.fee/);
    expect(others).toEqual([]);
  });

  it("are none for what holds throughout", () => {
    expect(remarksOnSet(changed, "cover.level=2", "changes[0].sharing.fee=6 %")).toEqual([]);
  });

  it("tell of a number that a pool has of its own, from the start or from a day on", () => {
    const fees = [
      "pools.elderly.sharing={ fee: 5 % }",
      "changes=[{ from: 2021-01-01, pools: { young: { sharing: { fee: 6 % } } } }]",
    ];
    const { scenario } = readySmall({ set: ["sharing.fee=10 %", ...fees] }, twoPools);
    expect(overrideRemarks(scenario)).toEqual([
      expect.stringMatching(
        /^--set sharing\.fee does not reach the pool that has pools\.elderly\.sharing\.fee:/,
      ),
      expect.stringMatching(/^--set sharing\.fee .* changes\[0\]\.pools\.young\.sharing\.fee:/),
    ]);
  });
});
