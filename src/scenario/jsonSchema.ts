import { z } from "zod";
import { definitions, type Json } from "./definitions.ts";
import { ruleSections } from "./schema/change.ts";
import { scenarioFileSchema } from "./schema/root.ts";

/**
 * The JSON Schema of scenario files, for editors: completion, help on hovering, mistakes while typing. Made from the
 * schemas that `parseScenario` reads with, so the descriptions there are the one place where keys are documented.
 *
 * It is wider than the parser on purpose: a file that extends another, or a change, may give maps in part, and `none` may
 * stand wherever a key may be left out. A file that extends none needs all that the parser requires.
 */
export function scenarioJsonSchema(): Json {
  const made = z.toJSONSchema(scenarioFileSchema("yuan"), { io: "input" });
  const widened = widen({ ...made }, true);
  const { $schema, properties, ...rest } = isJson(widened) ? widened : {};
  const sections = isJson(properties) ? properties : {};
  const { properties: required } = requirements(made, ["extends", "changes", "pools"]);
  return {
    $schema,
    title: "A fentan scenario",
    description: "A mutual-aid plan: its rules, its members, and what is to be found out about it.",
    ...rest,
    properties: {
      ...sections,
      ...refsTo(shared),
      pools: poolsOf(sections),
      changes: changesOf(sections),
    },
    if: { required: ["extends"] },
    // A section at the top may be in part where pools complete it.
    else: { required: ["title", "calendar"], if: { required: ["pools"] }, else: { properties: required } },
    $defs: { ...definitions, ...Object.fromEntries(shared.map((key) => [key, sections[key]])) },
  };
}

/** Sections said in several places are written once, under `$defs`. */
const shared: readonly string[] = [...ruleSections, "joining"];

function refsTo(keys: readonly string[]): Json {
  return Object.fromEntries(keys.map((key) => [key, { $ref: `#/$defs/${key}` }]));
}

/** Pools by name, each with sections of its own. */
function poolsOf(sections: Json): Json {
  const { description, anyOf } = isJson(sections.pools) ? sections.pools : {};
  const copies = Array.isArray(anyOf) ? copiesIn(anyOf) : undefined;
  return { description, anyOf: [mapOfNames({ copies, ...refsTo(shared) }), nothing] };
}

function copiesIn(forms: readonly unknown[]): unknown {
  return forms
    .flatMap((form) => (isJson(form) && isJson(form.additionalProperties) ? [form.additionalProperties] : []))
    .flatMap(({ anyOf }) => (Array.isArray(anyOf) ? anyOf : []))
    .flatMap((form) => (isJson(form) && isJson(form.properties) ? [form.properties.copies] : []))[0];
}

function mapOfNames(properties: Json): Json {
  const pool = { type: "object", properties, additionalProperties: false };
  return { type: "object", additionalProperties: { anyOf: [pool, nothing] } };
}

/** Changes say the same of a section as the top of the file, for all pools or for some. */
function changesOf(sections: Json): Json {
  const { description } = isJson(sections.changes) ? sections.changes : {};
  const from = { description: "The day from which on these rules hold.", $ref: "#/$defs/date" };
  const rules = refsTo(ruleSections);
  const pools = { description: "Rules that change in some pools only, by name.", ...mapOfNames(rules) };
  const change = {
    type: "object",
    properties: { from, ...rules, pools },
    required: ["from"],
    additionalProperties: false,
  };
  return { description, anyOf: [{ type: "array", items: change }, nothing] };
}

/** Widens a schema and all in it; `inMap`: reached through maps only, so that a base may have the rest. */
function widen(schema: unknown, inMap: boolean): unknown {
  if (Array.isArray(schema)) return schema.map((one) => widen(one, inMap));
  if (!isJson(schema)) return schema;
  const { orCsv, ...own } = schema;
  const result: Json = {};
  for (const [key, value] of Object.entries(own)) {
    if (key === "properties" && isJson(value))
      result.properties = widenProperties(value, requiredIn(own), inMap);
    else if (key === "items") result.items = widen(value, false);
    else if (key === "additionalProperties" && isJson(value)) result[key] = orNothing(widen(value, inMap));
    else if (key === "anyOf") result.anyOf = widen(value, inMap);
    else if (key !== "required" || !inMap) result[key] = value;
  }
  return orCsv === true ? orFile(result) : result;
}

function requiredIn(schema: Json): readonly unknown[] {
  return Array.isArray(schema.required) ? schema.required : [];
}

function widenProperties(properties: Json, required: readonly unknown[], inMap: boolean): Json {
  const entries = Object.entries(properties).map(([key, value]) => {
    const widened = widen(value, inMap);
    return [key, required.includes(key) && !inMap ? widened : orNothing(widened)];
  });
  return Object.fromEntries(entries);
}

const nothing = { $ref: "#/$defs/nothing" };

/** The schema, or `none`; the description stays outside, where editors look for it. */
function orNothing(schema: unknown): unknown {
  if (!isJson(schema)) return schema;
  const { description, default: standard, ...rest } = schema;
  const anyOf = Array.isArray(rest.anyOf) && Object.keys(rest).length === 1 ? rest.anyOf : [rest];
  return {
    ...(description === undefined ? {} : { description }),
    ...(standard === undefined ? {} : { default: standard }),
    anyOf: [...anyOf.filter((one) => !isNull(one)), nothing],
  };
}

function isNull(schema: unknown): boolean {
  return isJson(schema) && schema.type === "null";
}

/**
 * Only what a schema says of required keys, in maps reached through maps; it says nothing of what is no map, such as
 * `none`. Items of lists are no part of it: theirs are required everywhere.
 */
function requirements(schema: unknown, without: readonly string[] = []): Json {
  if (!isJson(schema)) return {};
  if (Array.isArray(schema.anyOf)) return Object.assign({}, ...schema.anyOf.map((one) => requirements(one)));
  const inner = Object.entries(isJson(schema.properties) ? schema.properties : {})
    .filter(([key]) => !without.includes(key))
    .map(([key, value]) => [key, requirements(value)] as const)
    .filter(([, value]) => Object.keys(value).length > 0);
  const ofNames = requirements(schema.additionalProperties);
  return {
    ...(requiredIn(schema).length === 0 ? {} : { required: schema.required }),
    ...(inner.length === 0 ? {} : { properties: Object.fromEntries(inner) }),
    ...(Object.keys(ofNames).length === 0 ? {} : { additionalProperties: ofNames }),
  };
}

/** Rows, or the name of a CSV file that has them. */
function orFile(schema: Json): Json {
  const { description, ...rest } = schema;
  const file = {
    type: "object",
    properties: { file: { type: "string", description: "A CSV file beside this one." } },
    required: ["file"],
    additionalProperties: false,
  };
  return {
    ...(description === undefined ? {} : { description }),
    anyOf: [rest, file, { type: "string", pattern: "\\.(csv|CSV)$" }],
  };
}

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
