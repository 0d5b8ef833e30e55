import { describe, expect, it } from "vitest";
import { isAsk, parseAsk } from "../../src/statistics/ask/parseAsk.ts";
import { type Goal, outcomeOf } from "../../src/statistics/goal.ts";
import { resultsOf } from "./resultsOf.ts";

/** Mean 2, standard error 0.1. */
const sample = resultsOf({ x: Array.from({ length: 101 }, (_, i) => (i === 0 ? 2 : i % 2 === 0 ? 3 : 1)) });

function goal(text: string, most: number, isRelative: boolean): Goal {
  const ask = parseAsk(text, ["x"]);
  if (!isAsk(ask)) throw new Error(text);
  return { ask, most, isRelative };
}

describe("a goal", () => {
  it("is reached when the standard error is small enough, in the figure's unit or as a part of it", () => {
    const { value, se } = outcomeOf(goal("mean(x)", 1, false), sample);
    expect([value, se?.toFixed(3)]).toEqual([2, "0.100"]);
    expect(outcomeOf(goal("mean(x)", 0.101, false), sample).isReached).toBe(true);
    expect(outcomeOf(goal("mean(x)", 0.099, false), sample).isReached).toBe(false);
    expect(outcomeOf(goal("mean(x)", 0.051, true), sample).isReached).toBe(true);
    expect(outcomeOf(goal("mean(x)", 0.049, true), sample).isReached).toBe(false);
  });

  it("tells how many replications it will take, as errors shrink with their root", () => {
    const { se, needed } = outcomeOf(goal("mean(x)", 0.01, false), sample);
    expect(needed).toBe(Math.ceil(101 * ((se ?? 0) / 0.01) ** 2));
    expect(outcomeOf(goal("mean(x)", 1, false), sample).needed).toBe(101);
  });

  it("is never reached by what has no answer, or by a part of nothing", () => {
    const none = outcomeOf(goal("mean(x | x > 5)", 1, false), sample);
    expect([none.value, none.isReached, none.needed]).toEqual([null, false, Number.POSITIVE_INFINITY]);
    const never = outcomeOf(goal("P(x > 5)", 0.1, true), sample);
    expect([never.value, never.isReached, never.needed]).toEqual([0, false, Number.POSITIVE_INFINITY]);
    expect(outcomeOf(goal("P(x > 5)", 0.1, false), sample).isReached).toBe(true);
  });
});
