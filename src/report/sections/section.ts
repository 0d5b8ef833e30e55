import type { Chart } from "../charts/chart.ts";
import type { Table } from "../tables/table.ts";

/** A part of the report under a heading: what it shows in a sentence or two, pictures where there are any, a table. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** Part of the section before it, under a smaller heading. */
  readonly isPart?: boolean;
  readonly charts?: readonly Chart[];
  readonly table: Table;
  /** Long tables that a page may fold away. */
  readonly folded?: boolean;
}
