import { isSettled } from "../findings/shownGrowth.ts";
import type { CostGrowth, Report } from "../report.ts";
import { growthsTable, growthTable } from "../tables/growthTable.ts";
import { countOf } from "../wording.ts";
import type { Section } from "./section.ts";

/** What drove the share: by cause, from year to year, by pool; and the bookkeeping beside it. */
export function growthSections({ costGrowth }: Report): Section[] {
  if (!costGrowth) return [];
  const { method, from, to, steps, pools, accounting } = costGrowth;
  const whole: Section = {
    id: "growth",
    title: `What drove the share from ${from} to ${to}`,
    note: method === "causes" ? causesNote(costGrowth) : accountingNote(costGrowth),
    table: growthTable(costGrowth),
  };
  const parts: Section[] = [];
  if (steps.length > 0)
    parts.push({
      id: "growth-steps",
      title: "From year to year",
      note: "The same between each year and the next.",
      table: growthsTable(steps.map((of) => ({ name: `${of.from} to ${of.to}`, of }))),
    });
  if (pools.length > 0)
    parts.push({
      id: "growth-pools",
      title: "In each pool",
      note: "The same for each pool’s own share, over the years in which it can be compared.",
      table: growthsTable(pools.map((of) => ({ name: `${of.name}, ${of.from} to ${of.to}`, of }))),
    });
  if (method === "causes" && accounting)
    parts.push({
      id: "growth-accounting",
      title: "By accounting",
      note: accountingNote(accounting),
      table: growthTable(accounting),
      folded: true,
    });
  return [whole, ...parts.map((part) => ({ ...part, isPart: true }))];
}

function causesNote({ simulations, replications, leftOut, factors }: CostGrowth): string {
  const left = leftOut > 0 ? ` ${leftOutInWords(leftOut, "the plan ended before in one of them")}` : "";
  return `A factor is the growth of the expected share with a cause over its growth without it, found by ${countOf(simulations, "further simulation")} of the same ${countOf(replications, "replication")} with causes switched off. They multiply to the whole exactly. How much a cause is owed depends on which others are at work: each factor is the mean of switching the causes on one after another in this order and in the reverse (geometric mean; the range is in the table).${left}${unsettledInWords(factors)}`;
}

/** Where causes act through one another. */
function unsettledInWords(factors: CostGrowth["factors"]): string {
  const wide = factors.filter((factor) => !isSettled(factor)).map(({ label }) => `“${label}”`);
  if (wide.length === 0) return "";
  return ` The range is wide for ${wide.join(", ")}: without one of these, so many more members would leave or stay that what another is owed depends on the order, and the mean says little. The picture and the summary therefore go by accounting.`;
}

function accountingNote({ leftOut, replications }: Pick<CostGrowth, "leftOut" | "replications">): string {
  const left =
    leftOut > 0 ? ` ${leftOutInWords(leftOut, "the plan ended before or a factor is not defined")}` : "";
  return `An accounting split, not a causal one: geometric means over ${countOf(replications, "replication")}.${left}`;
}

function leftOutInWords(count: number, why: string): string {
  return `${countOf(count, "replication is", "replications are")} left out because ${why}.`;
}
