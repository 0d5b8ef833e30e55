import seedrandom from "seedrandom";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../src/random/normalQuantile.ts";
import { type Partners, splitVariance } from "../../src/statistics/varianceSplit.ts";

const count = 4000;
const random = seedrandom("variance");
const normals = () => Float64Array.from({ length: count }, () => normalQuantile(random()));
const independent = { clustered: false, blockCounts: [count] };

/** Replications with their partners, from what parameters, shocks and claims make of a figure. */
function partners(
  of: (parameter: number, shock: number, claims: number) => number,
): Partners & { readonly otherShocks: Float64Array } {
  const [parameter, shock, otherShock, claims, otherClaims] = Array.from({ length: 5 }, normals);
  const figure = (s: Float64Array, c: Float64Array) => parameter.map((p, i) => of(p, s[i], c[i]));
  return {
    own: figure(shock, claims),
    otherClaims: figure(shock, otherClaims),
    otherShocks: figure(otherShock, otherClaims),
    rest: "shocks",
  };
}

describe("splitVariance", () => {
  it("gives each kind of luck its part of the variance, within its error", () => {
    const split = splitVariance(
      partners((p, s, c) => 10 + 3 * p + 2 * s + c),
      independent,
    );
    if (split === null) throw new Error("no split");
    const truth = { parameters: 9 / 14, shocks: 4 / 14, claims: 1 / 14 };
    for (const kind of ["parameters", "shocks", "claims"] as const) {
      const { value, se } = split[kind];
      expect(Math.abs(value - truth[kind])).toBeLessThan(4 * se);
      expect(se).toBeLessThan(0.02);
    }
  });

  it("adds up to one, to the last digits", () => {
    const split = splitVariance(
      partners((p, s, c) => Math.exp(p / 2 + s / 3) * (2 + c)),
      independent,
    );
    if (split === null) throw new Error("no split");
    expect(split.claims.value + split.shocks.value + split.parameters.value).toBeCloseTo(1, 12);
  });

  it("counts what kinds do only together with the inner one", () => {
    const split = splitVariance(
      partners((p, s, c) => p * s * c),
      independent,
    );
    if (split === null) throw new Error("no split");
    expect(split.claims.value).toBeGreaterThan(1 - 4 * split.claims.se);
    expect(Math.abs(split.parameters.value)).toBeLessThan(4 * split.parameters.se);
  });

  it("gives all that is not owed to claims to the only other kind there is", () => {
    const { own, otherClaims } = partners((p, _, c) => p + c);
    const split = splitVariance({ own, otherClaims, otherShocks: null, rest: "parameters" }, independent);
    expect(split?.shocks).toEqual({ value: 0, se: 0 });
    expect(Math.abs((split?.parameters.value ?? 0) - 1 / 2)).toBeLessThan(4 * (split?.parameters.se ?? 0));
    const other = splitVariance({ own, otherClaims, otherShocks: null, rest: "shocks" }, independent);
    expect(other?.shocks).toEqual(split?.parameters);
  });

  it("is nothing where nothing varies, or where a figure is infinite", () => {
    const same = new Float64Array(count).fill(3);
    const endless = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
    for (const values of [same, endless])
      expect(
        splitVariance({ own: values, otherClaims: values, otherShocks: null, rest: "shocks" }, independent),
      ).toBeNull();
  });

  it("takes errors from blocks where replications are clustered", () => {
    const blockCounts = Array(40).fill(100);
    const shared = Float64Array.from({ length: count }, (_, i) => Math.floor(i / 100) % 7);
    const { own, otherClaims } = partners((_, __, c) => c);
    const given = {
      own: own.map((x, i) => x + shared[i]),
      otherClaims: otherClaims.map((x, i) => x + shared[i]),
      otherShocks: null,
      rest: "parameters" as const,
    };
    const clustered = splitVariance(given, { clustered: true, blockCounts });
    const alone = splitVariance(given, independent);
    expect(clustered?.parameters.value).toBe(alone?.parameters.value);
    expect(clustered?.parameters.se).toBeGreaterThan(3 * (alone?.parameters.se ?? 0));
  });
});
