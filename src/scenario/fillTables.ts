import { besideFile } from "./filePath.ts";
import { type Files, missingFile, notUtf8 } from "./files.ts";
import { childPath, type Entry, type Located, type MapNode, type Place, withEntry } from "./located.ts";
import { type Mistake, mistake } from "./mistake.ts";
import { nearest } from "./nearest.ts";
import { type Cell, type Csv, readCsv } from "./readCsv.ts";

/** Rows of what a CSV file may stand for: which of its columns are read, under which keys. */
interface Shape {
  /** What stands in for a file that cannot be read, so that the rest is still checked. */
  readonly standIn: "zero" | "no rows";
  readonly columns: (csv: Csv) => readonly Column[] | Refused;
}

interface Column {
  readonly index: number;
  readonly key: string;
}

interface Refused {
  readonly missing: string;
  /** Names of the columns that stand for nothing: one of them may be the missing one, by another name. */
  readonly unused: readonly string[];
  readonly allowed: string;
}

const mostCharacters = 10_000_000;

/** The keys whose values are tables of rates, wherever they stand within `cover`. */
const rateKeys: readonly string[] = ["incidence", "times", "mortality"];

/**
 * Puts rows in the place of CSV files: tables of rates, targets, groups and histories. Each cell keeps its file, line
 * and column, so that from here on nobody needs to know where rows came from. `mainFile` is what `--set` is beside.
 */
export function fillTables(
  root: MapNode,
  mainFile: string,
  files: Files,
): { root: MapNode; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  const fill: Fill = (node, shape) => filled(node, shape, { mainFile, files, mistakes });
  const filledRoot = inEntries(root, (key, node) => {
    if (key === "changes") return inItems(node, (change) => inSections(change, fill));
    if (key === "group")
      return fill(node, namedColumns(groupColumns, ["class", "number", "claimProbability", "benefit"]));
    if (key === "history")
      return fill(node, namedColumns(["date", "figure", "value", "source"], ["date", "figure", "value"]));
    if (key === "published") return fill(node, namedColumns(publishedColumns, ["ask", "value", "source"]));
    return inSection(key, node, fill);
  });
  return { root: filledRoot.kind === "map" ? filledRoot : root, mistakes };
}

type Fill = (node: Located, shape: Shape) => Located;

function inSections(node: Located, fill: Fill): Located {
  return inEntries(node, (key, section) => inSection(key, section, fill));
}

/** A section that pools may have of their own, or all these of some pools. */
function inSection(key: string, node: Located, fill: Fill): Located {
  if (key === "cover") return inEntries(node, (part, inner) => coverPart(part, inner, fill));
  if (key === "joining")
    return inEntries(node, (k, n) => (k === "target" ? fill(n, namedColumns(["date", "members"])) : n));
  return key === "pools" ? inEntries(node, (_, pool) => inSections(pool, fill)) : node;
}

const publishedColumns = ["quantity", "ask", "value", "rounded", "standardError", "source"];

const groupColumns = ["class", "number", "claimProbability", "benefit", "endsMembership", "lapse"];

function coverPart(key: string, node: Located, fill: Fill): Located {
  if (rateKeys.includes(key)) return fill(node, rateColumns);
  if (key !== "illnesses") return node;
  return inEntries(node, (_, illness) =>
    inEntries(illness, (k, n) => (rateKeys.includes(k) ? fill(n, rateColumns) : n)),
  );
}

function inEntries(node: Located, change: (key: string, node: Located) => Located): Located {
  if (node.kind !== "map") return node;
  let result: MapNode = node;
  for (const [key, entry] of node.entries) {
    const changed = change(key, entry.node);
    if (changed !== entry.node) result = withEntry(result, key, { ...entry, node: changed });
  }
  return result;
}

function inItems(node: Located, change: (node: Located) => Located): Located {
  return node.kind === "list" ? { ...node, items: node.items.map(change) } : node;
}

interface Reading {
  readonly mainFile: string;
  readonly files: Files;
  readonly mistakes: Mistake[];
}

/** The node itself, or the rows of the CSV file it names: `x.csv` or `{ file: x.csv }`. */
function filled(node: Located, shape: Shape, reading: Reading): Located {
  const named = fileName(node);
  if (named === null) return node;
  const from = named.node.place.file;
  const path = besideFile(from === "--set" ? reading.mainFile : from, named.name);
  const text = reading.files.read(path);
  const { place, path: written, note } = node;
  const standIn: Located =
    shape.standIn === "zero"
      ? { kind: "scalar", value: 0, text: "0", place, path: written, note }
      : { kind: "list", items: [], place, path: written, note };
  if (text === null) {
    reading.mistakes.push(missingFile(named.node, path));
    return standIn;
  }
  const rows = rowsOf(path, named.name, text, shape, node, reading.mistakes);
  return rows ?? standIn;
}

