import type { Certainty, Report } from "../report.ts";
import { certaintyTable } from "../tables/certaintyTable.ts";
import { convergenceTable } from "../tables/convergenceTable.ts";
import { goalsTable } from "../tables/goalsTable.ts";
import { varianceTable } from "../tables/varianceTable.ts";
import { countOf } from "../wording.ts";
import type { Section } from "./section.ts";

/** How sure the figures are: their errors, how they settled, and where their variance comes from. */
export function certaintySections(report: Report): Section[] {
  const { certainty, replications } = report;
  return [
    {
      id: "certainty",
      title: "How sure each figure is",
      note: `Monte Carlo errors of the headline figures, from ${countOf(replications, "replication")}.${varianceNote(certainty)}`,
      table: certaintyTable(report),
    },
    {
      id: "goals",
      title: "When the run stopped",
      note: goalsNote(report),
      isPart: true,
      table: goalsTable(certainty),
    },
    {
      id: "variance",
      title: "Where the spread comes from",
      note: splitNote(certainty),
      isPart: true,
      table: varianceTable(report),
    },
    {
      id: "convergence",
      title: "How the means settle",
      note: "Means over the first replications, twice as many in each row. An error should halve with every second row; one that does not belongs to a figure of which a few replications decide.",
      isPart: true,
      table: convergenceTable(report),
    },
  ];
}

function varianceNote({ varianceFrom }: Certainty): string {
  if (varianceFrom === "claims")
    return " Nothing but chance among the members varies here: no number of the scenario is uncertain, and no shock befalls all of them together.";
  return varianceFrom === "leftOut" ? " Where their spread comes from was not looked into." : "";
}

function splitNote({ varianceReplications }: Certainty): string {
  return `Parts of the variance over the replications. “Claims” is chance among the members; “shocks” befall all of them together; “uncertain numbers” are those of the scenario that are not known. ${countOf(varianceReplications, "replication was", "replications were")} played again with other luck of one kind: what then differs is owed to it. What kinds do only together counts with the one further to the left. The parts add up to 100 %; one that is near 0 may come out below it by chance.`;
}

function goalsNote({ certainty: { goals, limit }, replications }: Report): string {
  const after = `after ${countOf(replications, "replication")}`;
  if (goals.every(({ isReached }) => isReached))
    return `The run stopped ${after}, when the standard error asked for was reached.`;
  return replications === limit
    ? `The run stopped ${after}, the most it was allowed, before all standard errors asked for were reached.`
    : `The run was interrupted ${after}, before all standard errors asked for were reached.`;
}
