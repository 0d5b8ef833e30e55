import { z } from "zod";
import { wholeCount } from "../measures.ts";
import { known } from "./field.ts";

/** The pools of a plan, by name: what each has of its own, laid over the same section at the top of the file. */
export function poolsSchema<Sections extends z.ZodRawShape>(sections: Sections) {
  const copies = known(wholeCount)
    .default(1)
    .describe(
      "How many pools like this there are, each with members and luck of its own; reported together. Default 1.",
    );
  return z
    .record(z.string(), z.strictObject({ copies, ...sections }))
    .describe(
      "The pools of the plan, by name, each sharing its own cost: what is written here is laid over the same section at the top, key by key. Default: one pool.",
    );
}
