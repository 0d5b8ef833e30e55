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
    ["exact", "c68afd2493438411498e1edd0db5e0e0ba940ae73d4c8f352c04fe609add6cae"],
    ["fast", "001c329432e574fab184e28b2bc23abd3f6880946d33d9f40f2d5bc7e953cd80"],
  ] as const)("with the %s engine", async (engine, digest) => {
    const { plan } = readySmall({ engine, seed: "frozen", replications: 300 });
    expect(digestOf(await tallyWith(inline, plan), plan.columns)).toBe(digest);
  });

  it("with nearly everything that a scenario can say", async () => {
    const file = "scenarios/xiang-hu-bao.yaml";
    const ready = prepare({ file, seed: "frozen", replications: 100 }, (path) => readFileSync(path, "utf8"));
    if (!ready.ok) throw new Error(`${file} has mistakes`);
    expect(digestOf(await tallyWith(inline, ready.plan), ready.plan.columns)).toBe(
      "eea79b829dbd1c1d42335ec0c6bb99baac061f3db9c0ece3cc8d720babb84f24",
    );
  });
});
