import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { comparisonSchema } from "../../src/compare/comparison.ts";
import { comparisonJsonSchema } from "../../src/compare/comparisonJsonSchema.ts";
import { renderJson } from "../../src/report/renderJson.ts";
import { toyComparisons } from "./comparedToys.ts";

const validate = new Ajv2020({ allErrors: true, formats: { date: /^\d{4}-\d\d-\d\d$/ } }).compile(
  comparisonJsonSchema(),
);

describe("comparison.json", () => {
  it.each(toyComparisons())("is what the JSON Schema describes: %s", (_, __, comparison) => {
    validate(JSON.parse(renderJson(comparison)));
    expect(validate.errors).toBeNull();
    expect(Object.keys(comparison)).toEqual(Object.keys(comparisonSchema.shape));
  });

  // UPDATE=1 npx vitest run --project unit test/compare/comparisonJson.test.ts
  it("has its schema in reports/comparison.schema.json (UPDATE=1 writes it anew)", () => {
    const file = fileURLToPath(new URL("../../reports/comparison.schema.json", import.meta.url));
    const text = `${JSON.stringify(comparisonJsonSchema(), null, 2)}\n`;
    if (process.env.UPDATE) writeFileSync(file, text);
    expect(existsSync(file) ? readFileSync(file, "utf8") : "missing").toBe(text);
  });
});
