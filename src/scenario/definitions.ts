import { distribution, type Json, numberOrText } from "./distributionDefinition.ts";
import { ruleDefinition } from "./ruleDefinition.ts";

export type { Json };

const age = { anyOf: [{ type: "number", minimum: 0 }, { type: "string" }] };
const duration = {
  anyOf: [{ const: 0 }, { type: "string", pattern: "^(none|[0-9.]+ *(day|week|month|year)s?)$" }],
};
const ages = {
  anyOf: [
    { type: "integer", minimum: 0 },
    { type: "string", pattern: "^[0-9]{1,3}( *(-|–|to) *[0-9]{1,3}| *\\+)?$" },
    { type: "object", properties: { from: age, to: age }, additionalProperties: false },
  ],
};
const drawn = { $ref: "#/$defs/distribution" };
const quantity = { anyOf: [...numberOrText.anyOf, drawn] };
const sex = { enum: ["male", "female", "m", "f"] };

/** What the fields of a scenario refer to, by name: the forms of numbers, dates, ages and tables. */
export const definitions: Json = {
  nothing: { description: "As if the key were left out.", enum: ["none", null] },
  number: numberOrText,
  quantity,
  amount: {
    anyOf: [
      ...quantity.anyOf,
      {
        type: "object",
        properties: { perClaim: { description: "Drawn anew for every claim.", ...drawn } },
        required: ["perClaim"],
        additionalProperties: false,
      },
      {
        type: "object",
        properties: {
          bills: { description: "The bills of a claim, drawn anew for each.", ...drawn },
          upTo: { description: "The most that is paid. Default: no limit.", ...numberOrText },
          fixed: { description: "Part of upTo paid whatever the bills are. Default 0.", ...numberOrText },
          deductible: { description: "What of the bills is not paid. Default 0.", ...numberOrText },
          portion: { description: "Part paid of the bills beyond. Default 100 %.", ...numberOrText },
        },
        // In part where a pool or a change lays it over another.
        minProperties: 1,
        additionalProperties: false,
      },
    ],
  },
  distribution,
  duration,
  uncertainDuration: { anyOf: [...duration.anyOf, drawn] },
  age,
  ages,
  date: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
  interval: { type: "string", pattern: "^(\\d+ +)?(day|week|month|year)s?$" },
  sharingRule: ruleDefinition,
  rates: {
    anyOf: [
      ...numberOrText.anyOf,
      {
        type: "array",
        items: {
          type: "object",
          properties: { ages, rate: numberOrText, sex },
          required: ["ages", "rate"],
          additionalProperties: false,
        },
      },
    ],
  },
};
