import { fileName } from "./fillTables.ts";
import { childPath, type Entry, hasNames, type Located, type MapNode, type Place } from "./located.ts";
import { replaceEntry } from "./merge.ts";
import { type Mistake, mistake } from "./mistake.ts";
import { nearest } from "./nearest.ts";
import { readYaml } from "./readYaml.ts";

/** One step of a path, and the column at which it begins in the option. */
interface Step {
  readonly key: string | number;
  readonly column: number;
}

interface Option {
  readonly index: number;
  readonly path: string;
  readonly value: Located;
}

/**
 * Lays `PATH=VALUE` options over a scenario, in order; VALUE is YAML. Their places are `--set`, the option's number
 * (from 1 on) and the column in it. Keys that no scenario has are left to the schema, which names the nearest.
 *
 * @example applySet(root, ["members.classes.careful.relativeRisk=0.8"])
 */
export function applySet(root: MapNode, options: readonly string[]): { root: MapNode; mistakes: Mistake[] } {
  const mistakes: Mistake[] = [];
  let changed = root;
  options.forEach((option, index) => {
    changed = withOption(changed, option, index + 1, mistakes);
  });
  return { root: changed, mistakes };
}

function withOption(root: MapNode, option: string, index: number, mistakes: Mistake[]): MapNode {
  const refuse = (column: number, path: string, found: string, allowed: string, near?: string) => {
    const parts = { file: "--set", line: index, column, path, found, allowed };
    mistakes.push(mistake(near === undefined ? parts : { ...parts, nearest: near }));
    return root;
  };
  const equals = option.indexOf("=");
  const path = equals < 0 ? option : option.slice(0, equals).trim();
  const steps = stepsOf(path);
  if (equals < 0 || steps === null || steps.length === 0) {
    return refuse(
      1,
      path || "--set",
      JSON.stringify(option.slice(0, 60)),
      "PATH=VALUE, such as sharing.fee=8%",
    );
  }
  const start = equals + 1;
  const placeAt = (offset: number): Place => ({ file: "--set", line: index, column: start + offset + 1 });
  if (option.slice(start).trim() === "") {
    return refuse(start + 1, path, "nothing", "a value after =, or none, as if the key were left out");
  }
  const read = readYaml("--set", option.slice(start), placeAt, path);
  mistakes.push(...read.mistakes);
  if (read.mistakes.length > 0) return root;
  const value = read.node ?? nothing(placeAt(0), path);
  const result = put(root, steps, { index, path: "", value });
  if ("allowed" in result) return refuse(result.column, path, result.found, result.allowed, result.nearest);
  return result.kind === "map" ? result : root;
}

function nothing(place: Place, path: string): Located {
  return { kind: "scalar", value: null, text: "", place, path, note: "" };
}

interface Refused {
  readonly column: number;
  readonly found: string;
  readonly allowed: string;
  readonly nearest?: string | undefined;
}

/** The node with the value put where the steps lead; missing maps on the way are made. */
function put(node: Located | undefined, steps: readonly Step[], option: Option): Located | Refused {
  const [step, ...rest] = steps;
  if (step === undefined) return option.value;
  const inner = { ...option, path: childPath(option.path, step.key) };
  const rows = node === undefined ? null : fileName(node);
  if (rows !== null && /^\d+$/.test(String(step.key))) {
    const allowed = `other rows as a whole, or another file: single rows are changed in ${rows.name}`;
    return { column: step.column, found: `row ${step.key} of a file`, allowed };
  }
  if (typeof step.key === "number") return putItem(node, step.key, step, rest, inner);
  if (node?.kind === "list" || (node?.kind === "scalar" && /^\d+$/.test(step.key))) {
    return noItem(node, step.key, step.column, option.path);
  }
  const named = hasNames(option.path);
  const old = node?.kind === "map" ? node.entries.get(step.key) : undefined;
  if (named && old === undefined && rest.length > 0 && node?.kind === "map") {
    const names = [...node.entries.keys()];
    const allowed = `one of ${names.join(", ")}, or a whole new one`;
    return {
      column: step.column,
      found: JSON.stringify(step.key),
      allowed,
      nearest: nearest(step.key, names),
    };
  }
  const changed = put(old?.node, rest, inner);
  return "allowed" in changed ? changed : withKey(node, step, changed, option, named);
}

/** The map with the value under the step's key, in the old place if it had one: the order of classes stays. */
function withKey(
  node: Located | undefined,
  step: Step,
  value: Located,
  option: Option,
  named: boolean,
): MapNode {
  const here: Place = { file: "--set", line: option.index, column: step.column };
  const key = String(step.key);
  const old = node?.kind === "map" ? node.entries.get(key) : undefined;
  const isKept = old !== undefined && value.place.file !== "--set";
  const isReplacing = old !== undefined;
  const entry: Entry = { keyPlace: isKept ? old.keyPlace : here, node: value, isReplacing };
  if (node?.kind === "map") return replaceEntry(node, key, entry, named);
  const entries = new Map([[key, entry]]);
  return { kind: "map", entries, place: node?.place ?? here, path: node?.path ?? option.path, note: "" };
}

/** Where a list's item is called as if it were a key. */
function noItem(node: Located, key: string, column: number, path: string): Refused {
  const position = /^\d+$/.test(key) ? key : "0";
  const allowed =
    node.kind === "list"
      ? `list items are written with their position in brackets, ${path}[${position}]`
      : "a key, since this is no list";
  return { column, found: JSON.stringify(key), allowed };
}

function putItem(
  node: Located | undefined,
  position: number,
  step: Step,
  rest: readonly Step[],
  option: Option,
): Located | Refused {
  const count = node?.kind === "list" ? node.items.length : 0;
  if (node?.kind !== "list" || position >= count) {
    const allowed =
      count === 0 ? "a path without [ ], since this is no list" : `a position from 0 to ${count - 1}`;
    return { column: step.column, found: `[${position}]`, allowed };
  }
  const changed = put(node.items[position], rest, option);
  if ("allowed" in changed) return changed;
  return { ...node, items: node.items.map((item, index) => (index === position ? changed : item)) };
}

/** Steps of a path such as `members.mix[0].portion` or `members.classes."of age".lapse`; null if it is none. */
function stepsOf(path: string): Step[] | null {
  const steps: Step[] = [];
  const step = /(?:^|\.)(?:"((?:[^"\\]|\\.)*)"|([^.[\]"]+))|\[(\d{1,6})\]/y;
  while (step.lastIndex < path.length) {
    const at = step.lastIndex;
    const match = step.exec(path);
    if (match === null) return null;
    const dot = path[at] === "." ? 1 : 0;
    const key = match[3] === undefined ? (match[2] ?? match[1]) : Number(match[3]);
    if (key === "__proto__") return null;
    steps.push({ key, column: at + dot + 1 });
  }
  return steps;
}
