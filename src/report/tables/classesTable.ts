import { formatNumber, formatPortion } from "../format.ts";
import type { AdverseSelection, Report } from "../report.ts";
import { makeTable, missing, type Table, text } from "./table.ts";

/** Classes among the joiners and among the members at each year's end. */
export function classesTable({ adverseSelection: { classes } }: Report): Table {
  const years = [
    ...new Set(classes.flatMap(({ portionAtYearEnd }) => portionAtYearEnd.map(({ year }) => year))),
  ];
  return makeTable<AdverseSelection["classes"][number]>(classes, [
    text("Class", ({ name }) => name),
    text("Relative risk", ({ relativeRisk }) => formatNumber(relativeRisk), { align: "right" }),
    text("Joiners", ({ portionOfJoiners }) => formatPortion(portionOfJoiners), { align: "right" }),
    ...years.slice(-12).map((year) =>
      text<AdverseSelection["classes"][number]>(
        `End of ${year}`,
        ({ portionAtYearEnd }) => {
          const found = portionAtYearEnd.find((candidate) => candidate.year === year);
          return found ? formatPortion(found.portion.value) : missing;
        },
        { align: "right" },
      ),
    ),
  ]);
}
