import type { Cover, GroupRow, Members, Scenario, Stage } from "../scenario/scenario.ts";

/**
 * The scenario with classes, illnesses, rows of a group, age bands, schedules and events in an order of their own, by
 * name, age or day: the order in which a file lists them then changes no result, not even by rounding. Only the
 * uncertain numbers of a list follow its order, as they are drawn by their place: `group[1].benefit`.
 */
export function inCanonicalOrder(scenario: Scenario): Scenario {
  const { group, joining, shocks } = scenario;
  return {
    ...scenario,
    group: group && sorted<GroupRow>(group, ({ className }) => className),
    joining: { ...joining, schedule: sorted(joining.schedule, ({ from, to }) => `${from} ${to}`) },
    shocks: { ...shocks, events: sorted(shocks.events, ({ name }) => name) },
    stages: scenario.stages.map(stageInOrder),
  };
}

function stageInOrder(stage: Stage): Stage {
  return {
    ...stage,
    members: stage.members && membersInOrder(stage.members),
    cover: stage.cover && coverInOrder(stage.cover),
  };
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
