import { formatCount, formatWithError } from "../format.ts";
import type { Report } from "../report.ts";
import { headlineLabel } from "../wording.ts";
import { makeTable, type Table, text } from "./table.ts";

/** Where it gets crowded, the last years' shares say as much as cases or the most members do. */
const left = ["total.cases", "peak.members", "runOff.cost"];
const mostColumns = 5;

/** Means with their errors over the first n, 2n, 4n ... replications, one column a headline figure. */
export function convergenceTable({ certainty, scenario: { currency } }: Report): Table {
  const shown = certainty.headlines.filter(({ name }) => !left.includes(name)).slice(-mostColumns);
  const steps = shown[0]?.convergence ?? [];
  return makeTable(steps.length < 2 ? [] : [...steps.keys()], [
    text("Replications", (row) => formatCount(steps[row].replications), { align: "right" }),
    ...shown.map(({ name, convergence }) =>
      text<number>(
        headlineLabel(name, currency),
        (row) => formatWithError(convergence[row].value, convergence[row].se),
        { align: "right" },
      ),
    ),
  ]);
}
