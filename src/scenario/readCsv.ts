import type { Place } from "./located.ts";

/** A cell of a CSV file with its place. */
export interface Cell {
  readonly text: string;
  readonly place: Place;
}

/** Header and rows of a CSV file. */
export interface Csv {
  readonly header: readonly Cell[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Cells of a CSV text, with line and column of each: that is why no CSV library is used here. Blank lines and lines
 * that start with `#` are skipped; cells may be quoted with `"` (doubled inside), but not span lines.
 *
 * @example readCsv("x.csv", "age,rate\n0,0.1").rows[0][1].text // "0.1"
 */
export function readCsv(file: string, text: string): Csv {
  const rows = text
    .replace(/^\uFEFF/, "")
    .split(/\r\n|\n|\r/)
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line.trim() !== "" && !line.startsWith("#"))
    .map(({ line, number }) => cellsOf(line, { file, line: number, column: 1 }));
  return { header: rows[0] ?? [], rows: rows.slice(1) };
}

function cellsOf(line: string, start: Place): Cell[] {
  const cells: Cell[] = [];
  const cell = /("(?:[^"]|"")*"|[^,]*)(,|$)/y;
  while (cell.lastIndex <= line.length) {
    const column = cell.lastIndex + 1;
    const found = cell.exec(line);
    // A quote that does not end its cell: take the rest as it is, the reader of the cell will refuse it.
    const written = found?.[1] ?? line.slice(column - 1);
    cells.push({ text: unquote(written.trim()), place: { ...start, column } });
    if (found === null || found[2] === "") break;
  }
  return cells;
}

function unquote(written: string): string {
  return /^".*"$/.test(written) ? written.slice(1, -1).replaceAll('""', '"') : written;
}
