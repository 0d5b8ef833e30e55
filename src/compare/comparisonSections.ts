import type { Section } from "../report/sections/section.ts";
import { countOf } from "../report/wording.ts";
import type { Comparison } from "./comparison.ts";
import { assumptionsTable } from "./tables/assumptionsTable.ts";
import { classesTable } from "./tables/classesTable.ts";
import { conditionsTable } from "./tables/conditionsTable.ts";
import { differencesTable } from "./tables/differencesTable.ts";
import { endingsTable } from "./tables/endingsTable.ts";
import { runsTable } from "./tables/runsTable.ts";
import { comparedPools, yearsTable } from "./tables/yearsTable.ts";
import { assumptionsInWords } from "./words.ts";

/** What is said first: the runs, and what differs between their scenarios. */
export function assumptionSections(comparison: Comparison): Section[] {
  const { assumptions } = comparison;
  const runs: Section = {
    id: "runs",
    title: "What is compared",
    note: `The first run is the base of all differences.${assumptions.length === 0 ? ` ${assumptionsInWords(0)}` : ""}`,
    table: runsTable(comparison),
  };
  if (assumptions.length === 0) return [runs];
  return [
    runs,
    {
      id: "assumptions",
      title: assumptionsInWords(assumptions.length),
      note: `Of all that the scenarios state, ${countOf(assumptions.length, "leaf differs", "leaves differ")}; what is the same is not listed.`,
      table: assumptionsTable(comparison),
    },
  ];
}

/** What came of it; sections without rows are left out. */
export function resultSections(comparison: Comparison): Section[] {
  const all: Section[] = [
    {
      id: "years",
      title: "Year by year",
      note: "Means over the replications. An interval holds the true difference of the means with 95 % certainty: it is an error of the simulation, not what single replications differ by.",
      table: yearsTable(comparison),
    },
    ...comparedPools(comparison).map((pool, i) => ({
      id: `pool-${i + 1}`,
      title: `Pool “${pool}”`,
      note: "The same of one pool.",
      isPart: true,
      table: yearsTable(comparison, pool),
    })),
    {
      id: "endings",
      title: "How they end",
      note: "Parts of the replications, with standard errors.",
      table: endingsTable(comparison),
    },
    {
      id: "classes",
      title: "Who gains and who loses",
      note: "What one of each class is asked for, beside the aid that one could expect (means). A class gains where the aid grows by more than what is asked for it.",
      table: classesTable(comparison),
    },
    {
      id: "conditions",
      title: "What must not hold",
      note: "Conditions of --fail-if, on means over the replications.",
      table: conditionsTable(comparison),
    },
    {
      id: "differences",
      title: "Every figure",
      note: "Means, their differences and ratios. Figures that are 0 in both are left out; comparison.json has them.",
      table: differencesTable(comparison),
      folded: true,
    },
  ];
  return all.filter(({ table }) => table.rows.length > 0);
}

/** How the numbers came about, a paragraph each. */
export function comparisonMethods({ pairs, runs }: Comparison): string[] {
  const calendars = new Set(runs.map(({ calendar }) => calendar.to));
  return [
    "Two runs with one seed share their luck: a random number belongs to the seed, the replication and what it is for. Their difference is taken replication by replication, and most of what is chance in both falls out of it. The error of a mean difference is that of these differences; the error of a ratio of means follows from them by the delta method. Without one seed the squares of both errors add up.",
    ...(pairs.some(({ clustered }) => clustered)
      ? [
          "What is common to all members is spread evenly over each block of replications, or drawn once for it; so errors are taken from the blocks, and are wider the fewer there are (by Student’s t).",
        ]
      : []),
    ...(calendars.size > 1
      ? [
          "The calendars end on different days; compared are the years that both cover whole, and nothing over the whole run.",
        ]
      : []),
  ];
}
