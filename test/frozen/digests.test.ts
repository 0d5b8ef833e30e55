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
    ["exact", "0a3ad9f99cd9e7df5cdea620a972210eacc52a73c956823ee2bdcb93fc470e19"],
    ["fast", "c5f26f8d48047f151bae200c8e3bc8afe25459932a950a080732ecfd92a56b69"],
  ] as const)("with the %s engine", async (engine, digest) => {
    const { plan } = readySmall({ engine, seed: "frozen", replications: 300 });
    expect(digestOf(await tallyWith(inline, plan), plan.columns)).toBe(digest);
  });

  it("with nearly everything that a scenario can say", async () => {
    const file = "scenarios/xiang-hu-bao.yaml";
    const ready = prepare({ file, seed: "frozen", replications: 100 }, (path) => readFileSync(path, "utf8"));
    if (!ready.ok) throw new Error(`${file} has mistakes`);
    expect(digestOf(await tallyWith(inline, ready.plan), ready.plan.columns)).toBe(
      "9a2c92a3cba2259252f29c287385bd71459e29f52a664b95e32b422a626f65d3",
    );
  });
});
