import { figureParts } from "./figureName.ts";
import type { Report, ReportPool } from "./report.ts";

/** A report of one pool of several: what tells of a plan then tells of the pool. */
export interface PoolView extends Report {
  readonly pool: string;
}

/** One for each pool, in order; none where the plan has one pool only. */
export function viewsOf(report: Report): PoolView[] {
  return report.pools.map((pool) => viewOf(report, pool));
}

/** What is known of the whole plan only is left out: growth of cost, classes, answers, distributions, sharing. */
function viewOf(report: Report, { name, copies, books, ...series }: ReportPool): PoolView {
  return {
    ...report,
    ...series,
    pool: name,
    books: { ...report.books, ...books },
    classes: [],
    costGrowth: null,
    adverseSelection: {
      selectionIndexAtEnd: null,
      classes: [],
      years: [],
      transfers: [],
      byAge: [],
      spiral: null,
    },
    sharing: { rules: [], classes: [] },
    copies: [],
    pools: [],
    distributions: [],
    answers: [],
    history: report.history.flatMap((point) => {
      const parts = figureParts(point.figure);
      return parts.pool === name ? [{ ...point, figure: parts.name }] : [];
    }),
  };
}
