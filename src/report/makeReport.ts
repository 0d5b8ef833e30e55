import { isoDate } from "../scenario/day.ts";
import { headline } from "./findings/headline.ts";
import type { ReportInputs } from "./inputs.ts";
import { makeAdverseSelection } from "./parts/adverseSelection.ts";
import { makeAssumptions } from "./parts/assumptions.ts";
import { makeBooks, makeLedger } from "./parts/books.ts";
import { makeCertainty, replicationsAskedOf } from "./parts/certainty.ts";
import { makeCopies } from "./parts/copies.ts";
import { makeCostGrowth } from "./parts/costGrowth.ts";
import { makeDistributions } from "./parts/distributions.ts";
import { makeEnding } from "./parts/ending.ts";
import { makeExact } from "./parts/exact.ts";
import { makeMarks } from "./parts/marks.ts";
import { makeObserved } from "./parts/observed.ts";
import { makePeriods } from "./parts/periods.ts";
import { makeSharing } from "./parts/sharing.ts";
import { type Subject, subjectsOf } from "./parts/subject.ts";
import { makeTotals } from "./parts/totals.ts";
import { makeYears } from "./parts/years.ts";
import type { Report, ReportPool } from "./report.ts";

/** The finished run in figures: report.json, and what every rendering is made from. */
export function makeReport(inputs: ReportInputs): Report {
  const { results, scenario } = inputs;
  const subjects = subjectsOf(inputs);
  const [plan, ...pools] = subjects;
  const report: Report = {
    fentan: inputs.version,
    scenario: {
      title: scenario.title,
      purpose: scenario.purpose,
      currency: scenario.currency,
      file: inputs.file,
      overrides: inputs.overrides,
      asked: inputs.asked,
    },
    headline: "",
    engine: inputs.engine,
    engineReason: inputs.engineReason,
    engineBound: inputs.engineBound,
    replications: results.replications,
    replicationsAsked: replicationsAskedOf(inputs),
    blockSize: inputs.blockSize,
    clustered: results.clustered,
    seed: inputs.seed,
    digest: inputs.digest,
    calendar: {
      from: isoDate(scenario.calendar.from),
      to: isoDate(scenario.calendar.to),
      periodsPerYear: inputs.periodsPerYear,
    },
    classes: inputs.classes.map(({ name }) => name),
    ...makeSeries(plan),
    costGrowth: makeCostGrowth(plan, pools),
    adverseSelection: makeAdverseSelection(plan),
    books: makeBooks(plan),
    sharing: makeSharing(plan),
    copies: makeCopies(subjects),
    pools: pools.map((pool, i) => makePool(pool, inputs.pools[i].copies)),
    distributions: makeDistributions(plan),
    certainty: makeCertainty(inputs),
    exact: makeExact(inputs),
    published: inputs.published,
    answers: inputs.answers.map(({ ask, value, se, unmet }) => ({
      ask,
      value,
      se,
      ...(unmet ? { unmet } : {}),
    })),
    history: makeObserved(subjects),
    marks: makeMarks(scenario),
    assumptions: makeAssumptions(inputs),
  };
  return { ...report, headline: headline(report) };
}

function makePool(subject: Subject, copies: number): ReportPool {
  return { name: subject.name, copies, ...makeSeries(subject), books: makeLedger(subject) };
}

function makeSeries(subject: Subject): Pick<Report, "periods" | "years" | "total" | "ending"> {
  return {
    periods: makePeriods(subject),
    years: makeYears(subject),
    total: makeTotals(subject),
    ending: makeEnding(subject),
  };
}
