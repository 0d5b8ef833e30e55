import { expect, it } from "vitest";
import { endedBy } from "../../src/report/parts/endedBy.ts";

const independent = { clustered: false, blockCounts: [4] };

it("counts those that ended by one cause up to each period", () => {
  const series = { lastRunning: Int32Array.of(0, 2, 1, 2), endings: Uint8Array.of(1, 1, 2, 0) };
  const values = (cause: number) => endedBy(series, cause, 3, independent).map(({ value }) => value);
  expect(values(1)).toEqual([0.25, 0.25, 0.5]);
  expect(values(2)).toEqual([0, 0.25, 0.25]);
});

it("has the error of a portion, never 0", () => {
  const series = { lastRunning: Int32Array.of(0, 1, 1, 1), endings: Uint8Array.of(1, 0, 0, 0) };
  const [ended] = endedBy(series, 1, 2, independent);
  expect(ended.se).toBeCloseTo(Math.sqrt((0.25 * 0.75) / 4), 12);
  expect(endedBy(series, 3, 2, independent)[1].se).toBeGreaterThan(0.1);
});
