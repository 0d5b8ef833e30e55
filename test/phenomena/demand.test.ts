import { describe, expect, it } from "vitest";
import { demand, equilibrium } from "./demand.ts";

describe("demand of the power kind", () => {
  it("has the published shares and loss coverage ratios, to the digits printed", () => {
    const measured = demand.compare(1).map((of) => of.measured.value);
    const published = [0.0154545, 1.0519, 0.0192308, 1, 0.0241176, 0.8421, 0.0292, 0.6586];
    const half = (i: number) => (i % 2 === 0 ? 0.5e-6 : 0.5e-4);
    measured.forEach((value, i) => {
      expect(Math.abs(value - published[i])).toBeLessThan(1.1 * half(i) + 1e-6);
    });
  });

  it("makes the share rise from the mean risk to that of the high class, the more elastic it is", () => {
    const shares = [0, 0.5, 1, 2, 4, 8, 16].map(equilibrium);
    expect(shares[0]).toBeCloseTo(0.013, 12);
    shares.slice(1).forEach((share, i) => {
      expect(share).toBeGreaterThan(shares[i]);
    });
    expect(shares.at(-1)).toBeLessThan(0.04);
  });
});
