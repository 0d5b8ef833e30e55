import { isoDate } from "../../scenario/day.ts";
import type { Day, PoolScenario, Scenario, Stage } from "../../scenario/scenario.ts";
import type { Mark } from "../report.ts";

/** Days on which the scenario itself changes something: rules, an announced closing, events; in order of time. */
export function makeMarks({
  pools,
  shocks,
  calendar,
}: Pick<Scenario, "pools" | "shocks" | "calendar">): Mark[] {
  const marks = [
    ...together(pools.flatMap(changesOf), pools.length),
    ...together(pools.flatMap(closingsOf), pools.length),
    ...shocks.events.map(({ from, name }) => ({ day: from, label: name })),
  ];
  return marks
    .filter(({ day }) => day > calendar.from && day <= calendar.to)
    .sort((a, b) => a.day - b.day)
    .map(({ day, label }) => ({ date: isoDate(day), label }));
}

interface PoolMark {
  readonly day: Day;
  readonly label: string;
  readonly pool: string;
}

/** What befalls several pools alike is one mark; it names them unless it befalls all. */
function together(marks: readonly PoolMark[], poolCount: number): { day: Day; label: string }[] {
  const first = marks.filter((mark, i) => marks.findIndex((other) => isSame(mark, other)) === i);
  return first.map((mark) => {
    const same = marks.filter((other) => isSame(mark, other));
    const names = same.map(({ pool }) => pool).join(", ");
    return { day: mark.day, label: same.length === poolCount ? mark.label : `${mark.label} (${names})` };
  });
}

function isSame(a: PoolMark, b: PoolMark): boolean {
  return a.day === b.day && a.label === b.label;
}

function changesOf({ name, stages }: PoolScenario): PoolMark[] {
  return stages.slice(1).flatMap((stage, i) => {
    const label = changeInWords(stages[i], stage);
    return label === null ? [] : [{ day: stage.from, label, pool: name }];
  });
}

/** Of the stage whose rules are in force when closing is announced. */
function closingsOf({ name, stages }: PoolScenario): PoolMark[] {
  return stages.flatMap(({ from, ending: { closing } }, i) => {
    const until = stages[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    if (closing === null || closing.announced < from || closing.announced >= until) return [];
    return [{ day: closing.announced, label: "closing is announced", pool: name }];
  });
}

const parts = [
  { key: "members", word: "joining" },
  { key: "cover", word: "cover" },
  { key: "claims", word: "claims" },
  { key: "sharing", word: "sharing" },
  { key: "collection", word: "collection" },
  { key: "funding", word: "deposits" },
  { key: "ending", word: "ending" },
] as const;

/** "rules of sharing, ending change": what differs from the stage before; null: nothing, it is another pool's change. */
function changeInWords(before: Stage, after: Stage): string | null {
  const changed = parts.filter(({ key }) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return changed.length === 0 ? null : `rules of ${changed.map(({ word }) => word).join(", ")} change`;
}
