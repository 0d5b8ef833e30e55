import type { Rules, StageDraft } from "./drafts.ts";
import { type MapNode, withEntry } from "./located.ts";
import { mergeEntry } from "./merge.ts";
import type { DatedChange } from "./readChanges.ts";
import type { ReadSection } from "./readSection.ts";
import type { Day, Stage } from "./scenario.ts";
import { ruleSections } from "./schema/change.ts";
import type { SectionSchemas } from "./schema/root.ts";

/** What is needed to read the stages of a pool. */
export interface StageReading {
  readonly schemas: SectionSchemas;
  readonly read: ReadSection;
  readonly isGroup: boolean;
  readonly from: Day | undefined;
  readonly changes: readonly DatedChange[];
}

/** Sections of the whole file, and those of one pool that are laid over them. */
export interface Layers {
  readonly top: MapNode;
  /** null where the plan is one pool. */
  readonly own: MapNode | null;
}

/** Sections that a pool may have of its own. */
export const poolSections: readonly string[] = [...ruleSections, "joining"];

/**
 * A pool's rules from the calendar's first day, and after each change: its sections are merged over those before and
 * read again; sections it leaves alone stay the same objects.
 */
export function readStages(name: string, layers: Layers, reading: StageReading): StageDraft[] {
  const tree = poolTree(layers);
  let rules = readRules(tree, ruleSections, reading);
  let { top, own } = layers;
  const stages: StageDraft[] = [{ from: reading.from, tree, rules, change: null }];
  for (const { rules: ofAll, ofPools, day, index } of reading.changes) {
    const ofThis = ofPools.get(name);
    top = laidOver(top, ofAll, ruleSections);
    if (own !== null && ofThis !== undefined) own = laidOver(own, ofThis, ruleSections);
    const changed = poolTree({ top, own });
    const touched = ruleSections.filter((key) => ofAll.entries.has(key) || ofThis?.entries.has(key) === true);
    rules = { ...rules, ...readRules(changed, touched, reading) };
    stages.push({ from: day, tree: changed, rules, change: index });
  }
  return stages;
}

/** All that holds for a pool: its own sections over those of the whole file. */
export function poolTree({ top, own }: Layers): MapNode {
  if (own === null) return top;
  const shared = poolSections.flatMap((key) => {
    const entry = top.entries.get(key);
    return entry === undefined ? [] : [[key, entry] as const];
  });
  return laidOver({ ...own, entries: new Map(shared) }, own, poolSections);
}

function laidOver(tree: MapNode, over: MapNode, sections: readonly string[]): MapNode {
  return sections.reduce((merged, key) => {
    const entry = over.entries.get(key);
    return entry === undefined ? merged : withEntry(merged, key, mergeEntry(merged.entries.get(key), entry));
  }, tree);
}

/** Reads the sections named; those absent have their defaults, members and cover none (for a group). */
function readRules(tree: MapNode, keys: readonly string[], reading: StageReading): Rules {
  const { schemas, isGroup } = reading;
  const read: ReadSection = (key, schema) => reading.read(key, schema, tree);
  const rules: { -readonly [K in keyof Rules]: Rules[K] } = {};
  const has = (key: string) => keys.includes(key);
  if (has("members")) rules.members = isGroup ? null : read("members", schemas.members);
  if (has("cover")) rules.cover = isGroup ? null : read("cover", schemas.cover);
  if (has("claims")) rules.claims = read("claims", schemas.claims.prefault({}));
  if (has("sharing")) rules.sharing = read("sharing", schemas.sharing.prefault({}));
  if (has("collection")) rules.collection = read("collection", schemas.collection.prefault({}));
  if (has("funding")) rules.funding = read("funding", schemas.funding);
  if (has("ending")) rules.ending = read("ending", schemas.ending.prefault({}));
  return rules;
}

/** The stages, if all of them could be read. */
export function completeStages(drafts: readonly StageDraft[]): Stage[] | undefined {
  const stages = drafts.flatMap((draft) => stageOf(draft) ?? []);
  return stages.length === drafts.length ? stages : undefined;
}

function stageOf({ from, rules }: StageDraft): Stage | undefined {
  const { members, cover, claims, sharing, collection, funding, ending } = rules;
  if (from === undefined || members === undefined || cover === undefined || claims === undefined)
    return undefined;
  if (sharing === undefined || collection === undefined || funding === undefined || ending === undefined)
    return undefined;
  return { from, members, cover, claims, sharing, collection, funding, ending };
}
