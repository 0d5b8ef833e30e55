import type { Histogram } from "../report.ts";
import { comparableYears } from "./growthAccounting.ts";
import type { Subject } from "./subject.ts";

const mostBins = 40;

/** Histograms of the share over the whole run, and in the last year that can be compared in which it varies. */
export function makeDistributions(plan: Subject): Histogram[] {
  const { lookup } = plan;
  const yearly = comparableYears(plan)
    .map((year) => {
      const values = lookup.find({ kind: "yearSum", year, metric: "share" })?.values;
      return { figure: `years.${year}.share`, bins: histogram(values ?? []) };
    })
    .findLast(({ bins }) => bins.length > 0);
  const total = lookup.find({ kind: "total", metric: "share" })?.values;
  return [...(yearly ? [yearly] : []), { figure: "total.share", bins: histogram(total ?? []) }].filter(
    ({ bins }) => bins.length > 0,
  );
}

/**
 * Bins of a round width (1, 2, 2.5 or 5 times a power of ten), at most 40 of them and fewer for few values (about
 * 2 n^(1/3), Rice's rule). Empty where the values do not vary or are not finite.
 */
export function histogram(values: ArrayLike<number>): Histogram["bins"] {
  let least = Number.POSITIVE_INFINITY;
  let most = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i]);
    most = Math.max(most, values[i]);
  }
  if (!(most - least > 1e-9 * Math.abs(most)) || !Number.isFinite(most - least)) return [];
  const width = roundUpToStep((most - least) / Math.min(mostBins, Math.max(8, 2 * Math.cbrt(values.length))));
  const start = Math.floor(least / width);
  const counts = new Array<number>(Math.floor(most / width) - start + 1).fill(0);
  for (let i = 0; i < values.length; i++) counts[Math.floor(values[i] / width) - start]++;
  return counts.map((count, i) => ({
    from: (start + i) * width,
    to: (start + i + 1) * width,
    portion: count / values.length,
  }));
}

/** `roundUpToStep(0.13)` is 0.2. */
function roundUpToStep(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const step = [1, 2, 2.5, 5].find((candidate) => candidate * power >= width * (1 - 1e-12));
  return (step ?? 10) * power;
}
