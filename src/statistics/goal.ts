import { type Answered, answer } from "./ask/answer.ts";
import type { Ask } from "./ask/ask.ts";
import type { Sample } from "./results.ts";

/** How sure a figure shall be before a run stops. */
export interface Goal {
  readonly ask: Ask;
  /** The largest standard error, in the figure's unit or, where it is relative, as a part of the figure. */
  readonly most: number;
  readonly isRelative: boolean;
}

/** A goal, and how sure the figure was when the run stopped. */
export interface GoalOutcome extends Answered {
  readonly most: number;
  readonly isRelative: boolean;
  readonly isReached: boolean;
  /** Replications that it will take, as errors shrink with their root; infinite where that cannot be said. */
  readonly needed: number;
}

/** How sure a goal's figure is by now. What has no finite answer is never sure. */
export function outcomeOf({ ask, most, isRelative }: Goal, sample: Sample): GoalOutcome {
  const answered = answer(ask, sample);
  const { value, se } = answered;
  const limit = isRelative && value !== null ? most * Math.abs(value) : most;
  const isReached = value !== null && se !== null && se <= limit;
  const needed =
    se === null || limit === 0 ? Number.POSITIVE_INFINITY : sample.replications * (se / limit) ** 2;
  return {
    ...answered,
    most,
    isRelative,
    isReached,
    needed: isReached ? sample.replications : Math.ceil(needed),
  };
}
