import { z } from "zod";
import { dayOf } from "../day.ts";
import type { Steps } from "../located.ts";
import { bad, good, type Problem, type Read } from "../problem.ts";
import { readInside } from "../readDistribution.ts";
import { readAmount, readQuantity } from "../readQuantity.ts";
import type { Amount, Day, Quantity } from "../scenario.ts";
import type { Measure } from "../units.ts";

/** A part of the schema that gives a T; what it accepts is described by its JSON Schema. */
export type Field<T> = z.ZodType<T, unknown>;

/** Definitions of the JSON Schema that fields refer to; see `definitions.ts`. */
export type Definition =
  | "quantity"
  | "number"
  | "amount"
  | "duration"
  | "uncertainDuration"
  | "age"
  | "ages"
  | "date"
  | "rates"
  | "sharingRule"
  | "interval";

type Reader = (raw: unknown) => Read<unknown>;

const readers = new WeakMap<object, Reader>();

/** The reader of a field, by the innermost layer of its schema; undefined where that is no field. */
export function readerOf(layer: object): Reader | undefined {
  return readers.get(layer);
}

/** A field from a reader: the reader's problems become the issues of the schema. */
export function field<T>(reader: (raw: unknown) => Read<T>, definition: Definition): Field<T> {
  const anything = z.unknown();
  readers.set(anything._zod, reader);
  return anything
    .transform((raw, context): T => {
      const read = reader(raw);
      if (read.ok) return read.value;
      for (const problem of read.problems) context.issues.push(issueOf(problem, raw));
      return z.NEVER;
    })
    .meta({ $ref: `#/$defs/${definition}` });
}

/** A problem as an issue of zod's, with everything its message needs. */
export function issueOf(problem: Problem, input: unknown): z.core.$ZodRawIssue {
  return { code: "custom", input, path: [...problem.steps], message: problem.allowed, params: { problem } };
}

/** What a check of several fields at once sees: the value, and where to put its issues. */
export type CheckContext = Pick<z.core.ParsePayload<unknown>, "value" | "issues">;

/** An unknown key here, or right within, may be the very one that is missing, misspelt: then nothing more is said. */
function hasUnknownKey({ issues }: CheckContext): boolean {
  return issues.some((issue) => issue.code === "unrecognized_keys" && (issue.path ?? []).length <= 1);
}

/** Adds a problem found by a check of several fields. */
export function complain(
  context: CheckContext,
  steps: Steps,
  found: string | undefined,
  allowed: string,
): void {
  addProblem(context, { steps, allowed, ...(found === undefined ? {} : { found }) });
}

/** Adds the problem that something is missing, which may stand in a file that this one extends. */
export function complainOfAbsence(context: CheckContext, steps: Steps, found: string, allowed: string): void {
  addProblem(context, { steps, allowed, found, isAbsence: true });
}

function addProblem(context: CheckContext, problem: Problem): void {
  if (!hasUnknownKey(context)) context.issues.push(issueOf(problem, context.value));
}

/** A number, or a distribution drawn once per replication. */
export function quantity(measure: Measure): Field<Quantity> {
  const definition = measure.units === "duration" ? "uncertainDuration" : "quantity";
  return field((raw) => readQuantity(raw, measure), definition);
}

/** A number that is known. */
export function known(measure: Measure): Field<number> {
  const definition = measure.units === "duration" || measure.units === "age" ? measure.units : "number";
  return field((raw) => readInside(raw, measure), definition);
}

/** Money, known, uncertain, drawn for every claim, or paid against its bills. */
export function benefitAmount(measure: Measure): Field<Amount> {
  return field((raw) => readAmount(raw, measure), "amount");
}

const lastDay = 2_932_896;

/** A date YYYY-MM-DD, up to the year 9999. */
export function date(): Field<Day> {
  return field((raw) => {
    const day = typeof raw === "string" ? dayOf(raw.trim()) : null;
    return day === null || day > lastDay
      ? bad("a date that exists, as YYYY-MM-DD, such as 2019-01-28")
      : good(day);
  }, "date");
}

/** Text that is not empty. */
export function text(): z.ZodType<string> {
  return z.string().min(1);
}

/** One of a few words. */
export function word<const T extends readonly [string, ...string[]]>(...words: T): z.ZodType<T[number]> {
  return z.enum(words);
}

export function yes(): z.ZodType<boolean> {
  return z.boolean();
}

/** Problems where not exactly one of these keys is there. */
export function exactlyOne(context: CheckContext, ...keys: string[]): void {
  const given = Object.keys(context.value ?? {}).filter((key) => keys.includes(key));
  if (given.length === 1) return;
  const allowed = `exactly one of ${keys.join(", ")}`;
  if (given.length === 0) complainOfAbsence(context, [], "none of these", allowed);
  else complain(context, [given[1]], given.join(" and "), allowed);
}
