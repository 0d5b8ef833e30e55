import type { AdverseSelection } from "../report.ts";
import { makeByAge } from "./byAge.ts";
import { type Kept, keep, meanEstimate } from "./estimate.ts";
import { reportFigure } from "./reportFigure.ts";
import { makeSelectionYears } from "./selectionYears.ts";
import { makeSpiral } from "./spiral.ts";
import type { Subject } from "./subject.ts";
import { makeTransfers } from "./transfers.ts";

/** Who stays: classes among joiners and among those left at each year's end; what it does to the risk; who pays for whom. */
export function makeAdverseSelection(plan: Subject): AdverseSelection {
  const { inputs, series } = plan;
  const last = series.periods.findLast(({ figures }) => (figures.members?.mean ?? 0) > 0);
  return {
    selectionIndexAtEnd: reportFigure(last?.figures.selectionIndex ?? null),
    classes: inputs.classes.map(({ name, relativeRisk, portionOfJoiners }, classIndex) => ({
      name,
      relativeRisk,
      portionOfJoiners,
      portionAtYearEnd: inputs.years.flatMap(({ year }) => {
        const portions = portionsAt(plan, year, classIndex);
        return portions.values.length === 0 ? [] : [{ year, portion: meanEstimate(portions) }];
      }),
    })),
    years: makeSelectionYears(plan),
    transfers: makeTransfers(plan),
    byAge: makeByAge(inputs),
    spiral: makeSpiral(plan),
  };
}

/** One portion for each replication that has members at the year's end. */
function portionsAt({ inputs, lookup }: Subject, year: number, classIndex: number): Kept {
  const ofClass = lookup.find({ kind: "classYearEnd", year, classIndex })?.values;
  const all = lookup.find({ kind: "yearEnd", year, metric: "members" })?.values;
  return keep(inputs.results, (replication) =>
    ofClass && all && all[replication] > 0 ? ofClass[replication] / all[replication] : null,
  );
}
