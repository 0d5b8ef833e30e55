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
    ["exact", "2f968b294f099377d99d951c7f09469f29b4e2fff0176e559ee1cdde186698d7"],
    ["fast", "9a1ea2a9d6a9a51201e8eacb475ffd44c7a5e54244f0fc0570f87a30d8772dd0"],
  ] as const)("with the %s engine", async (engine, digest) => {
    const { plan } = readySmall({ engine, seed: "frozen", replications: 300 });
    expect(digestOf(await tallyWith(inline, plan), plan.columns)).toBe(digest);
  });

  it("with nearly everything that a scenario can say", async () => {
    const file = "scenarios/xiang-hu-bao.yaml";
    const ready = prepare({ file, seed: "frozen", replications: 100 }, (path) => readFileSync(path, "utf8"));
    if (!ready.ok) throw new Error(`${file} has mistakes`);
    expect(digestOf(await tallyWith(inline, ready.plan), ready.plan.columns)).toBe(
      "1b69a5f132c55d94edb59c14040892a2eac3c3edb5d8bc221076fe13e311b6a3",
    );
  });
});
