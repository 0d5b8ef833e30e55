import { z } from "zod";
import { age, factor, oldestAge, portion, wholeAge } from "../measures.ts";
import { all, bad, good, map, within } from "../problem.ts";
import { overlap, readAges, strangeEnds } from "../readAges.ts";
import { isMap, readInside } from "../readDistribution.ts";
import type { AgeBand, AgeRange, MemberClass, Members, Quantity } from "../scenario.ts";
import { baseLapse } from "./baseLapse.ts";
import {
  type CheckContext,
  complain,
  complainOfAbsence,
  type Field,
  field,
  known,
  quantity,
  text,
} from "./field.ts";
import { joinsSchema } from "./joins.ts";
import { reactionSchema } from "./reaction.ts";
import { sumToOne } from "./sumToOne.ts";

/** Ages last birthday, both ends included. */
export function ageBand(): Field<AgeRange> {
  return field(readAges, "ages");
}

/** Who may join: from an exact age on, up to an age last birthday. */
function joinAges(): Field<AgeRange> {
  return field((raw) => {
    if (!isMap(raw)) return readAges(raw);
    const strange = strangeEnds(raw);
    if (strange.length > 0) return { ok: false, problems: strange };
    const ends = all<[number, number]>([
      within("from", readInside(raw.from ?? 0, age)),
      within("to", readInside(raw.to, wholeAge)),
    ]);
    return map(ends, ([from, to]) =>
      from < to + 1
        ? good({ from, to })
        : bad("ages from the younger to the older", { found: `${from} to ${to}` }),
    );
  }, "ages");
}

const mixSchema = z
  .array(
    z.strictObject({
      ages: ageBand().describe("Ages last birthday, both included: 0-9."),
      portion: quantity(portion).describe("Part of the joiners that are of these ages."),
      male: quantity(portion).default(0.5).describe("Part of them that is male. Default 50 %."),
    }),
  )
  .min(1)
  .check((context) => {
    const pair = overlap(context.value.map(({ ages }) => ages));
    if (pair !== null)
      complain(context, [pair[1], "ages"], undefined, "bands that share no age with another");
    sumToOne(
      context,
      context.value.map((band) => band.portion),
    );
  });

function classSchema(currency: string) {
  return z.strictObject({
    portion: quantity(portion)
      .optional()
      .describe("Part of the joiners that belongs to this class. Default: all, if it is the only class."),
    relativeRisk: quantity(factor).default(1).describe("Multiplies the incidence of this class. Default 1."),
    lapse: baseLapse(),
    reaction: reactionSchema(currency),
    joins: joinsSchema(currency),
    topUp: quantity(portion)
      .nullable()
      .default(null)
      .describe("Part of this class that tops up a deposit that ran low. Default: as `funding` says."),
  });
}

/** Every class needs its portion, unless it is alone: then all belong to it. */
function checkPortions(
  context: CheckContext,
  classes: readonly (readonly [string, { readonly portion?: Quantity | undefined }])[],
): void {
  if (classes.length === 0) complainOfAbsence(context, [], "no class", "at least one class");
  const open = classes.filter(([, one]) => one.portion === undefined);
  const given = classes.flatMap(([, one]) => one.portion ?? []);
  if (open.length === 0 && given.length > 0) sumToOne(context, given);
  if (classes.length < 2) return;
  for (const [name] of open) complainOfAbsence(context, [name, "portion"], "nothing", portion.allowed);
}

const theOnlyClass: MemberClass = {
  name: "all",
  portion: 1,
  relativeRisk: 1,
  lapse: 0,
  reaction: { kind: "none" },
  joins: { kind: "none" },
  topUp: null,
};

function classesSchema(currency: string) {
  return z
    .record(z.string(), classSchema(currency))
    .check((context) => checkPortions(context, Object.entries(context.value)))
    .transform((classes): MemberClass[] =>
      Object.entries(classes).map(([name, one]) => ({ ...one, name, portion: one.portion ?? 1 })),
    )
    .default([theOnlyClass]);
}

const movesSchema = z
  .strictObject({
    pool: text().describe("The pool they move into, with the same classes."),
    portion: quantity(portion)
      .default(1)
      .describe("Part of them that moves; the others leave. Default 100 %."),
  })
  .nullable()
  .default(null);

/** Who may join, who does, and how they behave. */
export function membersSchema(currency: string) {
  return z
    .strictObject({
      ages: joinAges().describe(
        "Who may join: { from: 30 days, to: 59 }, `to` being the age last birthday; or 0-59.",
      ),
      leaveAt: known(age)
        .optional()
        .describe(
          "Who turns this age leaves, or moves by `movesTo`. Default: the year after the last join age.",
        ),
      movesTo: movesSchema.describe(
        "Who turns `leaveAt` moves into another pool, { pool: NAME, portion: 90 % }, without waiting anew. Default: they leave.",
      ),
      mix: mixSchema
        .optional()
        .describe("Ages of joiners; portions sum to 1. Default: evenly over the ages that may join."),
      classes: classesSchema(currency).describe(
        "Members that behave alike, by name; portions sum to 1. Default: one class, `all`.",
      ),
    })
    .check((context) => {
      const { ages, leaveAt, mix } = context.value;
      const most = Math.min(ages.to + 1, oldestAge);
      if (leaveAt !== undefined && leaveAt < ages.to) {
        complain(
          context,
          ["leaveAt"],
          undefined,
          `an age of at least ${most - 1}, the last at which members join`,
        );
      }
      (mix ?? []).forEach((band, index) => {
        if (band.ages.from >= Math.floor(ages.from) && band.ages.to <= ages.to) return;
        complain(
          context,
          ["mix", index, "ages"],
          undefined,
          `ages among those that may join, ${words(ages)}`,
        );
      });
    })
    .transform(({ ages, leaveAt, mix, ...others }): Members => {
      const leave = leaveAt ?? ages.to + 1;
      return { joinFrom: ages.from, joinTo: ages.to, leaveAt: leave, mix: mix ?? evenly(ages), ...others };
    })
    .describe("Who may join, who does, and how they behave.");
}

function words(ages: AgeRange): string {
  return `${Math.floor(ages.from)}-${ages.to}`;
}

function evenly(ages: AgeRange): AgeBand[] {
  return [{ ages: { from: Math.floor(ages.from), to: ages.to }, portion: 1, male: 0.5 }];
}
