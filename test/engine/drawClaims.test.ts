import { describe, expect, it } from "vitest";
import { drawClaims } from "../../src/engine/drawClaims.ts";
import type { CountRule, Param } from "../../src/plan/plan.ts";
import { purpose } from "../../src/random/purpose.ts";
import { seedKey } from "../../src/random/seedKey.ts";
import { openStream } from "../../src/random/streams.ts";
import { offBy } from "./runs.ts";

const key = seedKey("claims");
const valueFor = (param: Param) => (typeof param === "number" ? param : 3);

/** The claims of so many members with a level of 0.4, drawn 5,000 times. */
function drawn(law: CountRule, members: number): number[] {
  return Array.from({ length: 5000 }, (_, i) =>
    drawClaims(law, members, 0.4, openStream(key, i, purpose("claims"), 0), valueFor),
  );
}

function expectMoments(claims: readonly number[], mean: number, variance: number): void {
  expect(claims.every((n) => Number.isInteger(n) && n >= 0)).toBe(true);
  expect(offBy(claims, mean)).toBeLessThan(4);
  expect(
    offBy(
      claims.map((n) => (n - mean) ** 2),
      variance,
    ),
  ).toBeLessThan(4);
}

describe("drawClaims", () => {
  it("has at most one claim a member: binomial", () => {
    const claims = drawn({ kind: "atMostOne" }, 5);
    expectMoments(claims, 2, 1.2);
    expect(Math.max(...claims)).toBe(5);
  });

  it("has Poisson numbers", () => {
    expectMoments(drawn({ kind: "poisson" }, 5), 2, 2);
  });

  it("has negative binomial numbers: variance mean + mean^2 / shape for each member", () => {
    // 5 (0.4 + 0.16 / 2)
    expectMoments(drawn({ kind: "negativeBinomial", shape: 2 }, 5), 2, 2.4);
  });

  it("has geometric numbers as those of shape one: P(0) = 1 / (1 + mean)", () => {
    const claims = drawn({ kind: "negativeBinomial", shape: 1 }, 1);
    expectMoments(claims, 0.4, 0.56);
    expect(
      offBy(
        claims.map((n) => (n === 0 ? 1 : 0)),
        1 / 1.4,
      ),
    ).toBeLessThan(4);
  });

  it("takes the shape that a replication drew", () => {
    expectMoments(drawn({ kind: "negativeBinomial", shape: { draw: 0 } }, 5), 2, 5 * (0.4 + 0.16 / 3));
  });

  it("has none of nobody, and none where there are none", () => {
    const laws: CountRule[] = [
      { kind: "atMostOne" },
      { kind: "poisson" },
      { kind: "negativeBinomial", shape: 1 },
    ];
    const stream = openStream(key, 0, purpose("claims"), 0);
    for (const law of laws) {
      expect(drawClaims(law, 0, 0.4, stream, valueFor)).toBe(0);
      expect(drawClaims(law, 5, 0, stream, valueFor)).toBe(0);
    }
  });
});
