import { beforeAll, describe, expect, it } from "vitest";
import { cases } from "../naive/cases.ts";
import { oneRuleChanged } from "../naive/changes.ts";
import { engineOutcome, naiveOutcome, type Outcome, scenarioOfCase } from "../naive/compare.ts";
import { causes, disagreements, disagreementsInMeans } from "../naive/disagreements.ts";
import { metrics } from "../naive/figures.ts";

const replications = 500;

describe("a member-by-member simulation", () => {
  const happened = new Set<string>();

  for (const of of cases) {
    const name = [of.plan, ...(of.set ?? [])].join(", ");
    it(`agrees with the engines on ${name}`, () => {
      const scenario = scenarioOfCase(of, [`replications=${replications}`]);
      const naive = naiveOutcome(scenario);
      for (const what of whatHappened(naive)) happened.add(what);
      expect(disagreements(naive, engineOutcome(scenario, "exact"))).toEqual([]);
      if (of.isLarge) expect(disagreementsInMeans(naive, engineOutcome(scenario, "fast"))).toEqual([]);
    });
  }

  it("has met everything that is counted, and every way to end", () => {
    expect([...metrics, ...causes].filter((what) => !happened.has(what))).toEqual([]);
  });
});

/** Metrics that were not always 0, and the causes of endings. */
function whatHappened({ pools, periods, across, endedBy }: Outcome): string[] {
  const times = Array.from({ length: periods }, (_, t) => t);
  return pools.flatMap((pool) => [
    ...metrics.filter((metric) => times.some((t) => across(pool, metric, t).some((value) => value !== 0))),
    ...causes.filter((cause) => endedBy(pool, cause).includes(1)),
  ]);
}

describe("the comparison", () => {
  const scenario = scenarioOfCase({ plan: "cover" }, [`replications=${replications}`]);
  let exact: Outcome;
  beforeAll(() => {
    exact = engineOutcome(scenario, "exact");
  });

  for (const change of oneRuleChanged) {
    it(`notices ${change}`, () => {
      const changed = scenarioOfCase({ plan: "cover", set: [change] }, [`replications=${replications}`]);
      expect(disagreements(naiveOutcome(changed), exact)).not.toEqual([]);
    });
  }
});
