import { isoDate } from "./day.ts";
import { entryNode, isNothing, type Located, type MapNode, type Steps, withoutEntry } from "./located.ts";
import { nearest } from "./nearest.ts";
import type { Problem } from "./problem.ts";
import type { ReadSection, Tell } from "./readSection.ts";
import type { Calendar, Day } from "./scenario.ts";
import { changeDateSchema, ruleSections } from "./schema/change.ts";
import { unknownKey } from "./unknownKey.ts";

/** Rules that change on a day: for all pools, and for some. */
export interface DatedChange {
  readonly index: number;
  /** undefined where it could not be read. */
  readonly day: Day | undefined;
  readonly rules: MapNode;
  readonly ofPools: ReadonlyMap<string, MapNode>;
}

/** What is needed to read the changes of a plan. */
export interface ChangeReading {
  readonly read: ReadSection;
  readonly tell: Tell;
  readonly calendar: Calendar | undefined;
  readonly isGroup: boolean;
  /** Names of the pools; none where the plan is one pool. */
  readonly pools: readonly string[];
}

/** The changes of a plan in their order; tells what is wrong with their days, keys and pools. */
export function readChanges(root: MapNode, reading: ChangeReading): DatedChange[] {
  const list = entryNode(root, "changes");
  if (list === undefined) return [];
  if (list.kind !== "list") {
    reading.tell({ steps: ["changes"], allowed: "a list of changes, each with `from`" }, root);
    return [];
  }
  const changes = list.items.flatMap((change, index) => readChange(change, index, root, reading));
  checkDays(changes, root, reading);
  return changes;
}

function readChange(change: Located, index: number, root: MapNode, reading: ChangeReading): DatedChange[] {
  const steps = ["changes", index];
  if (change.kind !== "map") {
    reading.tell({ steps, allowed: "a map with `from` and the sections that change" }, root);
    return [];
  }
  const ofOpenPools: readonly string[] = ["members", "cover"];
  const sections = ruleSections.filter((key) => !reading.isGroup || !ofOpenPools.includes(key));
  checkKeys(change, ["from", ...sections, "pools"], steps, root, reading.tell);
  const rules = withoutEntry(withoutEntry(change, "from"), "pools");
  const ofPools = readPoolChanges(entryNode(change, "pools"), [...steps, "pools"], root, reading);
  return [{ index, day: reading.read("from", changeDateSchema, change), rules, ofPools }];
}

function checkKeys(map: MapNode, known: readonly string[], steps: Steps, root: MapNode, tell: Tell): void {
  for (const key of map.entries.keys()) if (!known.includes(key)) tell(unknownKey(key, known, steps), root);
}

function readPoolChanges(
  node: Located | undefined,
  steps: Steps,
  root: MapNode,
  { pools, tell }: ChangeReading,
): Map<string, MapNode> {
  const read = new Map<string, MapNode>();
  if (node === undefined) return read;
  if (node.kind !== "map") {
    tell({ steps, allowed: "a map of the pools whose rules change, by name" }, root);
    return read;
  }
  for (const [name, { node: change }] of node.entries) {
    const here = [...steps, name];
    if (!pools.includes(name)) tell(unknownPool(name, pools, here), root);
    else if (change.kind === "map") {
      checkKeys(change, ruleSections, here, root, tell);
      read.set(name, change);
    } else {
      const allowed = "a map of the sections that change; a pool ends by its `ending`";
      tell(isNothing(change) ? { steps: here, found: "none", allowed } : { steps: here, allowed }, root);
    }
  }
  return read;
}

/** The problem of a name that no pool of the plan has. */
export function unknownPool(name: string, pools: readonly string[], steps: Steps): Problem {
  const allowed = pools.length === 0 ? "a pool that `pools` names" : `one of the pools ${pools.join(", ")}`;
  const near = nearest(name, pools);
  // A file that cannot be read may have it.
  const problem: Problem = {
    steps,
    found: `the unknown pool ${JSON.stringify(name)}`,
    allowed,
    isAbsence: true,
  };
  return near === undefined ? problem : { ...problem, nearest: near };
}

/** Changes come one after another, inside the calendar. */
function checkDays(changes: readonly DatedChange[], root: MapNode, { calendar, tell }: ChangeReading): void {
  if (calendar === undefined) return;
  let before = calendar.from;
  for (const { day, index } of changes) {
    if (day === undefined) continue;
    const steps = ["changes", index, "from"];
    if (day > calendar.to)
      tell({ steps, allowed: `a day in the calendar, up to ${isoDate(calendar.to)}` }, root);
    else if (day > before) before = day;
    else {
      const what = index === 0 ? "the calendar's first day" : "the change before";
      tell({ steps, allowed: `a day after ${isoDate(before)}, ${what}` }, root);
    }
  }
}
