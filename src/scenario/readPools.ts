import { checkPlan } from "./checks/checkPlan.ts";
import type { PlanDraft, PoolDraft } from "./drafts.ts";
import { entryNode, isNothing, type Located, type MapNode } from "./located.ts";
import { type DatedChange, readChanges } from "./readChanges.ts";
import { type Group, readGroup } from "./readGroup.ts";
import { noJoining, readJoining } from "./readJoining.ts";
import type { PoolReading, Tell } from "./readSection.ts";
import { completeStages, type Layers, poolSections, poolTree, readStages } from "./readStages.ts";
import type { PoolScenario } from "./scenario.ts";
import { unknownName } from "./schema/unknownRemovals.ts";
import { unknownKey } from "./unknownKey.ts";

/** The pools of a plan, each with its stages; undefined if any of it is wrong. A plan without `pools` is one without a name. */
export function readPools(root: MapNode, reading: PoolReading): PoolScenario[] | undefined {
  const { read, tell, calendar, engine } = reading;
  const group = readGroup(root, reading);
  const owns = group === null ? readOwns(root, tell) : null;
  const names = namesIn(entryNode(root, "pools"));
  const changes = readChanges(root, { read, tell, calendar, isGroup: group !== null, pools: names });
  const layers: ReadonlyMap<string, MapNode | null> = owns ?? new Map([["", null]]);
  const pools = [...layers].map(([name, own]) =>
    readPool(name, { top: root, own }, group !== null, changes, reading),
  );
  const { rows, dependence, isByMoments } = group ?? noGroup;
  const draft: PlanDraft = { calendar, engine, group: rows, isByMoments, dependence, names, pools };
  checkPlan(draft, root, tell);
  return owns?.size === 0 ? undefined : completePools(draft);
}

const noGroup: Group = { rows: null, dependence: null, isByMoments: false };

function namesIn(pools: Located | undefined): string[] {
  if (pools?.kind !== "map") return [];
  return [...pools.entries].filter(([, { node }]) => !isNothing(node)).map(([name]) => name);
}

/** What each pool has of its own, by name; null where there are no `pools`. */
function readOwns(root: MapNode, tell: Tell): Map<string, MapNode> | null {
  const node = entryNode(root, "pools");
  if (node === undefined) return null;
  const owns = new Map<string, MapNode>();
  const told = (steps: readonly string[], allowed: string, found?: string) =>
    tell({ steps: ["pools", ...steps], allowed, ...(found === undefined ? {} : { found }) }, root);
  if (node.kind !== "map") {
    told([], `a map of pools by name, each with any of ${poolKeys.join(", ")}`);
    return owns;
  }
  const names = namesIn(node);
  for (const [name, { node: own, keyPlace, isReplacing }] of node.entries) {
    if (isNothing(own)) {
      if (isReplacing !== true) tell(unknownName(name, names, ["pools"]), root);
    } else if (own.kind !== "map") told([name], `a map with any of ${poolKeys.join(", ")}`);
    else {
      if (name === "") told([name], "a name", "no name");
      for (const key of own.entries.keys())
        if (!poolKeys.includes(key)) tell(unknownKey(key, poolKeys, ["pools", name]), root);
      // What a pool lacks is missing where its name stands.
      owns.set(name, { ...own, place: keyPlace });
    }
  }
  if (names.length === 0) tell({ steps: ["pools"], ...noPool }, root);
  return owns;
}

const noPool = { found: "no pool", allowed: "at least one pool, or no `pools`", isAbsence: true };

const poolKeys: readonly string[] = ["copies", ...poolSections];

function readPool(
  name: string,
  layers: Layers,
  isGroup: boolean,
  changes: readonly DatedChange[],
  reading: PoolReading,
): PoolDraft {
  const { schemas, read, calendar } = reading;
  const copies = layers.own === null ? 1 : read("copies", schemas.pools.valueType.shape.copies, layers.own);
  const joining = isGroup ? noJoining : readJoining(poolTree(layers), reading);
  const stages = readStages(name, layers, { schemas, read, isGroup, from: calendar?.from, changes });
  return { name, copies, joining, stages };
}

function completePools({ group, dependence, pools }: PlanDraft): PoolScenario[] | undefined {
  if (group === undefined) return undefined;
  const complete = pools.flatMap(({ name, copies, joining, stages }): PoolScenario[] => {
    const all = completeStages(stages);
    if (copies === undefined || joining === undefined || all === undefined) return [];
    return [{ name, copies, joining, group, dependence, stages: all }];
  });
  return complete.length === pools.length ? complete : undefined;
}
