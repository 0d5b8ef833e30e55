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
    ["exact", "c338af7e71b53e603b07262beaea997a3673551e86681fe925287a77f59b315e"],
    ["fast", "0161844b6930464711f197454cd0937ffa21539e8a7d3170e2becd0ce0f3b93a"],
  ] as const)("with the %s engine", async (engine, digest) => {
    const { plan } = readySmall({ engine, seed: "frozen", replications: 300 });
    expect(digestOf(await tallyWith(inline, plan), plan.columns)).toBe(digest);
  });

  it("with nearly everything that a scenario can say", async () => {
    const file = "scenarios/xiang-hu-bao.yaml";
    const ready = prepare({ file, seed: "frozen", replications: 100 }, (path) => readFileSync(path, "utf8"));
    if (!ready.ok) throw new Error(`${file} has mistakes`);
    expect(digestOf(await tallyWith(inline, ready.plan), ready.plan.columns)).toBe(
      "47098044250269e137ed0a10449d43079670a9c3ebd4d7249529100adab7c28c",
    );
  });
});
