import { describe, expect, it } from "vitest";
import { logTailRoot, type TailPoint } from "../../src/random/logTailRoot.ts";

/** The standard logistic distribution, whose tails have a closed form: P(X <= t) = 1 / (1 + e^-t). */
const tail = (t: number) => 1 / (1 + Math.exp(-t));
const lower = (t: number): TailPoint => ({
  tail: tail(t),
  density: tail(t) * tail(-t),
  logSlope: tail(-t) - tail(t),
});
const upper = (t: number): TailPoint => ({ ...lower(t), tail: tail(-t) });

describe("logTailRoot", () => {
  it("finds the point from any guess, on either side, however small the tail", () => {
    for (const guess of [-2000, -30, -1, 0, 1, 30, 2000]) {
      for (const target of [1e-12, 0.1, 0.5, 0.9]) {
        const logit = Math.log(target / (1 - target));
        expect(logTailRoot(target, 1, guess, lower)).toBeCloseTo(logit, 13);
        expect(logTailRoot(target, -1, guess, upper)).toBeCloseTo(-logit, 13);
      }
    }
  });

  it("leaves the flat side of a tail in few steps", () => {
    let steps = 0;
    logTailRoot(1e-12, -1, -2000, (t) => {
      steps++;
      return upper(t);
    });
    expect(steps).toBeLessThanOrEqual(20);
  });

  it("takes four steps or fewer from a good guess", () => {
    let steps = 0;
    logTailRoot(0.1, 1, -2, (t) => {
      steps++;
      return lower(t);
    });
    expect(steps).toBeLessThanOrEqual(4);
  });
});
