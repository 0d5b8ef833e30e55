import type { Measured, SampleFigure } from "./measured.ts";

/** How many standard errors two sides may be apart: by chance one comparison in 16,000 is further. */
const most = 4;

/**
 * Where two sides did not get the same, in words; empty where they did. Means are compared by their standard errors, standard deviations by
 * those they have for nearly normal numbers: sd / sqrt(2 (n - 1)).
 */
export function disagreements(one: Measured, other: Measured): string[] {
  return one.figures.flatMap((figure) => {
    const same = other.figures.find(({ name }) => name === figure.name);
    return same
      ? compare(figure, one.replications, same, other.replications)
      : [`${figure.name}: only one side has it`];
  });
}

function compare(a: SampleFigure, countA: number, b: SampleFigure, countB: number): string[] {
  const error = Math.hypot(a.sd / Math.sqrt(countA), b.sd / Math.sqrt(countB));
  const errorOfSd = Math.hypot(a.sd / Math.sqrt(2 * (countA - 1)), b.sd / Math.sqrt(2 * (countB - 1)));
  return [
    ...(Math.abs(a.mean - b.mean) <= most * error
      ? []
      : [`mean of ${a.name}: ${a.mean} and ${b.mean}, standard error ${error}`]),
    ...(Math.abs(a.sd - b.sd) <= most * errorOfSd
      ? []
      : [`sd of ${a.name}: ${a.sd} and ${b.sd}, standard error ${errorOfSd}`]),
  ];
}

/** @throws Error where two sides did not do the same: then no time of theirs is worth anything. */
export function mustAgree(what: string, one: Measured, other: Measured): void {
  const found = disagreements(one, other);
  if (found.length > 0) throw new Error(`${what}: the sides disagree\n${found.join("\n")}`);
}
