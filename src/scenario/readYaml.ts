import { isAlias, isMap, isScalar, isSeq, type Pair, parseDocument, type YAMLMap, type YAMLSeq } from "yaml";
import { childPath, type Entry, type Located, type Place } from "./located.ts";
import { type Mistake, mistake } from "./mistake.ts";
import { type Lines, lineAt, linesOf, lineText, noteAfter, noteOf } from "./notes.ts";

/** What a YAML text holds, and all mistakes found while reading it; `node` is null where nothing can be made of it. */
export interface ReadYaml {
  readonly node: Located | null;
  readonly mistakes: readonly Mistake[];
  /** The text is no YAML: what was made of it may be far from what its author meant. */
  readonly isBroken: boolean;
}

const mostCharacters = 10_000_000;
const mostNodes = 200_000;
const mostPieces = 500_000;
const mostSyntaxErrors = 20;
const deepest = 60;

/** Thrown only within this file, to leave the walk when the limits are reached. */
class TooMuch extends Error {}

interface Walk {
  readonly lines: Lines;
  readonly placeAt: (offset: number) => Place;
  readonly anchors: Map<string, { node: unknown; open: boolean }>;
  readonly mistakes: Mistake[];
  nodes: number;
}

/** Where a node stands: what a child inherits from what is around it. */
interface Context {
  readonly path: string;
  readonly note: string;
  readonly depth: number;
}

/**
 * Reads a YAML (or JSON) text into located nodes. Never throws: syntax errors, duplicate keys, unknown aliases, alias
 * bombs, too much or too deep text are mistakes with their places.
 *
 * `placeAt` overrides where offsets are said to be (for `--set`).
 */
export function readYaml(
  file: string,
  text: string,
  placeAt?: (offset: number) => Place,
  path = "",
): ReadYaml {
  const start: Place = { file, line: 1, column: 1 };
  const refuse = (found: string, allowed: string): ReadYaml => ({
    node: null,
    mistakes: [mistake({ ...start, path: path === "" ? "scenario" : path, found, allowed })],
    isBroken: true,
  });
  if (text.length > mostCharacters) {
    return refuse(`${text.length} characters`, `up to ${mostCharacters}; large tables belong into CSV files`);
  }
  const { depth, pieces } = outline(text);
  if (depth > 10 * deepest) return refuse("very deep nesting", `up to ${deepest} levels`);
  if (pieces > mostPieces)
    return refuse(`${pieces} lines and commas`, `up to ${mostPieces}; tables belong into CSV files`);
  try {
    return readChecked(file, text, placeAt, path);
  } catch (error) {
    if (error instanceof TooMuch) return refuse(error.message, "a scenario of reasonable size");
    if (error instanceof RangeError) return refuse("very deep nesting", `up to ${deepest} levels`);
    return refuse("text that is not YAML", "YAML or JSON");
  }
}

function readChecked(
  file: string,
  text: string,
  place: ((offset: number) => Place) | undefined,
  path: string,
): ReadYaml {
  // Duplicate keys are looked for below: the parser's own search takes quadratic time.
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: false, logLevel: "error" });
  const lines = linesOf(text);
  const placeAt = place ?? ((offset: number) => placeIn(file, lines, offset));
  const walk: Walk = { lines, placeAt, anchors: new Map(), mistakes: [], nodes: 0 };
  const errors = [
    ...document.errors.slice(0, mostSyntaxErrors),
    ...document.warnings.slice(0, mostSyntaxErrors),
  ];
  for (const { pos, message } of errors) {
    tell(walk, pos[0], path || "scenario", quoteLine(lines, pos[0]), `YAML (${firstClause(message)})`);
  }
  const isBroken = document.errors.length > 0;
  if (isBroken || document.contents === null) return { node: null, mistakes: walk.mistakes, isBroken };
  const node = located(document.contents, walk, { path, note: "", depth: 0 });
  return { node, mistakes: walk.mistakes, isBroken };
}

/** The parser's message without its advice to programmers. */
function firstClause(message: string): string {
  if (message.includes("call stack")) return "nested too deep";
  return message.split(/[\n;]/)[0];
}

function placeIn(file: string, lines: Lines, offset: number): Place {
  const line = lineAt(lines, offset);
  return { file, line: line + 1, column: offset - lines.starts[line] + 1 };
}

function tell(walk: Walk, offset: number, path: string, found: string, allowed: string): void {
  if (walk.mistakes.length < 100)
    walk.mistakes.push(mistake({ ...walk.placeAt(offset), path, found, allowed }));
}

function located(node: unknown, walk: Walk, context: Context): Located {
  walk.nodes += 1;
  if (walk.nodes > mostNodes) throw new TooMuch(`more than ${mostNodes} values once aliases are filled in`);
  if (context.depth > deepest) throw new TooMuch(`nesting deeper than ${deepest} levels`);
  if (isAlias(node)) return aliased(node.source, node.range?.[0] ?? 0, walk, context);
  const anchor = isMap(node) || isSeq(node) || isScalar(node) ? node.anchor : undefined;
  if (anchor === undefined) return content(node, walk, context);
  const held = { node, open: true };
  walk.anchors.set(anchor, held);
  const result = content(node, walk, context);
  held.open = false;
  return result;
}

