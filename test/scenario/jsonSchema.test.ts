import { readFileSync, writeFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { scenarioJsonSchema } from "../../src/scenario/jsonSchema.ts";
import { rootKeys } from "../../src/scenario/schema/root.ts";
import { exampleFiles } from "./exampleFiles.ts";

const file = new URL("../../scenarios/fentan.schema.json", import.meta.url);

/** Keys of all maps in a schema that have no description. */
function undescribed(schema: unknown, path: string): string[] {
  if (typeof schema !== "object" || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) => {
    if (key !== "properties") return undescribed(value, `${path}/${key}`);
    return Object.entries(value).flatMap(([name, inner]) => {
      const here = `${path}/${name}`;
      const isDescribed =
        typeof inner === "object" && inner !== null && ("description" in inner || "$ref" in inner);
      return [...(isDescribed ? [] : [here]), ...undescribed(inner, here)];
    });
  });
}

describe("the JSON Schema of scenarios", () => {
  const schema = scenarioJsonSchema();
  const validate = new Ajv2020().compile(schema);

  it("is the one in scenarios/fentan.schema.json (UPDATE=1 rewrites it)", () => {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env.UPDATE === "1") writeFileSync(file, text);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("has every key a scenario may have at its top", () => {
    expect(Object.keys(schema.properties ?? {}).sort()).toEqual([...rootKeys].sort());
  });

  it("explains every key", () => {
    const { $defs, ...sections } = schema;
    const { members, cover, claims, sharing, collection, ending } = Object($defs);
    expect(undescribed({ sections, members, cover, claims, sharing, collection, ending }, "")).toEqual([]);
  });

  it.each(Object.entries(exampleFiles()).filter(([path]) => path.endsWith(".yaml")))(
    "accepts %s",
    (_, text) => {
      validate(parse(text));
      expect(validate.errors).toBeNull();
    },
  );

  it("refuses unknown keys and wrong types", () => {
    const valid = { title: "x", calendar: { from: "2020-01-01", periods: 3 } };
    expect(validate(valid)).toBe(true);
    expect(validate({ ...valid, tittle: "x" })).toBe(false);
    expect(validate({ ...valid, sharing: { fee: [1] } })).toBe(false);
    expect(validate({ ...valid, sharing: { excess: "nobody" } })).toBe(false);
    expect(validate({ ...valid, sharing: "none" })).toBe(true);
    expect(validate({ calendar: valid.calendar })).toBe(false);
    expect(validate({ extends: "base.yaml", calendar: { periods: 4 } })).toBe(true);
  });
});
