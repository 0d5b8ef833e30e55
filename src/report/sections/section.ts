import type { Chart } from "../charts/chart.ts";
import type { Table } from "../tables/table.ts";

/** A part of the report under a heading: what it shows in a sentence or two, pictures where there are any, a table. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** What it tells in sentences, under a heading of their own or, first, without one. */
  readonly blocks?: readonly Block[];
  /** Part of the section before it, under a smaller heading. */
  readonly isPart?: boolean;
  readonly charts?: readonly Chart[];
  readonly table: Table;
  /** Long tables that a page may fold away, and how it then calls them, unless by their number of rows. */
  readonly folded?: boolean | string;
}

export interface Block {
  readonly heading: string | null;
  readonly sentences: readonly string[];
}

/** Those that there are and whose tables have rows. */
export function withRows(sections: readonly (Section | null)[]): Section[] {
  return sections.filter((section) => section !== null).filter(({ table }) => table.rows.length > 0);
}
