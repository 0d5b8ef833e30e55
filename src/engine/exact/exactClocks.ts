import type { State } from "../state.ts";
import { type Clock, newClock, turnTo } from "./clock.ts";

/** What is drawn in a period, each from a stream of its own, so that drawing more of one leaves the others as they were. */
const kinds = [
  "debits",
  "lapses",
  "joiners",
  "claims",
  "tiers",
  "delays",
  "deaths",
  "ageOuts",
  "waiting illness",
  "moves",
  "put off",
  "initial members",
] as const;

export type ExactClocks = Readonly<Record<(typeof kinds)[number], Clock>>;

export function newExactClocks({ lanes, luck }: State): ExactClocks {
  const clocks = kinds.map((kind) => [kind, newClock(lanes.claimsKey, luck.cells(kind))]);
  return Object.fromEntries(clocks);
}

/** Turns all of them to a lane and period. */
export function turnAllTo(clocks: ExactClocks, { lanes }: State, lane: number, t: number): void {
  for (const kind of kinds) turnTo(clocks[kind], lanes.first + lane, t);
}
