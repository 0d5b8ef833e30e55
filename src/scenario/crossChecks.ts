import { isoDate } from "./day.ts";
import { oldestAge } from "./measures.ts";
import type { Problem } from "./problem.ts";
import { reachOf } from "./reachOf.ts";
import type {
  Calendar,
  Cover,
  Day,
  Ending,
  Illness,
  Joining,
  Members,
  Quantity,
  RateTable,
} from "./scenario.ts";
import { lastAge, tablesIn } from "./schema/timesTable.ts";

/** What is wrong between the calendar and the rest. */
export function checkWaiting(cover: Cover, calendar: Calendar): Problem[] {
  const days = calendar.to - calendar.from + 1;
  const tooLong = (waiting: Quantity | null) => waiting !== null && least(waiting) > days;
  const allowed = `a waiting period no longer than the calendar's ${days} days`;
  const own = cover.illnesses.filter((illness) => tooLong(illness.waitingDays));
  const problems: Problem[] = own.map(({ name }) => ({
    steps: ["cover", "illnesses", name, "waiting"],
    allowed,
  }));
  return tooLong(cover.waitingDays) ? [{ steps: ["cover", "waiting"], allowed }, ...problems] : problems;
}

function least(quantity: Quantity): number {
  return typeof quantity === "number" ? quantity : reachOf(quantity.distribution)[0];
}

/** Tables that do not have all the ages a member can have. */
export function checkAges(members: Members, cover: Cover): Problem[] {
  const from = Math.floor(members.joinFrom);
  const to = Math.min(oldestAge, Math.max(from, Math.ceil(members.leaveAt) - 1));
  const short = (table: RateTable) => table.fromAge > from || lastAge(table) < to;
  const problem = (steps: Problem["steps"], table: RateTable): Problem => ({
    steps,
    found: `a table for ages ${table.fromAge}-${lastAge(table)}`,
    allowed: `all ages a member can have, ${from}-${to}`,
  });
  const problems = cover.illnesses.flatMap((illness) => illnessTables(illness, short, problem));
  if (cover.mortality !== null && short(cover.mortality))
    problems.push(problem(["cover", "mortality"], cover.mortality));
  return problems;
}

function illnessTables(
  illness: Illness,
  short: (table: RateTable) => boolean,
  problem: (steps: Problem["steps"], table: RateTable) => Problem,
): Problem[] {
  const keys = ["incidence", "times"];
  return tablesIn(illness.incidence).flatMap((table, index) =>
    short(table) ? [problem(["cover", "illnesses", illness.name, keys[index]], table)] : [],
  );
}

/** Classes that a change adds or leaves out: members stay in their class, so the classes of all stages are the same. */
export function checkClasses(
  before: Members | null | undefined,
  after: Members | null | undefined,
  change: number,
): Problem[] {
  if (!before || !after || before === after) return [];
  const names = before.classes.map(({ name }) => name);
  const now = after.classes.map(({ name }) => name);
  const steps = ["changes", change, "members", "classes"];
  const allowed = `the classes there are from the start, ${names.join(", ")}`;
  const added = now.filter((name) => !names.includes(name));
  if (added.length > 0)
    return added.map((name) => ({ steps: [...steps, name], found: "a new class", allowed }));
  const gone = names.filter((name) => !now.includes(name));
  return gone.map((name) => ({ steps: [...steps, name], found: "no such class any more", allowed }));
}

/** A closing that a change decides on for a day before its own: it would come too late for its plan ever to close. */
export function checkClosing(
  before: Ending | undefined,
  after: Ending | undefined,
  from: Day,
  change: number,
): Problem[] {
  const on = after?.closing?.on;
  if (on === undefined || on === before?.closing?.on || on >= from) return [];
  const allowed = `a day from ${isoDate(from)} on, when the change takes effect`;
  return [{ steps: ["changes", change, "ending", "closing", "on"], allowed }];
}

/** A plan that nobody can enter. */
export function checkEntry(joining: Joining): Problem[] {
  const { initial, schedule, target, bass } = joining;
  const isOpen =
    initial !== 0 || target.length > 0 || bass !== null || schedule.some(({ perYear }) => perYear !== 0);
  if (isOpen) return [];
  return [
    {
      steps: ["joining"],
      found: "a plan nobody can enter",
      isAbsence: true,
      allowed: "joining by initial, schedule, target or bass; or a group",
    },
  ];
}

/** Joining days that contradict each other once the calendar has filled in those left open. */
export function checkSchedule(joining: Joining, calendar: Calendar): Problem[] {
  const span = `days in order and in the calendar, ${isoDate(calendar.from)} to ${isoDate(calendar.to)}`;
  return joining.schedule.flatMap(({ from, to }, index) =>
    from <= to && to >= calendar.from && from <= calendar.to
      ? []
      : [
          {
            steps: ["joining", "schedule", index],
            found: `${isoDate(from)} to ${isoDate(to)}`,
            allowed: span,
          },
        ],
  );
}
