import type { Report } from "../report.ts";
import { answersTable } from "../tables/answersTable.ts";
import { classesTable } from "../tables/classesTable.ts";
import { observedTable } from "../tables/observedTable.ts";
import { yearsTable } from "../tables/yearsTable.ts";
import { hasOneMix, yearEndMembers } from "../wording.ts";
import { growthSections } from "./growthSections.ts";
import type { Section } from "./section.ts";

/** What became of the plan: questions, years, observations, growth, classes. */
export function planSections(report: Report): (Section | null)[] {
  return [
    answersSection(report),
    yearsSection(report),
    observedSection(report),
    followedSection(report),
    ...growthSections(report),
    classesSection(report),
  ];
}

function answersSection(report: Report): Section {
  return {
    id: "answers",
    title: "Answers to the scenario’s questions",
    note: "Over all replications; P is a probability.",
    table: answersTable(report),
  };
}

function yearsSection(report: Report): Section {
  return { id: "years", title: "Year by year", note: yearsNote(report), table: yearsTable(report) };
}

/** Said of the plan's years and of a pool's. */
export function yearsNote(report: Report): string {
  const ofPools = report.pools.length > 1 ? " Over the pools it is a mean, weighted by their sharers." : "";
  return `Medians over the replications. The share is what one sharer is asked for, all its settlements added up.${ofPools} ${yearEndMembers(report)}`;
}

function observedSection({ history }: Report): Section {
  return {
    id: "observed",
    title: "Observed and simulated",
    note: "What was observed, beside the same figure of the simulation. “Inside” means within the simulated 90 % interval; “no spread” that all replications have the same there. Agreement says little where an assumption was chosen to bring it about.",
    table: observedTable(history.filter(({ input }) => !input)),
  };
}

function followedSection({ history }: Report): Section {
  return {
    id: "followed",
    title: "Observed and put in",
    note: "Membership that the scenario makes the simulation follow (joining.target), if only in one of several pools: input, not evidence that the model is right.",
    table: observedTable(history.filter(({ input }) => input)),
  };
}

function classesSection(report: Report): Section | null {
  if (report.classes.length < 2 || report.periods.length < 2 || !hasOneMix(report)) return null;
  return {
    id: "classes",
    title: "Who stays",
    note: "Each class’s part of the joiners at the start and of the members at the end of each year (means).",
    table: classesTable(report),
  };
}
