import type { MapNode } from "./located.ts";
import type { PoolReading } from "./readSection.ts";
import type { Joining } from "./scenario.ts";

/** Nobody joins: a closed group. */
export const noJoining: Joining = { initial: 0, schedule: [], target: [], bass: null, rejoin: 0 };

/** Who joins a pool when; days left open are the calendar's. */
export function readJoining(
  tree: MapNode,
  { schemas, read, calendar }: Pick<PoolReading, "schemas" | "read" | "calendar">,
): Joining | undefined {
  const given = read("joining", schemas.joining.prefault({}), tree);
  if (given === undefined || calendar === undefined) return undefined;
  const schedule = given.schedule.map(({ from, to, perYear }) => ({
    from: from ?? calendar.from,
    to: to ?? calendar.to,
    perYear,
  }));
  return { ...given, schedule };
}
