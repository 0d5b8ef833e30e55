import type { ExactFigure, ExactFigures } from "../../src/oracle/exactFigures.ts";
import { type LossDistribution, probabilityAbove } from "../../src/oracle/lossDistribution.ts";
import type { Run } from "../engine/runs.ts";

/** How far a simulated figure is from the exact one: in standard errors, or by Kolmogorov and Smirnov. */
export interface Agreement {
  readonly name: string;
  readonly of: "mean" | "sd" | "distribution";
  readonly difference: number;
}

/** Beyond this the mean of rare claims is not near to normal. */
const fewestClaims = 50;

/**
 * All differences between what was simulated and what is exact; of a distribution, its distance times the root of the replications.
 *
 * @param tolerance a part of each mean by which it may be off beside its standard errors
 */
export function differences(run: Run, { figures }: ExactFigures, tolerance = 1e-9): Agreement[] {
  const cases = figures.find(({ name }) => name === "total.cases")?.mean ?? 0;
  const isTelling = ({ name }: ExactFigure) =>
    name.endsWith("members") || cases * run.replications >= fewestClaims * 20;
  return figures
    .filter(isTelling)
    .flatMap((figure) => differencesOf(figure, simulated(run, figure.name), tolerance));
}

/** A year's cost is no column, but the sum of three. */
function simulated(run: Run, name: string): number[] {
  if (!/^years\.\d+\.cost$/.test(name)) return run.column(name);
  const [aid, cut, fee] = ["aid", "aidCut", "fee"].map((metric) => run.column(name.replace("cost", metric)));
  return aid.map((paid, r) => paid + cut[r] + fee[r]);
}

function differencesOf(
  { name, mean, sd, distribution }: ExactFigure,
  values: readonly number[],
  tolerance: number,
): Agreement[] {
  const simulatedMean = average(values);
  const squares = values.map((value) => (value - simulatedMean) ** 2);
  const simulatedSd = Math.sqrt(average(squares));
  const errorOfMean = Math.max(simulatedSd, sd ?? 0) / Math.sqrt(values.length) + tolerance * mean;
  const all: Agreement[] = [{ name, of: "mean", difference: ratio(simulatedMean - mean, errorOfMean) }];
  if (sd === null || sd <= 1e-9 * mean) return all;
  const fourth = average(squares.map((square) => (square - simulatedSd ** 2) ** 2));
  const errorOfSd = Math.sqrt(fourth / values.length) / (2 * simulatedSd) + 1e-3 * sd;
  all.push({ name, of: "sd", difference: ratio(simulatedSd - sd, errorOfSd) });
  if (distribution !== null)
    all.push({
      name,
      of: "distribution",
      difference: Math.sqrt(values.length) * distance(distribution, values),
    });
  return all;
}

const ratio = (difference: number, error: number) => (difference === 0 ? 0 : difference / error);

const average = (of: readonly number[]) => of.reduce((sum, value) => sum + value, 0) / of.length;

/** The largest difference of the distribution functions; a value may be off by the lattice's step. */
export function distance(distribution: LossDistribution, values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upTo = (value: number) => 1 - probabilityAbove(distribution, value);
  let most = 0;
  sorted.forEach((value, i) => {
    const slack = distribution.width + 1e-9 * Math.abs(value) + Number.MIN_VALUE;
    const isLast = i === sorted.length - 1 || sorted[i + 1] > value + slack;
    if (isLast) most = Math.max(most, upTo(value - slack) - (i + 1) / sorted.length);
    const isFirst = i === 0 || sorted[i - 1] < value - slack;
    if (isFirst) most = Math.max(most, i / sorted.length - upTo(value));
    if (isLast) most = Math.max(most, (i + 1) / sorted.length - upTo(value + slack));
    if (isFirst) most = Math.max(most, upTo(value - slack) - i / sorted.length);
  });
  return most;
}
