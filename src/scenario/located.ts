/** A place in a file; lines and columns from 1 on. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Written {
  readonly place: Place;
  /** Where it was written: `members.mix[0].portion`, also within `changes[1]`. */
  readonly path: string;
  /** The comment beside it, above it, or nearest around it; empty where there is none. */
  readonly note: string;
}

export interface ScalarNode extends Written {
  readonly kind: "scalar";
  readonly value: string | number | boolean | null;
  /** As written, without quotes. */
  readonly text: string;
}

export interface ListNode extends Written {
  readonly kind: "list";
  readonly items: readonly Located[];
  /** The file a list was read from, if it was: the name of a table. */
  readonly name?: string;
}

export interface Entry {
  readonly keyPlace: Place;
  readonly node: Located;
  /** Was there such an entry before this one was laid over it? Only then can `none` take it away. */
  readonly isReplacing?: boolean;
  /** Does it stand in the place of one that was taken away, so that nothing shines through from below? */
  readonly isWhole?: boolean;
}

export interface MapNode extends Written {
  readonly kind: "map";
  readonly entries: ReadonlyMap<string, Entry>;
}

/** A piece of a scenario that remembers where it was written, through `extends`, `changes` and `--set`. */
export type Located = ScalarNode | ListNode | MapNode;

/** Steps from the root to a node. */
export type Steps = readonly (string | number)[];

/**
 * The path of a child: `childPath("members.mix", 0)` is `members.mix[0]`. Keys that would be misread are quoted.
 */
export function childPath(path: string, step: string | number): string {
  if (typeof step === "number") return `${path}[${step}]`;
  const key = step === "" || /[.[\]"=\s]|^\d/.test(step) ? JSON.stringify(step) : step;
  return path === "" ? key : `${path}.${key}`;
}

/** A path as text: `pathText(["members", "mix", 0])` is `members.mix[0]`. */
export function pathText(steps: Steps): string {
  return steps.reduce<string>(childPath, "");
}

/** Is this entry written to say that there is nothing (`none`, or no value at all)? */
export function isNothing(node: Located): boolean {
  return node.kind === "scalar" && (node.value === null || node.value === "none");
}

/** Which node an object or list of a plain document came from. */
export type Origins = WeakMap<object, Located>;

/**
 * The plain document of a node: maps, lists and scalars. Entries that say `none` are left out, because that means the
 * same as leaving the key out, but for those of `keysOfNone`.
 * Every map and list is a new object, and `origins` learns where it came from. `withNone`: nothing is left out.
 */
export function toPlain(node: Located, origins: Origins = new WeakMap(), withNone = false): unknown {
  if (node.kind === "scalar") return node.value;
  if (node.kind === "list") {
    const list = node.items.map((item) => toPlain(item, origins, withNone));
    origins.set(list, node);
    return list;
  }
  const map: Record<string, unknown> = {};
  for (const [key, entry] of node.entries) {
    const isSaid = withNone || !isNothing(entry.node) || saysNone(key, entry.node, node);
    if (isSaid) map[key] = toPlain(entry.node, origins, withNone);
  }
  origins.set(map, node);
  return map;
}

/** `waiting: none` of an illness means no waiting, not the cover's; and what has a name may be called `none`. */
const keysOfNone: readonly string[] = ["waiting", "class", "name"];

function saysNone(key: string, node: Located, map: MapNode): boolean {
  return keysOfNone.includes(key) && !hasNames(map.path) && node.kind === "scalar" && node.value === "none";
}

const anyName = String.raw`("(\\.|[^"\\])*"|[^.[\]"]+)`;

/** Maps whose keys are names the author chose: pools, classes, illnesses, and what is said by class, row or peer. */
const namedMaps = new RegExp(
  String.raw`^losses\.means$|^(changes\[\d+\]\.)?(pools|(pools\.${anyName}\.)?(members\.classes|cover\.illnesses|sharing\.rule\.(class|linear)))$`,
);

/** Are the keys of the map at this path names? */
export function hasNames(path: string): boolean {
  return namedMaps.test(path);
}

/** The node of an entry; undefined where the map has no such key, or says `none`. */
export function entryNode(map: Located | undefined, key: string): Located | undefined {
  const node = map?.kind === "map" ? map.entries.get(key)?.node : undefined;
  return node === undefined || isNothing(node) ? undefined : node;
}

/** The map with one entry replaced or added. */
export function withEntry(map: MapNode, key: string, entry: Entry): MapNode {
  return { ...map, entries: new Map([...map.entries, [key, entry]]) };
}

/** The map without one entry. */
export function withoutEntry(map: MapNode, key: string): MapNode {
  const entries = new Map(map.entries);
  entries.delete(key);
  return { ...map, entries };
}
