import { isoDate } from "../../scenario/day.ts";
import type { Day, Scenario, Stage } from "../../scenario/scenario.ts";
import type { Mark } from "../report.ts";

/** Days on which the scenario itself changes something: rules, an announced closing, events; in order of time. */
export function makeMarks({
  stages,
  shocks,
  calendar,
}: Pick<Scenario, "stages" | "shocks" | "calendar">): Mark[] {
  const marks = [
    ...stages.slice(1).map((stage, i) => ({ day: stage.from, label: changeInWords(stages[i], stage) })),
    ...stages.flatMap((stage, i) => closingMarks(stage, stages[i + 1]?.from ?? Number.POSITIVE_INFINITY)),
    ...shocks.events.map(({ from, name }) => ({ day: from, label: name })),
  ];
  return marks
    .filter(({ day }) => day > calendar.from && day <= calendar.to)
    .sort((a, b) => a.day - b.day)
    .map(({ day, label }) => ({ date: isoDate(day), label }));
}

/** Of the stage whose rules are in force when closing is announced. */
function closingMarks({ from, ending: { closing } }: Stage, until: Day): { day: Day; label: string }[] {
  if (closing === null || closing.announced < from || closing.announced >= until) return [];
  return [{ day: closing.announced, label: "closing is announced" }];
}

const parts = [
  { key: "members", word: "joining" },
  { key: "cover", word: "cover" },
  { key: "claims", word: "claims" },
  { key: "sharing", word: "sharing" },
  { key: "collection", word: "collection" },
  { key: "ending", word: "ending" },
] as const;

/** "rules of sharing, ending change": what differs from the stage before. */
function changeInWords(before: Stage, after: Stage): string {
  const changed = parts.filter(({ key }) => JSON.stringify(before[key]) !== JSON.stringify(after[key]));
  return changed.length === 0
    ? "rules change"
    : `rules of ${changed.map(({ word }) => word).join(", ")} change`;
}
