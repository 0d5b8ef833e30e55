import type { ExactFigure } from "../../oracle/exactFigures.ts";
import { quantileOf } from "../../oracle/lossDistribution.ts";
import { columnFigure } from "../../statistics/columnFigure.ts";
import type { Figure } from "../../statistics/figure.ts";
import { meanOf, standardError } from "../../statistics/standardError.ts";
import type { ReportInputs } from "../inputs.ts";
import type { Exact } from "../report.ts";
import { meanEstimate, portionEstimate } from "./estimate.ts";
import { exactAnswer } from "./exactAnswers.ts";

type Row = Exact["rows"][number];

interface Level {
  readonly of: Row["of"];
  readonly level: number;
  readonly simulated: (figure: Figure) => Row["simulated"];
}

const levels: readonly Level[] = [
  { of: "q05", level: 0.05, simulated: ({ q05, seQ05 }) => ({ value: q05, se: seQ05 }) },
  { of: "q50", level: 0.5, simulated: ({ q50, seQ50 }) => ({ value: q50, se: seQ50 }) },
  { of: "q95", level: 0.95, simulated: ({ q95, seQ95 }) => ({ value: q95, se: seQ95 }) },
];

/** The figures that are known without simulation, each with what the simulation made of it. */
export function makeExact(inputs: ReportInputs): Exact {
  const { figures, leftOut } = inputs.exact;
  const rows = figures.flatMap((figure) => {
    const values = simulatedValues(inputs, figure.name);
    return values === null ? [] : rowsOf(inputs, figure, values);
  });
  return { rows: [...rows, ...answerRows(inputs)], leftOut: [...leftOut] };
}

/** Questions of the scenario that can be answered so. */
function answerRows({ answers, exact: { figures } }: ReportInputs): Row[] {
  return answers.flatMap(({ ask, value, se }) => {
    const exact = exactAnswer(ask, figures);
    return exact === null || value === null || se === null ? [] : [row(ask, "answer", exact, { value, se })];
  });
}

/** By replication; a year's cost is no column, but the sum of three. */
function simulatedValues({ results: { columns } }: ReportInputs, name: string): Float64Array | null {
  const valuesOf = (column: string) => (Object.hasOwn(columns, column) ? columns[column].values : null);
  const own = valuesOf(name);
  const year = /^(years\.-?\d+)\.cost$/.exec(name)?.[1];
  if (own !== null || year === undefined) return own;
  const [aid, cut, fee] = ["aid", "aidCut", "fee"].map((metric) => valuesOf(`${year}.${metric}`));
  return aid && cut && fee ? aid.map((paid, r) => paid + cut[r] + fee[r]) : null;
}

function rowsOf(inputs: ReportInputs, figure: ExactFigure, values: Float64Array): Row[] {
  const mean = meanEstimate({ values, sampling: inputs.results });
  const rows = [row(figure.name, "mean", figure.mean, mean)];
  if (figure.sd === null) return rows;
  rows.push(row(figure.name, "sd", figure.sd, deviation(inputs, values)));
  const { name, distribution } = figure;
  const simulated = columnFigure(values, inputs.results);
  if (distribution === null || simulated === null) return rows;
  return [
    ...rows,
    ...levels.map((of) => {
      const exact = quantileOf(distribution, of.level);
      const slack = Math.max(distribution.width, rounding * Math.abs(exact), Number.MIN_VALUE);
      const difference = quantileDifference(inputs, values, of.level, [exact - slack, exact + slack]);
      return { figure: name, of: of.of, exact, simulated: of.simulated(simulated), difference };
    }),
  ];
}

function row(figure: string, of: Row["of"], exact: number, simulated: Row["simulated"]): Row {
  const off = simulated.value - exact;
  const isSame = Math.abs(off) <= rounding * Math.abs(exact);
  const difference = isSame ? 0 : simulated.se > rounding * Math.abs(exact) ? off / simulated.se : null;
  return { figure, of, exact, simulated, difference };
}

/** A part of a figure that rounding errors may come to. */
const rounding = 1e-9;

/** The standard deviation; its error is that of the mean of ((x - mean)^2 - variance) / (2 sd). */
function deviation({ results }: ReportInputs, values: Float64Array): Row["simulated"] {
  const mean = meanOf(values);
  const squares = values.map((value) => (value - mean) * (value - mean));
  const sd = Math.sqrt((meanOf(squares) * values.length) / Math.max(1, values.length - 1));
  const influence = squares.map((square) => (sd > 0 ? (square - sd * sd) / (2 * sd) : 0));
  return { value: sd, se: standardError(influence, results) };
}

/**
 * A quantile differs by how far the part of the replications up to the exact one is from its level. Where single values have
 * probabilities of their own, the level lies between the parts below it and up to it, and nothing differs.
 */
function quantileDifference(
  { results }: ReportInputs,
  values: Float64Array,
  level: number,
  [from, to]: readonly [number, number],
): number {
  const upTo = portionEstimate(results, (r) => values[r] <= to);
  const below = portionEstimate(results, (r) => values[r] < from);
  const nearest = below.value > level ? below : upTo.value < level ? upTo : null;
  // More of the simulated below the exact quantile: the simulated one is smaller.
  return nearest === null ? 0 : (level - nearest.value) / nearest.se;
}
