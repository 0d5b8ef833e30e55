import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { digestOf } from "../../src/run/digestOf.ts";
import { inline } from "../../src/run/inline.ts";
import { prepare } from "../../src/run/prepare.ts";
import { readySmall } from "../run/smallScenario.ts";
import { tallyWith } from "../run/tallyWith.ts";

/*
 * The results of three small runs, frozen. A change that moves them changes what every user of a seed gets: say so in its
 * description, and why; then put the new digest here.
 */
describe("the digest of a run with a fixed seed stays what it was", () => {
  it.each([
    ["exact", "d1f6d79f9e06096196bff280e8449f37c54746aa9bb42e56bf65c131da7c7fd3"],
    ["fast", "1f123cd4a042bb234e02890df2a8ee4a7a5759e2d0c2b85680771535709d6db1"],
  ] as const)("with the %s engine", async (engine, digest) => {
    const { plan } = readySmall({ engine, seed: "frozen", replications: 300 });
    expect(digestOf(await tallyWith(inline, plan), plan.columns)).toBe(digest);
  });

  it("with nearly everything that a scenario can say", async () => {
    const file = "scenarios/xiang-hu-bao.yaml";
    const ready = prepare({ file, seed: "frozen", replications: 100 }, (path) => readFileSync(path, "utf8"));
    if (!ready.ok) throw new Error(`${file} has mistakes`);
    expect(digestOf(await tallyWith(inline, ready.plan), ready.plan.columns)).toBe(
      "06c6b598f6d438067505be0d7ffc8d29723cadb547d66e5dfd4986439b3d1e04",
    );
  });
});
