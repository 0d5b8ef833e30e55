import type {
  Cover,
  GroupRow,
  Members,
  PoolScenario,
  Scenario,
  SharingRule,
  Stage,
} from "../scenario/scenario.ts";

/**
 * The scenario with pools, classes, illnesses, rows of a group, age bands, schedules and events in an order of their own, by
 * name, age or day: the order in which a file lists them then changes no result, not even by rounding. Only the
 * uncertain numbers of a list follow its order, as they are drawn by their place: `group[1].benefit`. A pool comes after
 * those from which members move into it.
 */
export function inCanonicalOrder(scenario: Scenario): Scenario {
  const { shocks } = scenario;
  return {
    ...scenario,
    shocks: { ...shocks, events: sorted(shocks.events, ({ name }) => name) },
    pools: inOrderOfMoves(sorted(scenario.pools, ({ name }) => name)).map(poolInOrder),
  };
}

/** The first pool that nobody moves to, then the first to which only members of pools before it move, and so on. */
function inOrderOfMoves(pools: readonly PoolScenario[]): PoolScenario[] {
  const ordered: PoolScenario[] = [];
  const left = [...pools];
  while (left.length > 0) {
    const next = left.findIndex(({ name }) => !left.some((other) => movesTo(other, name)));
    // The scenario's checks refuse moves in a circle.
    ordered.push(...left.splice(Math.max(0, next), 1));
  }
  return ordered;
}

function movesTo({ stages }: PoolScenario, pool: string): boolean {
  return stages.some(
    ({ members, ending }) => members?.movesTo?.pool === pool || ending.membersMoveTo === pool,
  );
}

function poolInOrder(pool: PoolScenario): PoolScenario {
  const { group, dependence, joining } = pool;
  const order = group && sorted<GroupRow>(group, ({ className }) => className);
  const rank = order?.map((row) => group?.indexOf(row) ?? 0);
  return {
    ...pool,
    group: order,
    dependence: dependence && (rank ?? []).map((i) => (rank ?? []).map((j) => dependence[i][j])),
    joining: { ...joining, schedule: sorted(joining.schedule, ({ from, to }) => `${from} ${to}`) },
    stages: pool.stages.map(stageInOrder),
  };
}

function stageInOrder(stage: Stage): Stage {
  return {
    ...stage,
    members: stage.members && membersInOrder(stage.members),
    cover: stage.cover && coverInOrder(stage.cover),
    sharing: { ...stage.sharing, rule: ruleInOrder(stage.sharing.rule) },
  };
}

function ruleInOrder(rule: SharingRule): SharingRule {
  if (rule.kind === "age") return { ...rule, bands: sorted(rule.bands, ({ ages }) => ages.from) };
  if (rule.kind !== "matrix" || rule.network === null) return rule;
  return { ...rule, network: sorted(rule.network.map(pairInOrder), (pair) => pair.join("\n")) };
}

function pairInOrder([a, b]: readonly [string, string]): readonly [string, string] {
  return a < b ? [a, b] : [b, a];
}

function membersInOrder(members: Members): Members {
  return {
    ...members,
    mix: sorted(members.mix, ({ ages }) => ages.from),
    classes: sorted(members.classes, ({ name }) => name),
  };
}

function coverInOrder(cover: Cover): Cover {
  const illnesses = cover.illnesses.map((illness) => ({
    ...illness,
    benefits: sorted(illness.benefits, ({ ages }) => ages.from),
  }));
  return { ...cover, illnesses: sorted(illnesses, ({ name }) => name) };
}

/** What has the same key, such as two schedules of the same days, goes by all that is said of it. */
function sorted<T>(list: readonly T[], key: (item: T) => string | number): T[] {
  return [...list].sort((a, b) => compared(key(a), key(b)) || compared(JSON.stringify(a), JSON.stringify(b)));
}

/** By code units, not by the words of a language: the same on every machine. */
function compared<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
