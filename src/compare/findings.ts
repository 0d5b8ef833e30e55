import { formatNumber, formatPortionWithError } from "../report/format.ts";
import type { Report } from "../report/report.ts";
import { countOf, mainYears } from "../report/wording.ts";
import { areEqual } from "../statistics/ask/operations.ts";
import type { ComparedMetric, Comparison, Pair, RunFacts } from "./comparison.ts";
import { changeInWords, isClear, letterInWords, metricLabel } from "./words.ts";

/**
 * How each further run differs from the base, in sentences: the share of the last whole year, then the largest differences of headline
 * figures that are more than chance, which of both is cheaper, how endings differ, and what the pairing did for certainty.
 *
 * @param report the base's
 */
export function findings(comparison: Comparison, report: Report): string[] {
  const [base, ...others] = comparison.runs;
  return others.flatMap((run) => {
    const metrics = comparison.metrics.filter((metric) => metric.run === run.letter);
    const pair = comparison.pairs.find((one) => one.run === run.letter);
    if (metrics.length > 0 && metrics.every(isSame)) return [sameInWords(base, run)];
    return [
      ...largest(metrics, headlineNames(report)).map((metric) =>
        differenceInWords(metric, base, run, comparison),
      ),
      ...cheaperInWords(comparison, base, run),
      ...endingInWords(metrics, base, run),
      ...(pair === undefined ? [] : [pairInWords(pair, base, run)]),
    ];
  });
}

const letters = (a: RunFacts, b: RunFacts) => [letterInWords(a.letter), letterInWords(b.letter)] as const;

function sameInWords(base: RunFacts, run: RunFacts): string {
  const [a, b] = letters(base, run);
  return `${a} and ${b} do not differ: every figure is the same in every replication.`;
}

function isSame({ values: [a, b], difference }: ComparedMetric): boolean {
  return difference === null ? a === null && b === null : difference.mean === 0 && difference.se === 0;
}

/** The last whole year's share first; what a run is judged by after it. */
function headlineNames(report: Report): string[] {
  const last = mainYears(report).at(-1);
  const names = report.certainty.headlines.map(({ name }) => name);
  return [...new Set([...(last === undefined ? [] : [`years.${last.year}.share`]), ...names])];
}

const mostDifferences = 3;

/** The first of the names in any case; of the others the clear ones that differ most for their size. */
function largest(metrics: readonly ComparedMetric[], names: readonly string[]): ComparedMetric[] {
  const named = names.flatMap((name) => metrics.filter((metric) => metric.name === name));
  const [first, ...others] = named.filter(({ difference }) => difference !== null);
  if (first === undefined) return [];
  const clear = others.filter(
    ({ difference, values: [one, other] }) =>
      difference !== null && isClear(difference) && !areEqual(one?.mean ?? 0, other?.mean ?? 0),
  );
  const size = ({ ratio }: ComparedMetric) =>
    ratio !== null && ratio.mean > 0 ? Math.abs(Math.log(ratio.mean)) : Number.POSITIVE_INFINITY;
  return [first, ...clear.sort((x, y) => size(y) - size(x)).slice(0, mostDifferences)];
}

/** "Share in 2020, yuan: 101 in A, 110 in B, 9.1 % more (95 % interval: 9.0 to 9.2 % more)." */
function differenceInWords(
  { name, values: [one, other], difference, ratio }: ComparedMetric,
  base: RunFacts,
  run: RunFacts,
  { currency }: Comparison,
): string {
  const [a, b] = letters(base, run);
  const means = `${formatNumber(one?.mean ?? 0, 4)} in ${a}, ${formatNumber(other?.mean ?? 0, 4)} in ${b}`;
  const label = metricLabel(name, currency);
  if (difference === null || (difference.mean === 0 && difference.se === 0))
    return `${label}: ${means}, the same.`;
  const change = ratio === null ? "" : `, ${changeInWords(ratio)}`;
  return `${label}: ${means}${change}${isClear(difference) ? "" : "; that may be chance"}.`;
}

function cheaperInWords({ cheaper, currency }: Comparison, base: RunFacts, run: RunFacts): string[] {
  const [a, b] = letters(base, run);
  return cheaper
    .filter((one) => one.run === run.letter)
    .map(({ figure, baseLess, equal }) => {
      const when = figure === "total.share" ? "over the whole run" : metricLabel(figure, currency);
      const same = equal.value > 0 ? `, and as much in ${formatPortionWithError(equal)}` : "";
      return `A member is asked for less in ${a} than in ${b} (${when}) in ${formatPortionWithError(baseLess)} of the replications${same}.`;
    });
}

function endingInWords(metrics: readonly ComparedMetric[], base: RunFacts, run: RunFacts): string[] {
  const [a, b] = letters(base, run);
  const found = metrics.find(({ name }) => name === "ending.probability");
  if (!found?.difference || !isClear(found.difference)) return [];
  const of = ({ ending: { probability } }: RunFacts) => formatPortionWithError(probability);
  return [`${a} ends in ${of(base)} of the replications, ${b} in ${of(run)}.`];
}

function pairInWords({ kind, why, gain, replications }: Pair, base: RunFacts, run: RunFacts): string {
  const [a, b] = letters(base, run);
  const effect =
    kind === "paired" && gain !== null
      ? `; errors of differences are ${formatNumber(gain, 2)} times smaller for it (the median over all figures)`
      : "";
  return `${a} and ${b}: ${why}${effect}; ${countOf(replications, "replication")} of each.`;
}