/** The CSV file that a node names, `x.csv` or `{ file: x.csv }`, and where; null if it names none. */
export function fileName(node: Located): { name: string; node: Located } | null {
  if (node.kind === "scalar") return isCsvName(node.value) ? { name: node.value.trim(), node } : null;
  const entry = node.kind === "map" ? node.entries.get("file") : undefined;
  if (entry === undefined || node.kind !== "map" || node.entries.size !== 1 || entry.node.kind !== "scalar")
    return null;
  return { name: entry.node.text, node: entry.node };
}

function isCsvName(value: unknown): value is string {
  return typeof value === "string" && /\.(csv|CSV)\s*$/.test(value);
}

function rowsOf(
  file: string,
  written: string,
  text: string,
  shape: Shape,
  node: Located,
  mistakes: Mistake[],
): Located | null {
  const start: Place = { file, line: 1, column: 1 };
  const refuse = (place: Place, found: string, allowed: string, near?: string) => {
    const parts = { ...place, path: node.path, found, allowed };
    mistakes.push(mistake(near === undefined ? parts : { ...parts, nearest: near }));
    return null;
  };
  if (text.length > mostCharacters)
    return refuse(start, `${text.length} characters`, `up to ${mostCharacters}`);
  const encoding = notUtf8(file, text, node.path);
  if (encoding !== null) {
    mistakes.push(encoding);
    return null;
  }
  const csv = readCsv(file, text);
  const separator = csv.header.length === 1 ? otherSeparator(csv.header[0].text) : null;
  if (separator !== null)
    return refuse(csv.header[0].place, `columns separated by ${separator}`, "columns separated by commas");
  if (csv.rows.length === 0) return refuse(start, "no rows", "a header and rows");
  const columns = shape.columns(csv);
  if ("missing" in columns) {
    const near = columns.unused.some((name) => isMeant(name, columns)) ? columns.missing : undefined;
    const found = `the columns ${csv.header.map((cell) => cell.text).join(", ") || "none"}`;
    return refuse(csv.header[0]?.place ?? start, found, columns.allowed, near);
  }
  const items = csv.rows.map((row, index) => rowNode(row, columns, childPath(node.path, index), node.note));
  return { kind: "list", items, place: node.place, path: node.path, note: node.note, name: written };
}

function otherSeparator(header: string): string | null {
  if (header.includes(";")) return "semicolons";
  return header.includes("\t") ? "tabs" : null;
}

/** A column that is meant to be the missing one: spelt nearly so, or the only one that stands for nothing. */
function isMeant(name: string, { missing, unused }: Refused): boolean {
  return unused.length === 1 || nearest(name, [missing]) !== undefined;
}

function rowNode(row: readonly Cell[], columns: readonly Column[], path: string, note: string): MapNode {
  const entries = new Map<string, Entry>();
  for (const { index, key } of columns) {
    const cell = row[index];
    if (cell === undefined || cell.text === "") continue;
    const node: Located = {
      kind: "scalar",
      ...scalar(cell.text),
      place: cell.place,
      path: childPath(path, key),
      note,
    };
    entries.set(key, { keyPlace: cell.place, node });
  }
  return { kind: "map", entries, place: row[0].place, path, note };
}

function scalar(text: string): { value: string | number | boolean; text: string } {
  if (text === "true" || text === "false") return { value: text === "true", text };
  return { value: /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : text, text };
}

/** Columns by name, in any order, others ignored; `needed` are those that must be there. */
function namedColumns(names: readonly string[], needed: readonly string[] = names): Shape {
  return {
    standIn: "no rows",
    columns: ({ header }) => {
      const found = names.map((key) => ({ key, index: header.findIndex((cell) => cell.text === key) }));
      const missing = needed.find((key) => found.some((column) => column.key === key && column.index < 0));
      if (missing !== undefined) {
        const unused = header.map((cell) => cell.text).filter((name) => !names.includes(name));
        return { missing, unused, allowed: `a column ${missing}, besides ${names.join(", ")}` };
      }
      return found.filter(({ index }) => index >= 0);
    },
  };
}

/** `age` or `ages`, perhaps `sex`, and `rate` or whatever stands last. */
const rateColumns: Shape = {
  standIn: "zero",
  columns: ({ header }) => {
    const position = (pattern: RegExp) =>
      header.findIndex((cell) => pattern.test(cell.text.trim().toLowerCase()));
    const ages = position(/^(age|ages|age_group|age_band)$/);
    const sex = position(/^(sex|gender)$/);
    const named = position(/^rate$/);
    const rate = named >= 0 ? named : header.length - 1;
    if (ages < 0 || rate === ages || rate === sex) {
      const unused = header.map((cell) => cell.text).filter((_, index) => index !== rate && index !== sex);
      return { missing: "age", unused, allowed: "the columns age (or ages), perhaps sex, and rate" };
    }
    const columns = [
      { key: "ages", index: ages },
      { key: "rate", index: rate },
    ];
    return sex < 0 ? columns : [...columns, { key: "sex", index: sex }];
  },
};
