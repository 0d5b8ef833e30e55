import type { Steps } from "./located.ts";

/** A mistake before its place is known: `steps` lead from what was read to where it is. */
export interface Problem {
  readonly steps: Steps;
  /** In words; where it is left out, what stands there is quoted. */
  readonly found?: string;
  readonly allowed: string;
  readonly nearest?: string;
  /** Is the key itself wrong, not its value? */
  readonly isAboutKey?: boolean;
  /** Is something missing that may stand in a file which this one extends? */
  readonly isAbsence?: boolean;
}

/** What reading a piece gives: its value, or all that is wrong with it. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: Problem[] };

export function good<T>(value: T): Read<T> {
  return { ok: true, value };
}

export function bad(
  allowed: string,
  more: { steps?: Steps; found?: string; nearest?: string } = {},
): Read<never> {
  return { ok: false, problems: [{ steps: [], ...more, allowed }] };
}

/** The same problems, seen from one level further out. */
export function within<T>(step: string | number, read: Read<T>): Read<T> {
  if (read.ok) return read;
  return { ok: false, problems: read.problems.map((one) => ({ ...one, steps: [step, ...one.steps] })) };
}

/** All of them, or the problems of all that are wrong. */
export function all<T extends readonly unknown[]>(reads: { [K in keyof T]: Read<T[K]> }): Read<T>;
export function all(reads: readonly Read<unknown>[]): Read<readonly unknown[]> {
  if (reads.every((read) => read.ok)) return good(reads.map(({ value }) => value));
  return { ok: false, problems: reads.flatMap((read) => (read.ok ? [] : read.problems)) };
}

export function map<A, B>(read: Read<A>, change: (value: A) => Read<B>): Read<B> {
  return read.ok ? change(read.value) : read;
}
