import { readFileSync, writeFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { scenarioJsonSchema } from "../../src/scenario/jsonSchema.ts";
import { rootKeys } from "../../src/scenario/schema/root.ts";
import { exampleFiles } from "./exampleFiles.ts";

/** What is required of a map says nothing of `none`, which may stand in its place: it cannot name the type. */
const ajvOptions = { strictTypes: false } as const;

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
  const validate = new Ajv2020(ajvOptions).compile(schema);

  it("is the one in scenarios/fentan.schema.json (UPDATE=1 rewrites it)", () => {
    const text = `${JSON.stringify(schema, null, 2)}\n`;
    if (process.env.UPDATE === "1") writeFileSync(file, text);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("has every key a scenario may have at its top", () => {
    expect(Object.keys(schema.properties ?? {}).sort()).toEqual([...rootKeys].sort());
  });

  it("explains every key", () => {
    // `else` says only which keys are required.
    const { $defs, else: required, ...sections } = schema;
    expect(required).toBeDefined();
    const { members, cover, claims, sharing, collection, funding, ending, joining } = Object($defs);
    const shared = { members, cover, claims, sharing, collection, funding, ending, joining };
    expect(Object.values(shared)).not.toContain(undefined);
    expect(undescribed({ sections, ...shared }, "")).toEqual([]);
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

  it("requires what the parser requires, but of a file that extends another or of a change", () => {
    const calendar = { from: "2020-01-01", periods: 3 };
    const any = { incidence: 0.1, benefit: 5 };
    const plan = { title: "x", calendar, members: { ages: "18-64" }, cover: { illnesses: { any } } };
    expect(validate(plan)).toBe(true);
    expect(validate({ ...plan, members: "none", cover: { illnesses: { any: "none" } } })).toBe(true);
    for (const part of [
      { calendar: { periods: 3 } },
      { members: {} },
      { cover: {} },
      { cover: { illnesses: { any: { benefit: 5 } } } },
      { ending: { minimumMembers: { grace: "1 year" } } },
      { claims: { delay: { gamma: { mean: "75 days" } } } },
      { members: { ages: "18-64", classes: { a: { reaction: { power: { reference: 5 } } } } } },
    ]) {
      expect(validate({ ...plan, ...part })).toBe(false);
      expect(validate({ extends: "base.yaml", ...part })).toBe(true);
    }
    const change = { from: "2020-02-01", cover: { illnesses: { any: { benefit: 6 } } } };
    expect(validate({ ...plan, changes: [change] })).toBe(true);
    expect(validate({ ...plan, changes: [{ cover: change.cover }] })).toBe(false);
  });

  it("lets pools complete what the top has in part, and change by date", () => {
    const calendar = { from: "2020-01-01", periods: 3 };
    const top = { title: "x", calendar, members: { classes: { a: {} } } };
    const pools = { young: { members: { ages: "0-59" }, copies: 3, joining: { initial: 5 } }, old: "none" };
    expect(validate(top)).toBe(false);
    expect(validate({ ...top, pools })).toBe(true);
    expect(validate({ title: "x", pools })).toBe(false);
    expect(validate({ ...top, pools: { young: { group: [] } } })).toBe(false);
    expect(validate({ ...top, pools: { young: 5 } })).toBe(false);
    const change = (young: object) => ({ from: "2020-02-01", pools: { young } });
    expect(validate({ ...top, pools, changes: [change({ sharing: { fee: "5 %" } })] })).toBe(true);
    expect(validate({ ...top, pools, changes: [change({ joining: { initial: 5 } })] })).toBe(false);
  });

  it("knows the forms of sharing rules and of aid against bills", () => {
    const rule = (written: unknown) => validate({ extends: "base.yaml", sharing: { rule: written } });
    expect(rule("conditionalMean")).toBe(true);
    expect(rule({ class: { a: 2, b: "none" } })).toBe(true);
    expect(rule({ matrix: { network: [["a", "b"]] } })).toBe(true);
    expect(rule("conditional")).toBe(false);
    expect(rule({ class: { a: 2 }, tenure: [1] })).toBe(false);
    expect(rule({ matrix: { network: [["a"]] } })).toBe(false);
    const benefit = (written: unknown) =>
      validate({ extends: "base.yaml", cover: { illnesses: { any: { benefit: written } } } });
    expect(benefit({ bills: { uniform: [0, 9] }, upTo: 5, fixed: "20 %" })).toBe(true);
    expect(benefit({ bills: 5 })).toBe(false);
    expect(benefit({ bills: { uniform: [0, 9] }, most: 5 })).toBe(false);
  });

  it("leaves the portion of a class open, since one class alone needs none", () => {
    const calendar = { from: "2020-01-01", periods: 3 };
    expect(validate({ title: "x", calendar, members: { ages: 30, classes: { a: { lapse: "3 %" } } } })).toBe(
      true,
    );
  });
});
