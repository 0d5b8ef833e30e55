import type { PublishedNumber } from "../../scenario/scenario.ts";
import { answer } from "../ask/answer.ts";
import type { Sample } from "../results.ts";
import { mostErrors, type NumberComparison, type NumberQuestion, type Verdict } from "./published.ts";

/**
 * A published number beside ours. What rounding may have done to it is taken off first: the true value lies within half a unit
 * of the last digit published, so that much of a difference says nothing. Without noise nothing else may be left of it.
 *
 * @example 9.34 +- 0.006 beside 9.33, rounded to 0.01: (0.01 - 0.005) / 0.006 = 0.83 standard errors.
 */
export function compareNumber({ entry, ask }: NumberQuestion, sample: Sample): NumberComparison {
  const { quantity, source, value: published, rounded, standardError: publishedError } = entry;
  const { value: ours, se } = answer(ask, sample);
  const known = {
    kind: "number",
    quantity,
    ask: ask.text,
    source,
    published,
    rounded,
    publishedError,
    ours,
    se,
  } as const;
  if (ours === null || se === null) return { ...known, difference: null, verdict: "no answer" };
  const difference = errorsApart(ours - published, Math.hypot(se, publishedError), explainedOf(ours, entry));
  return {
    ...known,
    difference: Number.isFinite(difference) ? difference : null,
    verdict: verdictOf(difference),
  };
}

/** Sums of floating-point numbers differ by about this much of their size. */
const precision = 1e-9;

/** How much of a difference says nothing. */
function explainedOf(ours: number, { value, rounded }: PublishedNumber): number {
  return rounded / 2 + precision * Math.max(Math.abs(ours), Math.abs(value));
}

function errorsApart(gap: number, error: number, explained: number): number {
  const rest = Math.abs(gap) - explained;
  return rest <= 0 ? 0 : (Math.sign(gap) * rest) / error;
}

const verdictOf = (difference: number): Verdict =>
  Math.abs(difference) <= mostErrors ? "agrees" : "differs";
