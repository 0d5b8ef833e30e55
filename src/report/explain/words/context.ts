import type { Subject } from "../../../explain/subject.ts";

/** What the words of one stage of a pool are made from. */
export interface Told {
  readonly subject: Subject;
  /** Two shares of a year at which reactions are told: about what can be expected, and twice as much. */
  readonly shares: readonly [number, number];
}

/** The words of one section. */
export type Words = (told: Told) => string[];
