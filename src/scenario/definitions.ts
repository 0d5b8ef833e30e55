import { distributionForms, distributionKinds } from "./distributionKinds.ts";

/** A piece of JSON Schema as plain data. */
export type Json = { [key: string]: unknown };

const numberOrText = { anyOf: [{ type: "number" }, { type: "string" }] };

function pair(description: string, length: number): Json {
  return { description, type: "array", items: numberOrText, minItems: length, maxItems: length };
}

function parameters(
  description: string,
  forms: readonly (readonly string[])[],
  optional: readonly string[] = [],
): Json {
  const keys = [...new Set([...forms.flat(), ...optional])];
  const properties = Object.fromEntries(keys.map((key) => [key, numberOrText]));
  const anyOf = forms.map((form) => ({ required: form }));
  return { description, type: "object", properties, additionalProperties: false, anyOf };
}

const kinds: Record<(typeof distributionKinds)[number], Json> = {
  normal: pair("normal: [mean, standard deviation]", 2),
  lognormal: parameters("lognormal: { median, sigma } or { mean, sd }", distributionForms.lognormal),
  uniform: pair("uniform: [lowest, highest]", 2),
  triangular: pair("triangular: [lowest, most likely, highest]", 3),
  beta: {
    description: "beta: [alpha, beta], or { alpha, beta } or { mean, sd } with low and high (0 and 1)",
    anyOf: [
      pair("[alpha, beta]", 2),
      parameters("{ alpha, beta, low, high } or { mean, sd, low, high }", distributionForms.beta, [
        "low",
        "high",
      ]),
    ],
  },
  gamma: parameters("gamma: { mean, sd }, { shape, scale } or { shape, rate }", distributionForms.gamma),
  discrete: {
    description: "discrete: { 5: 20 %, 10: 80 % }, or a list of { value, probability }",
    anyOf: [
      { type: "object", additionalProperties: numberOrText },
      {
        type: "array",
        items: {
          type: "object",
          properties: { value: numberOrText, probability: numberOrText },
          required: ["value", "probability"],
          additionalProperties: false,
        },
      },
    ],
  },
};

const distribution: Json = {
  description: "A distribution: the number is drawn from it once per replication. min and max cut it off.",
  type: "object",
  properties: {
    ...kinds,
    min: { description: "Nothing below is drawn.", ...numberOrText },
    max: { description: "Nothing above is drawn.", ...numberOrText },
  },
  additionalProperties: false,
  oneOf: distributionKinds.map((kind) => ({ required: [kind] })),
};

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
const quantity = { anyOf: [...numberOrText.anyOf, { $ref: "#/$defs/distribution" }] };
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
        properties: { perClaim: { $ref: "#/$defs/distribution" } },
        required: ["perClaim"],
        additionalProperties: false,
      },
    ],
  },
  distribution,
  duration,
  uncertainDuration: { anyOf: [...duration.anyOf, { $ref: "#/$defs/distribution" }] },
  age,
  ages,
  date: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
  interval: { type: "string", pattern: "^(\\d+ +)?(day|week|month|year)s?$" },
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
