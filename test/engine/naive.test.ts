import { expect, it } from "vitest";
import { engineOutcome, naiveOutcome, scenarioOfCase } from "../naive/compare.ts";
import { disagreements, disagreementsInMeans } from "../naive/disagreements.ts";

/** A small one of the plans that `test/slow/naive.test.ts` goes through. */
const small = ["replications=300", "joining.initial=60", "calendar.periods=8"];

it("a member-by-member simulation agrees with both engines on a small pool", () => {
  const scenario = scenarioOfCase({ plan: "cover" }, small);
  const naive = naiveOutcome(scenario);
  expect(disagreements(naive, engineOutcome(scenario, "exact"))).toEqual([]);
  expect(disagreementsInMeans(naive, engineOutcome(scenario, "fast"))).toEqual([]);
});
