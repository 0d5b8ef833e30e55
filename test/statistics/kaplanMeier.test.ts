import { describe, expect, it } from "vitest";
import { endingCauses } from "../../src/plan/metrics.ts";
import { kaplanMeier } from "../../src/statistics/kaplanMeier.ts";

const minimum = endingCauses.indexOf("minimumMembers");
const hazard = endingCauses.indexOf("hazard");

/**
 * Weeks of remission under 6-mercaptopurine (Freireich et al. 1963, Blood 21:699; table 1.1 of Cox & Oakes 1984, Analysis of Survival
 * Data): [weeks, whether it ended]. Survival and standard errors as R's survival::survfit prints them.
 */
const remissions: readonly (readonly [number, boolean])[] = [
  [6, true],
  [6, true],
  [6, true],
  [6, false],
  [7, true],
  [9, false],
  [10, true],
  [10, false],
  [11, false],
  [13, true],
  [16, true],
  [17, false],
  [19, false],
  [20, false],
  [22, true],
  [23, true],
  [25, false],
  [32, false],
  [32, false],
  [34, false],
  [35, false],
];
const published = [
  [6, 0.857, 0.0764],
  [7, 0.807, 0.0869],
  [10, 0.753, 0.0963],
  [13, 0.69, 0.1068],
  [16, 0.627, 0.1141],
  [22, 0.538, 0.1282],
  [23, 0.448, 0.1346],
];

describe("kaplanMeier", () => {
  it("gives the published survival of the 6-MP remissions, with Greenwood's standard errors", () => {
    const { running } = kaplanMeier(
      Int32Array.from(remissions, ([week]) => week),
      Uint8Array.from(remissions, ([, ended]) => (ended ? hazard : 0)),
      36,
    );
    for (const [week, value, se] of published) {
      expect(Math.abs(running[week].value - value)).toBeLessThanOrEqual(0.0005);
      expect(Math.abs(running[week].se - se)).toBeLessThanOrEqual(0.00005);
    }
    expect(running[35].value).toBe(running[23].value);
  });

  it("is the part still running, with its binomial error, where nothing is censored before the horizon", () => {
    const lastRunning = Int32Array.of(0, 1, 1, 3, 3, 3, 3, 3);
    const endings = Uint8Array.of(hazard, minimum, hazard, 0, 0, 0, 0, minimum);
    const { running, endedBy } = kaplanMeier(lastRunning, endings, 4);
    expect(running.map(({ value }) => value)).toEqual([7 / 8, 5 / 8, 5 / 8, 0.5]);
    expect(running[1].se).toBeCloseTo(Math.sqrt((5 * 3) / 8 ** 3), 12);
    for (const [cause, counts] of [
      ["hazard", [1, 2, 2, 2]],
      ["minimumMembers", [0, 1, 1, 2]],
    ] as const) {
      const found = endedBy.find((ended) => ended.cause === cause)?.probability ?? [];
      for (const [period, count] of counts.entries()) {
        expect(found[period].value).toBeCloseTo(count / 8, 12);
        expect(found[period].se).toBeCloseTo(Math.sqrt((count * (8 - count)) / 8 ** 3), 12);
      }
    }
  });

  it("makes survival and all causes add up to 1 in every period, also with censoring", () => {
    const { running, endedBy } = kaplanMeier(
      Int32Array.from(remissions, ([week]) => week),
      Uint8Array.from(remissions, ([week, ended]) => (ended ? (week % 2 === 0 ? hazard : minimum) : 0)),
      36,
    );
    for (const [period, { value }] of running.entries()) {
      const ended = endedBy.reduce((sum, { probability }) => sum + probability[period].value, 0);
      expect(value + ended).toBeCloseTo(1, 12);
    }
  });

  it("gives by hand 2/3 and 1/3 x 1/2 for two causes with one censored between", () => {
    // Three plans: one ends in period 0 (hazard), one is censored in 1, one ends in 2 (minimum): F = 1/3, then 2/3 x 1/1.
    const { running, endedBy } = kaplanMeier(Int32Array.of(0, 1, 2), Uint8Array.of(hazard, 0, minimum), 3);
    const last = Object.fromEntries(endedBy.map(({ cause, probability }) => [cause, probability[2].value]));
    expect(last.hazard).toBeCloseTo(1 / 3, 12);
    expect(last.minimumMembers).toBeCloseTo(2 / 3, 12);
    expect(running[2]).toEqual({ value: 0, se: 0 });
  });

  it("has finite numbers when all end at once, and when there is nothing", () => {
    for (const size of [0, 5]) {
      const { running, endedBy } = kaplanMeier(new Int32Array(size), new Uint8Array(size).fill(hazard), 3);
      const all = [...running, ...endedBy.flatMap(({ probability }) => probability)];
      for (const { value, se } of all) expect(Number.isFinite(value) && Number.isFinite(se)).toBe(true);
    }
  });
});
