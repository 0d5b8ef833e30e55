import { describe, expect, it } from "vitest";
import { afterTenYears, awareLeaving, blindLeaving } from "./leaving.ts";

const indices = (comparisons: ReturnType<typeof awareLeaving.compare>) =>
  comparisons.filter(({ figure }) => figure.startsWith("selection")).map(({ measured }) => measured.value);

describe("adverse selection", () => {
  it("is none at all where leaving is blind to risk, however much is left", () => {
    for (const index of indices(blindLeaving.compare(0.2))) expect(Math.abs(index - 1)).toBeLessThan(1e-12);
  });

  it("is the worse the more elastic, and makes all pay more", () => {
    const found = awareLeaving.compare(0.2);
    const measured = indices(found);
    const shares = found.filter(({ figure }) => figure.startsWith("share")).map((of) => of.measured.value);
    for (const of of [measured, shares])
      of.slice(1).forEach((next, i) => {
        expect(next).toBeGreaterThan(1.01 * of[i]);
      });
  });

  it("has no end but the high class alone", () => {
    expect(afterTenYears(8).index).toBeCloseTo(1.5, 9);
  });
});
