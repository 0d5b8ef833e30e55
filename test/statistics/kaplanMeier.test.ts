import { describe, expect, it } from "vitest";
import { endingCauses } from "../../src/plan/metrics.ts";
import { kaplanMeier } from "../../src/statistics/kaplanMeier.ts";
import { blockWidening, standardError } from "../../src/statistics/standardError.ts";

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

const weeks = Int32Array.from(remissions, ([week]) => week);
const ended = Uint8Array.from(remissions, ([, hasEnded]) => (hasEnded ? hazard : 0));
const independent = (count: number) => ({ clustered: false, blockCounts: [count] });

describe("kaplanMeier", () => {
  it("gives the published survival of the 6-MP remissions, with Greenwood's standard errors", () => {
    const running = kaplanMeier(weeks, ended, 36, independent(21));
    for (const [week, value, se] of published) {
      expect(Math.abs(running[week].value - value)).toBeLessThanOrEqual(0.0005);
      expect(Math.abs(running[week].se - se)).toBeLessThanOrEqual(0.00005);
    }
    expect(running[35].value).toBe(running[23].value);
  });

  it("is the part still running, with its binomial error, where nothing is censored before the horizon", () => {
    const lastRunning = Int32Array.of(0, 1, 1, 3, 3, 3, 3, 3);
    const endings = Uint8Array.of(hazard, minimum, hazard, 0, 0, 0, 0, minimum);
    const running = kaplanMeier(lastRunning, endings, 4, independent(8));
    expect(running.map(({ value }) => value)).toEqual([7 / 8, 5 / 8, 5 / 8, 0.5]);
    expect(running[1].se).toBeCloseTo(Math.sqrt((5 * 3) / 8 ** 3), 12);
  });

  it("has finite numbers when all end at once, and when there is nothing", () => {
    for (const clustered of [false, true]) {
      for (const size of [0, 6]) {
        const sampling = { clustered, blockCounts: [size / 2, size / 2] };
        const running = kaplanMeier(new Int32Array(size), new Uint8Array(size).fill(hazard), 3, sampling);
        for (const { value, se } of running) expect(Number.isFinite(value) && Number.isFinite(se)).toBe(true);
      }
    }
  });
});

describe("kaplanMeier of clustered replications", () => {
  it("has the cluster-robust error of a portion where nothing is censored before the horizon", () => {
    const lastRunning = Int32Array.of(0, 0, 1, 3, 3, 2, 3, 3, 1, 3, 3);
    const endings = Uint8Array.of(hazard, hazard, minimum, 0, 0, hazard, 0, 0, hazard, minimum, 0);
    const sampling = { clustered: true, blockCounts: [4, 4, 3] };
    const running = kaplanMeier(lastRunning, endings, 4, sampling);
    for (const [period, { value, se }] of running.entries()) {
      const runs = Float64Array.from(lastRunning, (last, i) => (endings[i] === 0 || last > period ? 1 : 0));
      expect(value).toBeCloseTo(runs.reduce((sum, one) => sum + one, 0) / 11, 12);
      expect(se).toBeCloseTo(standardError(runs, sampling), 12);
    }
    expect(running[0].se).toBeGreaterThan(1.2 * kaplanMeier(lastRunning, endings, 4, independent(11))[0].se);
  });

  it("has Greenwood's error times sqrt(n / (n - 1)), widened, where every block is one replication, also with censoring", () => {
    const blocks = { clustered: true, blockCounts: weeks.map(() => 1) };
    const greenwood = kaplanMeier(weeks, ended, 36, independent(21));
    for (const [week, { value, se }] of kaplanMeier(weeks, ended, 36, blocks).entries()) {
      expect(value).toBe(greenwood[week].value);
      expect(se).toBeCloseTo(blockWidening(21) * greenwood[week].se * Math.sqrt(21 / 20), 12);
    }
  });

  it("has the error of half as many where every replication comes twice, both in one block", () => {
    const twice = <T extends Int32Array | Uint8Array>(values: T) => Array.from(values, (v) => [v, v]).flat();
    const pairs = { clustered: true, blockCounts: weeks.map(() => 2) };
    const [lasts, causes] = [Int32Array.from(twice(weeks)), Uint8Array.from(twice(ended))];
    const paired = kaplanMeier(lasts, causes, 36, pairs);
    const naive = kaplanMeier(lasts, causes, 36, independent(42));
    for (const week of [6, 13, 23])
      expect(paired[week].se / naive[week].se).toBeCloseTo(blockWidening(21) * Math.sqrt((2 * 21) / 20), 12);
  });
});
