import { type Json, numberOrText } from "./distributionDefinition.ts";

const byName = (description: string): Json => ({
  description,
  type: "object",
  additionalProperties: { anyOf: [...numberOrText.anyOf, { $ref: "#/$defs/nothing" }] },
});

const list = (description: string, items: Json): Json => ({ description, type: "array", minItems: 1, items });

const band: Json = {
  type: "object",
  properties: {
    ages: { description: "Ages last birthday, both included: 0-39.", $ref: "#/$defs/ages" },
    weight: { description: "Weight of a member of these ages.", ...numberOrText },
  },
  required: ["ages", "weight"],
  additionalProperties: false,
};

const pair: Json = { type: "array", items: { type: "string" }, minItems: 2, maxItems: 2 };

const matrix: Json = {
  description: "Fixed parts of each other's losses, fair and of least variance.",
  type: "object",
  properties: {
    network: {
      description: "Pairs of rows that share with each other: [[a, b], [b, c]]. Default: all with all.",
      anyOf: [{ type: "array", items: pair }, { $ref: "#/$defs/nothing" }],
    },
  },
  additionalProperties: false,
};

/** The forms of a sharing rule: a word, or a map of one rule. */
export const ruleDefinition: Json = {
  anyOf: [
    { enum: ["equal", "expectedCost", "meanProportional", "conditionalMean", "linear", "matrix"] },
    {
      type: "object",
      properties: {
        age: list("Weights by age; ages in no band have weight 1.", band),
        class: byName("Weights by class, or by row of a group; classes not named have weight 1."),
        tenure: list("Weights by year of membership; the last holds for ever.", numberOrText),
        linear: byName("Each row's part of what the total is above its mean; they sum to 1."),
        matrix,
      },
      additionalProperties: false,
      minProperties: 1,
      maxProperties: 1,
    },
  ],
};
