import type { Exact, Report } from "../report.ts";
import { differenceInWords, exactTable } from "../tables/exactTable.ts";
import type { Section } from "./section.ts";

/** What is known without simulation, beside what was simulated; without rows where nothing is. */
export function exactSections(report: Report): Section[] {
  const { rows, leftOut } = report.exact;
  const left = leftOut.map((sentence) => ` ${sentence}`).join("");
  return [
    {
      id: "exact",
      title: "Exact and simulated",
      note: `Worked out from the scenario without any random number, by a life table and the distribution of sums of claims, beside what the simulation says. ${farthest(rows)}${left}`,
      table: exactTable(report),
    },
  ];
}

/** Of some figures one in twenty is more than two standard errors off. */
function farthest(rows: Exact["rows"]): string {
  const differences = rows.flatMap(({ difference }) => (difference === null ? [] : [Math.abs(difference)]));
  if (differences.length === 0) return "";
  return `The farthest figure is ${differenceInWords(Math.max(...differences))} standard errors off; of figures that agree, one in twenty is more than two off, by chance.`;
}
