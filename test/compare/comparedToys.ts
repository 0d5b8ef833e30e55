import type { ComparedRun } from "../../src/compare/comparedRun.ts";
import type { Comparison } from "../../src/compare/comparison.ts";
import { makeComparison } from "../../src/compare/makeComparison.ts";
import type { ReportInputs } from "../../src/report/inputs.ts";
import { makeReport } from "../../src/report/makeReport.ts";
import { fixtures, once } from "../report/fixtures.ts";

/** A toy as a run to be compared, all its numbers multiplied. */
export function toyRun(inputs: ReportInputs, letter: string, times = 1): ComparedRun {
  return {
    letter,
    name: `toy-${letter}`,
    path: `scenarios/toy-${letter}.yaml`,
    report: makeReport(inputs),
    columns: Object.fromEntries(
      Object.entries(inputs.results.columns).map(([name, { values }]) => [
        name,
        values.map((value) => value * times),
      ]),
    ),
    sources: { "scenarios/toy.yaml": "a".repeat(64) },
  };
}

/** Each kind of plan beside itself, dearer by a tenth and more, and beside itself as it is. */
export const toyComparisons = once((): [string, readonly ComparedRun[], Comparison][] =>
  Object.entries(fixtures).map(([name, inputs]) => {
    const of = inputs();
    const other = { ...of, scenario: { ...of.scenario, assumptions: of.scenario.assumptions.slice(1) } };
    const runs = [toyRun(of, "a"), toyRun(other, "b", 1.1), toyRun(of, "c")];
    return [name, runs, makeComparison(runs, [], "0.0.0")];
  }),
);
