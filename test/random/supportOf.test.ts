import { describe, expect, it } from "vitest";
import type { Distribution } from "../../src/random/distribution.ts";
import { supportOf } from "../../src/random/supportOf.ts";

const everything = Number.POSITIVE_INFINITY;

describe("supportOf", () => {
  it("knows where each kind ends", () => {
    const supports: [Distribution, [number, number]][] = [
      [{ kind: "constant", value: 3 }, [3, 3]],
      [{ kind: "normal", mean: 0, sd: 1 }, [-everything, everything]],
      [{ kind: "normal", mean: 2, sd: 0 }, [2, 2]],
      [{ kind: "lognormal", median: 1, sigma: 1 }, [0, everything]],
      [{ kind: "lognormal", median: 7, sigma: 0 }, [7, 7]],
      [{ kind: "uniform", low: 1, high: 2 }, [1, 2]],
      [{ kind: "triangular", low: 1, mode: 2, high: 4 }, [1, 4]],
      [{ kind: "beta", alpha: 2, beta: 2, low: -1, high: 1 }, [-1, 1]],
      [{ kind: "gamma", shape: 2, scale: 1 }, [0, everything]],
      [{ kind: "discrete", values: [1, 2, 3, 4], probabilities: [0, 0.5, 0.5, 0] }, [2, 3]],
    ];
    for (const [distribution, support] of supports) expect(supportOf(distribution)).toEqual(support);
  });

  it("is cut by truncating, at the values there are", () => {
    const normal: Distribution = { kind: "normal", mean: 0, sd: 1 };
    expect(supportOf({ kind: "truncated", of: normal, min: 0, max: everything })).toEqual([0, everything]);
    const discrete: Distribution = { kind: "discrete", values: [1, 2, 3], probabilities: [0.2, 0.3, 0.5] };
    expect(supportOf({ kind: "truncated", of: discrete, min: 1.5, max: 2.5 })).toEqual([2, 2]);
  });
});