function aliased(name: string, offset: number, walk: Walk, context: Context): Located {
  const held = walk.anchors.get(name);
  if (held !== undefined && !held.open)
    return content(held.node, walk, { ...context, depth: context.depth + 1 });
  const allowed =
    held === undefined ? "an alias of an anchor that is set above" : "an alias outside of its own anchor";
  tell(walk, offset, context.path || "scenario", `alias *${name}`, allowed);
  return {
    kind: "scalar",
    value: null,
    text: `*${name}`,
    place: walk.placeAt(offset),
    path: context.path,
    note: "",
  };
}

function content(node: unknown, walk: Walk, context: Context): Located {
  if (isMap(node)) return mapNode(node, walk, context);
  if (isSeq(node)) return listNode(node, walk, context);
  return scalarNode(node, walk, context);
}

function scalarNode(node: unknown, walk: Walk, context: Context): Located {
  const scalar = isScalar(node) ? node : null;
  const place = walk.placeAt(scalar?.range?.[0] ?? 0);
  const value = plainValue(scalar?.value);
  const text = typeof value === "string" ? value : (scalar?.source ?? String(value));
  return { kind: "scalar", value, text, place, path: context.path, note: context.note };
}

function plainValue(value: unknown): string | number | boolean | null {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  return value === null || value === undefined ? null : String(value);
}

function listNode(list: YAMLSeq, walk: Walk, context: Context): Located {
  const place = walk.placeAt(list.range?.[0] ?? 0);
  const items = list.items.map((item, index) => {
    const note = noteAround(item, startOf(item), walk) || context.note;
    return located(item, walk, { path: childPath(context.path, index), note, depth: context.depth + 1 });
  });
  return { kind: "list", items, place, path: context.path, note: context.note };
}

function mapNode(map: YAMLMap, walk: Walk, context: Context): Located {
  const entries = new Map<string, Entry>();
  for (const pair of map.items) addEntry(pair, entries, walk, context);
  const place = walk.placeAt(map.range?.[0] ?? 0);
  return { kind: "map", entries, place, path: context.path, note: context.note };
}

function addEntry(pair: Pair, entries: Map<string, Entry>, walk: Walk, context: Context): void {
  const offset = startOf(pair.key);
  if (!isScalar(pair.key)) {
    tell(walk, offset, context.path || "scenario", "a key that is no single word", "words as keys");
    return;
  }
  const key =
    typeof pair.key.value === "string" ? pair.key.value : (pair.key.source ?? String(pair.key.value));
  const path = childPath(context.path, key);
  if (key === "<<") tell(walk, offset, path, "a merge key", "`extends: FILE` to build on another scenario");
  else if (key === "__proto__") tell(walk, offset, path, "a reserved word", "another name");
  else if (entries.has(key)) tell(walk, offset, path, "the key a second time", "each key once");
  else {
    const note = noteAround(pair.value, offset, walk) || context.note;
    const node = located(pair.value, walk, { path, note, depth: context.depth + 1 });
    entries.set(key, { keyPlace: walk.placeAt(offset), node });
  }
}

/** The comment of an entry or item: on its own line, or above. A block's own lines belong to what is inside it. */
function noteAround(value: unknown, start: number, walk: Walk): string {
  const isBlock = (isMap(value) || isSeq(value)) && value.flow !== true;
  if (!isBlock) return noteOf(walk.lines, start, endOf(value) ?? start);
  const first = startOf(value);
  const keyEnd = walk.lines.text.slice(start, Math.min(first, start + 300)).indexOf(":");
  const ownLine = keyEnd >= 0 ? noteAfter(walk.lines, start + keyEnd + 1) : "";
  return ownLine || noteOf(walk.lines, start, walk.lines.text.length);
}

function startOf(node: unknown): number {
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? (node.range?.[0] ?? 0) : 0;
}

function endOf(node: unknown): number | undefined {
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range?.[1] : undefined;
}

function quoteLine(lines: Lines, offset: number): string {
  const line = lineText(lines, lineAt(lines, offset), 60).trim();
  return line === "" ? "the end of the text" : JSON.stringify(line);
}

/** The most brackets open at once, and lines and commas, wherever they stand: a cheap guard before the parser. */
function outline(text: string): { depth: number; pieces: number } {
  let open = 0;
  let depth = 0;
  let pieces = 0;
  for (let k = 0; k < text.length; k += 1) {
    const character = text[k];
    if (character === "[" || character === "{") depth = Math.max(depth, ++open);
    else if ((character === "]" || character === "}") && open > 0) open -= 1;
    else if (character === "," || character === "\n") pieces += 1;
  }
  return { depth, pieces };
}
