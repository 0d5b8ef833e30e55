import type { z } from "zod";
import { checkAges, checkClasses, checkClosing, checkWaiting } from "./crossChecks.ts";
import { isoDate } from "./day.ts";
import { entryNode, type Located, type MapNode, withEntry, withoutEntry } from "./located.ts";
import { merge } from "./merge.ts";
import type { Problem } from "./problem.ts";
import type { Calendar, Day, Stage } from "./scenario.ts";
import { changeDateSchema, ruleSections } from "./schema/change.ts";
import type { SectionSchemas } from "./schema/root.ts";
import { unknownKey } from "./unknownKey.ts";

/** Reads one section: its value, or undefined after telling what is wrong. */
export type ReadSection = <T>(key: string, schema: z.ZodType<T>, node?: Located) => T | undefined;

/** What is needed to read the stages of a plan. */
export interface StageReading {
  readonly schemas: SectionSchemas;
  readonly read: ReadSection;
  /** Tells a problem; its steps lead through the tree given. */
  readonly tell: (problem: Problem, tree: Located) => void;
  readonly calendar: Calendar | undefined;
  readonly isGroup: boolean;
}

type Rules = { [K in Exclude<keyof Stage, "from">]?: Stage[K] | undefined };

/**
 * The rules from the calendar's first day, and after each change: its sections are merged over those before and read
 * again; sections it leaves alone stay the same objects. Undefined if any of it is wrong.
 */
export function readStages(root: MapNode, reading: StageReading): Stage[] | undefined {
  let rules = readRules(root, ruleSections, {}, reading);
  let tree = root;
  const stages = [stageOf(reading.calendar?.from, rules)];
  let before = reading.calendar?.from;
  for (const { change, from } of readChanges(root, reading)) {
    if (checkDate(from, before, root, reading)) before = from.day ?? before;
    tree = ruleSections.reduce((merged, key) => withChange(merged, key, change), tree);
    const next = { ...rules, ...readRules(tree, touched(change), rules, reading) };
    for (const problem of checkChange(rules, next, from)) reading.tell(problem, root);
    rules = next;
    stages.push(stageOf(from.day, rules));
  }
  const complete = stages.filter((stage) => stage !== undefined);
  return complete.length === stages.length ? complete : undefined;
}

/** What a change may not do to the rules before it. */
function checkChange(before: Rules, after: Rules, { day, index }: DatedChange["from"]): Problem[] {
  const closing = day === undefined ? [] : checkClosing(before.ending, after.ending, day, index);
  return [...checkClasses(before.members, after.members, index), ...closing];
}

function withChange(tree: MapNode, key: string, change: MapNode): MapNode {
  const over = change.entries.get(key);
  if (over === undefined) return tree;
  const base = tree.entries.get(key);
  return withEntry(tree, key, base === undefined ? over : { ...base, node: merge(base.node, over.node) });
}

function touched(change: MapNode): (typeof ruleSections)[number][] {
  return ruleSections.filter((key) => change.entries.has(key));
}

function stageOf(from: Day | undefined, rules: Rules): Stage | undefined {
  const { members, cover, claims, sharing, collection, ending } = rules;
  if (from === undefined || members === undefined || cover === undefined || claims === undefined)
    return undefined;
  if (sharing === undefined || collection === undefined || ending === undefined) return undefined;
  return { from, members, cover, claims, sharing, collection, ending };
}

/** Reads the sections named; those absent have their defaults, members and cover none (for a group). */
function readRules(tree: MapNode, keys: readonly string[], before: Rules, reading: StageReading): Rules {
  const { schemas, isGroup } = reading;
  const read: ReadSection = (key, schema) => reading.read(key, schema, tree);
  const rules: Rules = {};
  const has = (key: string) => keys.includes(key);
  if (has("members")) rules.members = isGroup ? null : read("members", schemas.members);
  if (has("cover")) rules.cover = isGroup ? null : read("cover", schemas.cover);
  if (has("claims")) rules.claims = read("claims", schemas.claims.prefault({}));
  if (has("sharing")) rules.sharing = read("sharing", schemas.sharing.prefault({}));
  if (has("collection")) rules.collection = read("collection", schemas.collection.prefault({}));
  if (has("ending")) rules.ending = read("ending", schemas.ending.prefault({}));
  if (has("members") || has("cover")) checkTogether({ ...before, ...rules }, tree, reading);
  return rules;
}

function checkTogether({ members, cover }: Rules, tree: MapNode, { calendar, tell }: StageReading): void {
  if (cover === undefined || cover === null) return;
  const waiting = calendar === undefined ? [] : checkWaiting(cover, calendar);
  const ages = members === undefined || members === null ? [] : checkAges(members, cover);
  for (const problem of [...waiting, ...ages]) tell(problem, tree);
}

interface DatedChange {
  readonly change: MapNode;
  readonly from: { readonly day: Day | undefined; readonly index: number };
}

function readChanges(root: MapNode, { read, tell, isGroup }: StageReading): DatedChange[] {
  const list = entryNode(root, "changes");
  if (list === undefined) return [];
  if (list.kind !== "list") {
    tell({ steps: ["changes"], allowed: "a list of changes, each with `from`" }, root);
    return [];
  }
  return list.items.flatMap((change, index) => {
    if (change.kind !== "map") {
      tell({ steps: ["changes", index], allowed: "a map with `from` and the sections that change" }, root);
      return [];
    }
    const keys = [
      "from",
      ...ruleSections.filter((key) => !isGroup || (key !== "members" && key !== "cover")),
    ];
    for (const key of change.entries.keys()) {
      if (!keys.includes(key)) tell(unknownKey(key, keys, ["changes", index]), root);
    }
    return [
      { change: withoutEntry(change, "from"), from: { day: read("from", changeDateSchema, change), index } },
    ];
  });
}

/** Changes come one after another, inside the calendar: tells where one does not, and whether the next may build on it. */
function checkDate(
  from: DatedChange["from"],
  before: Day | undefined,
  root: MapNode,
  reading: StageReading,
): boolean {
  const { calendar, tell } = reading;
  if (from.day === undefined || calendar === undefined) return false;
  const steps = ["changes", from.index, "from"];
  if (from.day > calendar.to) {
    tell({ steps, allowed: `a day in the calendar, up to ${isoDate(calendar.to)}` }, root);
    return false;
  }
  if (before === undefined || from.day > before) return true;
  const what = from.index === 0 ? "the calendar's first day" : "the change before";
  tell({ steps, allowed: `a day after ${isoDate(before)}, ${what}` }, root);
  return false;
}
