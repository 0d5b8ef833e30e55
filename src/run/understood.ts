import type { Mistake } from "../scenario/mistake.ts";

/** What some texts say, in order, as far as they could be understood, and all that is wrong with the others. */
export interface Understood<Thing> {
  readonly understood: readonly Thing[];
  readonly mistakes: readonly Mistake[];
}
