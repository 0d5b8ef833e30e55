import { periodMetrics } from "../plan/metrics.ts";
import { isoDate } from "../scenario/day.ts";
import type { ReportInputs } from "./inputs.ts";
import { makeAdverseSelection } from "./parts/adverseSelection.ts";
import { makeBooks } from "./parts/books.ts";
import { columnLookup } from "./parts/columnLookup.ts";
import { makeCostGrowth } from "./parts/costGrowth.ts";
import { makeDistributions } from "./parts/distributions.ts";
import { makeEnding } from "./parts/ending.ts";
import { makeMarks } from "./parts/marks.ts";
import { makeObserved } from "./parts/observed.ts";
import { reportEstimate, reportFigure } from "./parts/reportFigure.ts";
import { makeTotals } from "./parts/totals.ts";
import { makeYears } from "./parts/years.ts";
import type { Report, ReportAssumption, ReportPeriod } from "./report.ts";

/** The finished run in figures: report.json, and what every rendering is made from. */
export function makeReport(inputs: ReportInputs): Report {
  const { results, scenario } = inputs;
  const lookup = columnLookup(inputs);
  const periods = makePeriods(inputs);
  const years = makeYears(inputs, lookup);
  return {
    fentan: inputs.version,
    scenario: {
      title: scenario.title,
      purpose: scenario.purpose,
      currency: scenario.currency,
      file: inputs.file,
      overrides: inputs.overrides,
      asked: inputs.asked,
    },
    engine: inputs.engine,
    engineReason: inputs.engineReason,
    engineBound: inputs.engineBound,
    replications: results.replications,
    replicationsAsked: inputs.replicationsAsked,
    blockSize: inputs.blockSize,
    seed: inputs.seed,
    digest: inputs.digest,
    calendar: {
      from: isoDate(scenario.calendar.from),
      to: isoDate(scenario.calendar.to),
      periodsPerYear: inputs.periodsPerYear,
    },
    classes: inputs.classes.map(({ name }) => name),
    periods,
    years,
    total: makeTotals(inputs),
    ending: makeEnding(inputs),
    costGrowth: makeCostGrowth(inputs, lookup),
    adverseSelection: makeAdverseSelection(inputs, lookup),
    books: makeBooks(inputs, lookup),
    distributions: makeDistributions(inputs, lookup),
    answers: inputs.answers.map(({ ask, value, se, unmet }) => ({
      ask,
      value,
      se,
      ...(unmet ? { unmet } : {}),
    })),
    history: makeObserved(scenario, periods, years),
    marks: makeMarks(scenario),
    assumptions: makeAssumptions(inputs),
  };
}

function makePeriods({ results, periods }: ReportInputs): ReportPeriod[] {
  return results.periods.map(({ running, figures }, period) => {
    const byMetric = Object.fromEntries(
      periodMetrics.map(({ key }) => [key, reportFigure(figures[key])]),
    ) as Omit<ReportPeriod, "date" | "running">;
    return { date: periods[period].date, running: reportEstimate(running), ...byMetric };
  });
}

/** An assumption is uncertain where it, or a number inside it, is drawn. */
function makeAssumptions({ scenario, uncertain }: ReportInputs): ReportAssumption[] {
  return scenario.assumptions.map(({ path, value, note, from }) => {
    const drawn = uncertain.find(
      (u) => u.path === path || u.path.startsWith(`${path}.`) || isInside(path, u.path),
    );
    return { path, value, note, from, uncertain: drawn?.kind ?? null };
  });
}

/** `isInside("cover.level.normal[0]", "cover.level")`: the leaf belongs to the distribution written there. */
function isInside(path: string, drawn: string): boolean {
  return path.startsWith(`${drawn}.`) || path.startsWith(`${drawn}[`);
}
