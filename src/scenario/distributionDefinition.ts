import { distributionForms, distributionKinds } from "./distributionKinds.ts";

/** A piece of JSON Schema as plain data. */
export type Json = { [key: string]: unknown };

/** A number, or text with units. */
export const numberOrText = { anyOf: [{ type: "number" }, { type: "string" }] };

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
  pareto: parameters(
    "pareto: { shape, scale }, P(X > x) = (1 + x / scale)^-shape with a shape above 2; or { mean, sd }",
    distributionForms.pareto,
  ),
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

/** A distribution by its kind, as the JSON Schema has it. */
export const distribution: Json = {
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
