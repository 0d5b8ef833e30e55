import { join } from "node:path";
import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { comparisonSchema } from "../../src/compare/comparison.ts";
import { normalProbability } from "../../src/random/normalProbability.ts";
import { normalQuantile } from "../../src/random/normalQuantile.ts";
import { compareLevels } from "../../src/statistics/compare/compareLevels.ts";
import { compareMeans, type Drawn, type Interval } from "../../src/statistics/compare/compareMeans.ts";
import { call } from "../cli/call.ts";
import { temporaryFolder } from "../run/temporaryFolder.ts";

describe("intervals of differences and ratios", () => {
  const repetitions = 2000;
  const random = seedrandom("coverage of comparisons");

  /** Lognormal numbers whose logarithms have much in common, and, in blocks, something of the block. */
  function draw(n: number, blockSize: number): readonly [Drawn, Drawn] {
    const normal = () => normalQuantile(random() || 0.5);
    const [a, b] = [new Float64Array(n), new Float64Array(n)];
    let ofBlock = 0;
    for (let r = 0; r < n; r++) {
      if (r % blockSize === 0) ofBlock = blockSize > 1 ? 0.03 * normal() : 0;
      const common = 0.3 * normal();
      a[r] = Math.exp(common + ofBlock + 0.1 * normal());
      b[r] = 1.1 * Math.exp(common - ofBlock + 0.1 * normal());
    }
    const blockCounts = Array<number>(Math.ceil(n / blockSize)).fill(blockSize);
    const sampling = { clustered: blockSize > 1, blockCounts };
    return [
      { values: a, sampling },
      { values: b, sampling },
    ];
  }

  const logMean = (blockSize: number) => Math.exp((0.09 + 0.01 + (blockSize > 1 ? 0.0009 : 0)) / 2);
  const holds = ({ q025, q975 }: Interval, truth: number) => q025 <= truth && truth <= q975;

  it.each([
    ["in pairs", 200, 1, true],
    ["in pairs, in 20 blocks", 400, 20, true],
    ["in pairs, in 8 blocks", 160, 20, true],
    ["apart", 200, 1, false],
    ["apart, in 20 blocks", 400, 20, false],
  ] as const)("%s hold the truth in 93 - 97 %% of all runs", (_, n, blockSize, paired) => {
    let [differences, ratios, levels] = [0, 0, 0];
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const [a, b] = draw(n, blockSize);
      // Apart, b comes from a run of its own.
      const other = paired ? b : draw(n, blockSize)[1];
      const together = paired ? a.sampling : null;
      const { difference, ratio } = compareMeans(a, other, together);
      if (holds(difference, 0.1 * logMean(blockSize))) differences++;
      if (ratio !== null && holds(ratio, 1.1)) ratios++;
      const { value, se } = compareLevels(a, other, together).less;
      if (Math.abs(value - probabilityLess(blockSize, paired)) <= 1.96 * se) levels++;
    }
    for (const covered of [differences, ratios, levels]) {
      expect(covered / repetitions).toBeGreaterThanOrEqual(0.93);
      expect(covered / repetitions).toBeLessThanOrEqual(0.97);
    }
  });

  /** That log a < log b: their difference is normal with mean log 1.1. */
  function probabilityLess(blockSize: number, paired: boolean): number {
    const ofBlock = blockSize > 1 ? 0.0009 : 0;
    const variance = paired ? 0.02 + 4 * ofBlock : 0.2 + 2 * ofBlock;
    return normalProbability(Math.log(1.1) / Math.sqrt(variance));
  }
});

describe("a fee of 10 % in place of 8 % in 相互宝", () => {
  it("raises the share as much, up to what members do then; in pairs it is far surer", async () => {
    const folder = temporaryFolder();
    const [scenario, ten, out] = ["scenarios/xiang-hu-bao.yaml", join(folder, "ten"), join(folder, "out")];
    const changed = ["--set", "changes[0].sharing.fee=10%", "--quick", "--quiet"];
    expect((await call(["run", scenario, "-n", "500", "--out", ten, ...changed])).code).toBe(0);
    const failIf = ["--fail-if", "years.2020.share.b > 1.05 * years.2020.share.a"];
    const words = ["compare", scenario, ten, "-n", "500", "--json", "--out", out, ...failIf];
    const { code, out: json } = await call(words);
    expect(code).toBe(0);
    const { metrics, pairs, assumptions } = comparisonSchema.parse(JSON.parse(json));
    const share = metrics.find(({ name }) => name === "years.2020.share");
    expect(share?.ratio?.mean).toBeGreaterThan(1.1 / 1.08 - 0.005);
    expect(share?.ratio?.mean).toBeLessThan(1.1 / 1.08 + 0.005);
    expect(share?.pairing.gain).toBeGreaterThan(5);
    expect(pairs[0].kind).toBe("paired");
    expect(assumptions.map(({ values }) => values)).toEqual([["8 %", "10%"]]);
  });
});
