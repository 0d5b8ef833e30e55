import { poolCharts, poolsCharts } from "../charts/poolCharts.ts";
import { endingFinding } from "../findings/endingFinding.ts";
import { type PoolView, viewsOf } from "../poolView.ts";
import type { Report } from "../report.ts";
import { poolsTable } from "../tables/poolsTable.ts";
import { yearsTable } from "../tables/yearsTable.ts";
import { countOf } from "../wording.ts";
import { booksSections } from "./booksSections.ts";
import { endingSections } from "./endingSections.ts";
import { yearsNote } from "./planSections.ts";
import type { Section } from "./section.ts";

/** The pools of a plan side by side, then one by one; empty where there is one only. */
export function poolSections(report: Report): Section[] {
  if (report.pools.length === 0) return [];
  return [overview(report), ...viewsOf(report).flatMap((view, i) => ofPool(view, `pool-${i + 1}-`))];
}

function overview(report: Report): Section {
  return {
    id: "pools",
    title: "The pools",
    note: `The plan has ${countOf(report.pools.length, "pool")}; a cost is shared within its pool. Medians over the replications.`,
    charts: poolsCharts(report),
    table: poolsTable(report),
  };
}

function ofPool(view: PoolView, prefix: string): Section[] {
  const years: Section = {
    id: `${prefix}years`,
    title: `Pool “${view.pool}”`,
    note: `${endingFinding(view, "The pool") ?? "No rule could end the pool."} ${yearsNote(view)}`,
    charts: poolCharts(view, prefix.slice(0, -1)),
    table: yearsTable(view),
  };
  const parts = [...endingSections(view, prefix), ...booksSections(view, prefix)];
  return [years, ...parts.map((part) => ({ ...part, isPart: true }))];
}
