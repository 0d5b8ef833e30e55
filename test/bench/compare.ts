import type { Row } from "./row.ts";

/** Ratios of an earlier run. */
export interface Baseline {
  readonly machine: string;
  readonly ratios: Readonly<Record<string, number>>;
}

/** How much worse than the baseline's a ratio may be. */
const tolerance = 1.1;

/**
 * What got worse by more than 10 %, in words. What the baseline does not know, or what was not measured, is not compared.
 *
 * @example a row whose smaller ratio is better: 1.2 against a baseline of 1.0 is a loss, 1.1 is not
 */
export function lossesAgainst(baseline: Baseline, rows: readonly Row[]): string[] {
  return rows.flatMap(({ name, ratio, better }) => {
    const before = baseline.ratios[name];
    if (before === undefined) return [];
    const worse = better === "smaller" ? ratio.median / before : before / ratio.median;
    return worse > tolerance
      ? [
          `${name}: ratio ${shown(ratio.median)}, was ${shown(before)}: ${Math.round(100 * (worse - 1))} % worse`,
        ]
      : [];
  });
}

/** The baseline that these rows make, to four digits. */
export function baselineOf(rows: readonly Row[], machine: string): Baseline {
  return {
    machine,
    ratios: Object.fromEntries(rows.map(({ name, ratio }) => [name, Number(ratio.median.toPrecision(4))])),
  };
}

const shown = (value: number) => value.toPrecision(3);
