import type { Reaction } from "../../src/scenario/reaction.ts";
import type { Quantity, Stage } from "../../src/scenario/scenario.ts";
import type { Pool } from "./world.ts";

/** How the members of a class, or of a group's row, behave. */
export interface Behaviour {
  readonly relativeRisk: Quantity;
  readonly lapse: Quantity;
  readonly reaction: Reaction<Quantity>;
  readonly joins: Reaction<Quantity>;
  readonly topUp: Quantity | null;
}

/** The classes of a pool by name; the rows of its table, where it is a closed group. */
export function classesOf({ members }: Stage, { rules }: Pool): Record<string, Behaviour> {
  const ofRow = { relativeRisk: 1, joins: { kind: "none" }, topUp: null } as const;
  if (rules.group !== null)
    return Object.fromEntries(rules.group.map((row) => [row.className, { ...ofRow, ...row }]));
  return Object.fromEntries((members?.classes ?? []).map((of) => [of.name, of]));
}
