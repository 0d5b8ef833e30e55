import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { scenarioJsonSchema } from "../../src/scenario/jsonSchema.ts";
import { parseScenario } from "../../src/scenario/parseScenario.ts";
import { messagesOf } from "./parsing.ts";

/** What is required of a map says nothing of `none`, which may stand in its place: it cannot name the type. */
const ajvOptions = { strictTypes: false } as const;

const folder = fileURLToPath(new URL("../../scenarios/", import.meta.url)).replaceAll("\\", "/");
const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.endsWith(".yaml"))
  .sort();

describe("the scenarios that come with the program", () => {
  const validate = new Ajv2020(ajvOptions).compile(scenarioJsonSchema());

  it("are there", () => {
    expect(names.length).toBeGreaterThan(0);
  });

  it.each(names)("%s is read without a mistake", (name) => {
    expect(messagesOf(parseScenario(`${folder}${name}`, (path) => readFileSync(path, "utf8")))).toEqual([]);
  });

  it.each(names)("%s fits the JSON Schema it names", (name) => {
    const text = readFileSync(`${folder}${name}`, "utf8");
    const up = "../".repeat(name.split("/").length - 1) || "./";
    expect(text).toContain(`$schema=${up}fentan.schema.json`);
    validate(parse(text));
    expect(validate.errors).toBeNull();
  });
});
