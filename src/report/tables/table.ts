import { columnFormat, formatErrorOf } from "../format.ts";

/** A table of finished texts: HTML, Markdown and the terminal write the same cells. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly string[])[];
  /** Rows to stress, such as sums. */
  readonly strong?: readonly number[];
  /** Rows to set apart a little. */
  readonly marked?: readonly number[];
}

export interface TableColumn {
  readonly head: string;
  readonly align: "left" | "right";
  /** Long text that may wrap, with addresses that may become links. */
  readonly prose?: boolean;
}

/** What a column shows of each item: texts, or numbers that share one unit and one number of decimals. */
export type Field<Item> =
  | { readonly column: TableColumn; readonly text: (item: Item) => string }
  | {
      readonly head: string;
      readonly unit: string;
      /** Significant digits of the largest number. */
      readonly digits: number;
      readonly numbers: (item: Item) => readonly (number | null)[];
    };

export const missing = "–";

/** The standard error of an answer, where there is one. */
export function errorIfAny(value: number | null, se: number | null): string {
  return value === null || se === null ? missing : formatErrorOf(value, se);
}

export function text<Item>(
  head: string,
  of: (item: Item) => string,
  column: Partial<TableColumn> = {},
): Field<Item> {
  return { column: { head, align: "left", ...column }, text: of };
}

export function number<Item>(
  head: string,
  unit: string,
  of: (item: Item) => number | null,
  digits = 3,
): Field<Item> {
  return { head, unit, digits, numbers: (item) => [of(item)] };
}

/** The same where any of the items has a number other than 0; no column else. To be spread into a table's fields. */
export function numberIfAny<Item>(
  items: readonly Item[],
  head: string,
  unit: string,
  of: (item: Item) => number | null,
): Field<Item>[] {
  return items.some((item) => (of(item) ?? 0) !== 0) ? [number(head, unit, of)] : [];
}

/** Low and high in one cell, "88.1 – 104.3". */
export function range<Item>(
  head: string,
  unit: string,
  of: (item: Item) => readonly [number, number] | null,
): Field<Item> {
  return { head, unit, digits: 3, numbers: (item) => of(item) ?? [null] };
}

export function makeTable<Item>(items: readonly Item[], fields: readonly Field<Item>[]): Table {
  const written = fields.map((field) =>
    "text" in field ? textColumn(items, field) : numberColumn(items, field),
  );
  return {
    columns: written.map(({ column }) => column),
    rows: items.map((_, i) => written.map(({ cells }) => cells[i])),
  };
}

function textColumn<Item>(items: readonly Item[], field: Extract<Field<Item>, { text: unknown }>) {
  return { column: field.column, cells: items.map(field.text) };
}

function numberColumn<Item>(items: readonly Item[], field: Extract<Field<Item>, { numbers: unknown }>) {
  const numbers = items.map(field.numbers);
  const { unit, format } = columnFormat(
    numbers.flat().filter((value) => value !== null),
    field.digits,
  );
  const head = [unit, field.unit].filter((word) => word !== "").join(" ");
  const column: TableColumn = { head: head === "" ? field.head : `${field.head}, ${head}`, align: "right" };
  const cells = numbers.map((cell) =>
    cell.map((value) => (value === null ? missing : format(value))).join(" – "),
  );
  return { column, cells };
}
