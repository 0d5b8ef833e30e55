import { reportFigure } from "../report/parts/reportFigure.ts";
import { reproduce } from "../report/tables/runTable.ts";
import { columnFigure } from "../statistics/columnFigure.ts";
import { compareLevels } from "../statistics/compare/compareLevels.ts";
import { compareMeans } from "../statistics/compare/compareMeans.ts";
import { quantile, sortedSample } from "../statistics/quantile.ts";
import { comparedNames } from "./comparedNames.ts";
import type { ComparedRun } from "./comparedRun.ts";
import type { Cheaper, ComparedMetric, Comparison, Pair, RunFacts } from "./comparison.ts";
import { type FailIf, judge, ofRun } from "./conditions.ts";
import { differingAssumptions } from "./differingAssumptions.ts";
import { findings } from "./findings.ts";
import { pairRuns, type Taken } from "./pairRuns.ts";

/**
 * Runs side by side, the first as the base.
 *
 * @param runs two or more that can be compared (`whyNotComparable`)
 * @param failIf conditions on columns that the runs have
 * @param version of fentan
 */
export function makeComparison(
  runs: readonly ComparedRun[],
  failIf: readonly FailIf[],
  version: string,
): Comparison {
  const taken = pairRuns(runs);
  const [base, ...others] = taken;
  const metrics = inOrder(others.flatMap((other) => metricsOf(base, other)));
  const columns = lettered(taken);
  const comparison: Comparison = {
    fentan: version,
    currency: base.run.report.scenario.currency,
    runs: taken.map(factsOf),
    assumptions: differingAssumptions(runs),
    findings: [],
    pairs: others.map((other) => pairOf(other, metrics)),
    cheaper: others.flatMap((other) => cheaperOf(base, other)),
    metrics,
    failIf: failIf.map((condition) => judge(condition, columns)),
  };
  return { ...comparison, findings: findings(comparison, base.run.report) };
}

function factsOf({ run: { letter, name, path, report }, replications }: Taken): RunFacts {
  const { probability, cause, date, causes } = report.ending;
  return {
    letter,
    name,
    path,
    title: report.scenario.title,
    fentan: report.fentan,
    engine: report.engine,
    seed: report.seed,
    replications: report.replications,
    compared: replications,
    digest: report.digest,
    calendar: { from: report.calendar.from, to: report.calendar.to },
    command: reproduce(report),
    ending: { probability, cause, date, causes },
  };
}

function metricsOf(base: Taken, other: Taken): ComparedMetric[] {
  const names = comparedNames(
    { report: base.run.report, columns: base.columns },
    { report: other.run.report, columns: other.columns },
  );
  return names.map((name) => metricOf(name, base, other));
}

function metricOf(name: string, base: Taken, other: Taken): ComparedMetric {
  const [a, b] = [drawn(base, name), drawn(other, name)];
  const values = [a, b].map(({ values, sampling }) => reportFigure(columnFigure(values, sampling)));
  const kind = other.together === null ? "unpaired" : "paired";
  const areFinite = values.every((figure) => figure !== null);
  const { difference, ratio, gain } = areFinite ? compareMeans(a, b, other.together) : nothing;
  return { name, run: other.run.letter, values, difference, ratio, pairing: { kind, gain } };
}

const nothing = { difference: null, ratio: null, gain: null };

function drawn({ columns, sampling }: Taken, name: string) {
  return { values: columns[name], sampling };
}

/** One figure after another, each with all runs. */
function inOrder(metrics: readonly ComparedMetric[]): ComparedMetric[] {
  const byName = new Map<string, ComparedMetric[]>();
  for (const metric of metrics) byName.set(metric.name, [...(byName.get(metric.name) ?? []), metric]);
  return [...byName.values()].flat();
}

function pairOf(
  { run: { letter }, replications, together, sampling, why }: Taken,
  metrics: readonly ComparedMetric[],
): Pair {
  const gains = metrics.flatMap(({ run, pairing: { gain } }) =>
    run === letter && gain !== null ? [gain] : [],
  );
  return {
    run: letter,
    kind: together === null ? "unpaired" : "paired",
    replications,
    clustered: (together ?? sampling).clustered,
    why,
    gain: gains.length === 0 ? null : quantile(sortedSample(Float64Array.from(gains)), 0.5),
  };
}

/** By what a member is asked for over the whole run, or in the last year that both calendars cover whole. */
function cheaperOf(base: Taken, other: Taken): Cheaper[] {
  const names = comparedNames(
    { report: base.run.report, columns: base.columns },
    { report: other.run.report, columns: other.columns },
  );
  const figure = names.includes("total.share")
    ? "total.share"
    : names.findLast((name) => /^years\.\d+\.share$/.test(name));
  if (figure === undefined) return [];
  const { less, equal } = compareLevels(drawn(base, figure), drawn(other, figure), other.together);
  return [{ run: other.run.letter, figure, baseLess: less, equal }];
}

/** All columns of all runs, as conditions name them. */
function lettered(taken: readonly Taken[]): Record<string, Float64Array> {
  return Object.fromEntries(
    taken.flatMap(({ run, columns }) =>
      Object.entries(columns).map(([name, values]) => [ofRun(name, run.letter), values]),
    ),
  );
}
