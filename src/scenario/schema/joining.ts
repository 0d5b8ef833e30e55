import { z } from "zod";
import { isoDate } from "../day.ts";
import { count, factor, probabilityPerYear } from "../measures.ts";
import { complain, date, known, quantity } from "./field.ts";

const scheduleSchema = z.array(
  z
    .strictObject({
      from: date().optional().describe("First day. Default: the calendar's."),
      to: date().optional().describe("Last day, included. Default: the calendar's."),
      perYear: quantity(count).describe("Joiners per year while this holds, such as 1 million."),
    })
    .check((context) => {
      const { from, to } = context.value;
      if (from === undefined || to === undefined || from <= to) return;
      complain(context, ["to"], undefined, `a day from ${isoDate(from)} on`);
    }),
);

const targetSchema = z
  .array(
    z.strictObject({
      date: date().describe("A day on which membership is known."),
      members: known(count).describe("Members to be reached on it."),
    }),
  )
  .check((context) => {
    context.value.forEach((point, index, points) => {
      if (index === 0 || points[index - 1].date < point.date) return;
      complain(
        context,
        [index, "date"],
        undefined,
        `a day after ${isoDate(points[index - 1].date)}, the one before`,
      );
    });
  })
  .transform((points) => points.map((point) => ({ day: point.date, members: point.members })));

/** Who joins when: all that is given adds up. Days left open are the calendar's, filled in by `completeJoining`. */
export const joiningSchema = z
  .strictObject({
    initial: quantity(count)
      .default(0)
      .describe("Members on the first day, past their waiting period. Default 0."),
    schedule: scheduleSchema.default([]).describe("Joiners per year between days."),
    target: targetSchema
      .default([])
      .meta({ orCsv: true })
      .describe(
        "Membership to be reached, [{ date, members }] or { file: x.csv }; joiners fill what is missing.",
      ),
    bass: z
      .strictObject({
        potential: quantity(count).describe("People who may ever join."),
        innovation: quantity(factor).describe(
          "Part of those outside who join per year of their own accord: 0.03.",
        ),
        imitation: quantity(factor).describe("The same because others have joined: 0.4."),
      })
      .nullable()
      .default(null)
      .describe(
        "Diffusion after Bass (1969): joiners = (innovation + imitation x joined / potential) x outside.",
      ),
    rejoin: quantity(probabilityPerYear)
      .default(0)
      .describe(
        "Probability per year that a former member (who lapsed, or whose payment failed) joins again, waiting anew. Default 0.",
      ),
  })
  .describe("Who joins when: all that is given adds up, then the target fills what is missing.");
