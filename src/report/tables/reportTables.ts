import { formatMoney, formatSe } from "../format.ts";
import type { Report } from "../report.ts";
import { countOf, yearEndMembers } from "../wording.ts";
import { answersTable } from "./answersTable.ts";
import { assumptionsTable, onlySource, planAssumptions } from "./assumptionsTable.ts";
import { booksTable } from "./booksTable.ts";
import { certaintyTable } from "./certaintyTable.ts";
import { classesTable } from "./classesTable.ts";
import { endingTable } from "./endingTable.ts";
import { growthTable } from "./growthTable.ts";
import { observedTable } from "./observedTable.ts";
import { periodsTable } from "./periodsTable.ts";
import { runTable } from "./runTable.ts";
import type { Table } from "./table.ts";
import { yearsTable } from "./yearsTable.ts";

export interface TableSection {
  readonly id: string;
  readonly title: string;
  /** What the table shows, in a sentence or two. */
  readonly note: string;
  readonly table: Table;
  /** Long tables that a page may fold away. */
  readonly folded?: boolean;
}

const sections: readonly ((report: Report) => TableSection | null)[] = [
  answersSection,
  yearsSection,
  observedSection,
  followedSection,
  growthSection,
  classesSection,
  endingSection,
  booksSection,
  certaintySection,
  runSection,
  assumptionsSection,
  periodsSection,
];

/** The tables of a report in reading order; those without rows are left out. */
export function reportTables(report: Report): TableSection[] {
  const told = sections.map((section) => section(report)).filter((section) => section !== null);
  return told.filter(({ table }) => table.rows.length > 0);
}

function answersSection(report: Report): TableSection {
  return {
    id: "answers",
    title: "Answers to the scenario’s questions",
    note: "Over all replications; P is a probability.",
    table: answersTable(report),
  };
}

function yearsSection(report: Report): TableSection {
  return {
    id: "years",
    title: "Year by year",
    note: `Medians over the replications. The share is what one sharer is asked for, all its settlements added up. ${yearEndMembers(report)}`,
    table: yearsTable(report),
  };
}

function observedSection({ history }: Report): TableSection {
  return {
    id: "observed",
    title: "Observed and simulated",
    note: "What was observed, beside the same figure of the simulation. “Inside” means within the simulated 90 % interval; “no spread” that all replications have the same there. Agreement says little where an assumption was chosen to bring it about.",
    table: observedTable(history.filter(({ input }) => !input)),
  };
}

function followedSection({ history }: Report): TableSection {
  return {
    id: "followed",
    title: "Observed and put in",
    note: "Membership that the scenario makes the simulation follow (joining.target): input, not evidence that the model is right.",
    table: observedTable(history.filter(({ input }) => input)),
  };
}

function growthSection({ costGrowth }: Report): TableSection | null {
  if (!costGrowth) return null;
  const { leftOut, replications, from, to } = costGrowth;
  const left =
    leftOut > 0
      ? ` ${countOf(leftOut, "replication is", "replications are")} left out because the plan ended before or a factor is not defined.`
      : "";
  return {
    id: "growth",
    title: `What drove the share from ${from} to ${to}`,
    note: `An accounting split, not a causal one: geometric means over ${countOf(replications, "replication")}.${left}`,
    table: growthTable(costGrowth),
  };
}

function classesSection(report: Report): TableSection | null {
  if (report.classes.length < 2 || report.periods.length < 2) return null;
  return {
    id: "classes",
    title: "Who stays",
    note: "Each class’s part of the joiners at the start and of the members at the end of each year (means).",
    table: classesTable(report),
  };
}

function endingSection(report: Report): TableSection {
  return {
    id: "ending",
    title: "How it ends",
    note: `Up to ${report.calendar.to}.`,
    table: endingTable(report),
  };
}

function booksSection(report: Report): TableSection {
  return { id: "books", title: "The books", note: booksNote(report), table: booksTable(report) };
}

function certaintySection(report: Report): TableSection {
  return {
    id: "certainty",
    title: "How sure each figure is",
    note: `Monte Carlo errors of the headline figures, from ${countOf(report.replications, "replication")}.`,
    table: certaintyTable(report),
  };
}

function runSection(report: Report): TableSection {
  return {
    id: "run",
    title: "The run",
    note: "All that is needed to come to the same numbers.",
    table: runTable(report),
  };
}

function assumptionsSection(report: Report): TableSection {
  return {
    id: "assumptions",
    title: "Assumptions",
    note: assumptionsNote(report),
    table: assumptionsTable(report),
  };
}

function periodsSection(report: Report): TableSection {
  return {
    id: "periods",
    title: "Period by period",
    note: periodsNote(report),
    table: periodsTable(report),
    folded: true,
  };
}

function booksNote({ books, replications, scenario: { currency } }: Report): string {
  const cut =
    books.aidCut.mean > 0 ? ` Aid owed but not paid: ${formatMoney(books.aidCut.mean, currency)}.` : "";
  const after =
    books.runOffCost.mean > 0
      ? ` Of the costs, ${formatMoney(books.runOffCost.mean, currency)} fell after the end (run-off).`
      : "";
  return `Sums over the whole run, means over ${countOf(replications, "replication")}. The largest imbalance met in any period of any replication is ${formatSe(books.maxImbalance)} of the money moved, and ${formatSe(books.maxMemberImbalance)} of the members; a run above 1e-9 fails.${cut}${after}`;
}

function assumptionsNote(report: Report): string {
  const assumptions = planAssumptions(report);
  const source = onlySource(assumptions);
  const uncertain = assumptions.filter((assumption) => assumption.uncertain !== null).length;
  const drawn = uncertain === 0 ? "none is" : uncertain === 1 ? "one is" : `${uncertain} are`;
  return `Every number and rule the scenario states${source === null ? "" : ` (${source})`}, with the comment its author wrote beside it; ${drawn} uncertain and drawn anew.`;
}

function periodsNote({ periods, replications }: Report): string {
  const shown =
    periods.length > 500 ? `The first 500 of ${periods.length} periods; periods.csv has all. ` : "";
  return `${shown}Medians over ${countOf(replications, "replication")} (“Left”: the mean, for any reason).`;
}
