import { describe, expect, it } from "vitest";
import { digestOf } from "../../src/run/digestOf.ts";
import { inline } from "../../src/run/inline.ts";
import { readySmall } from "../run/smallScenario.ts";
import { tallyWith } from "../run/tallyWith.ts";

/*
 * The results of two small runs, frozen. A change that moves them changes what every user of a seed gets: say so in its
 * description, and why; then put the new digest here.
 */
describe("the digest of a run with a fixed seed stays what it was", () => {
  it.each([
    ["exact", "75c3ed7520414872e174a4251546bce3c777710fa9724432bb506feef51695ba"],
    ["fast", "714d367bfdb35db21d750eff303223d75d0da93cf0a84b951ee96faa42d80f9c"],
  ] as const)("with the %s engine", async (engine, digest) => {
    const { plan } = readySmall({ engine, seed: "frozen", replications: 300 });
    expect(digestOf(await tallyWith(inline, plan), plan.columns)).toBe(digest);
  });
});
