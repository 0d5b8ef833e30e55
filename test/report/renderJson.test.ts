import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { renderJson } from "../../src/report/renderJson.ts";
import { reportSchema } from "../../src/report/report.ts";
import { reportJsonSchema } from "../../src/report/reportJsonSchema.ts";
import { fixtureReports } from "./fixtures.ts";

const reports = fixtureReports();
const validate = new Ajv2020({ allErrors: true, formats: { date: /^\d{4}-\d\d-\d\d$/ } }).compile(
  reportJsonSchema(),
);

describe("renderJson", () => {
  it.each(reports)("writes what the JSON Schema describes: %s", (_, report) => {
    validate(JSON.parse(renderJson(report)));
    expect(validate.errors).toBeNull();
  });

  it.each(reports)("keeps everything, to 12 digits: %s", (_, report) => {
    const back = reportSchema.parse(JSON.parse(renderJson(report)));
    expect(back.scenario).toEqual(report.scenario);
    expect(back.years.length).toBe(report.years.length);
    const [ours, theirs] = [report.years[0].aid.mean, back.years[0].aid.mean];
    expect(Math.abs(theirs - ours)).toBeLessThanOrEqual(1e-11 * Math.abs(ours));
  });

  it("writes the same bytes again, keys in the schema's order", () => {
    const [[, report]] = reports;
    expect(renderJson(structuredClone(report))).toBe(renderJson(report));
    expect(Object.keys(JSON.parse(renderJson(report)))).toEqual(Object.keys(reportSchema.shape));
  });

  it("rounds noise away and never writes what JSON does not have", () => {
    const [[, report]] = reports;
    const noisy = { ...report, engineBound: 0.1 + 0.2 };
    expect(renderJson(noisy)).toContain('"engineBound": 0.3,');
    expect(renderJson({ ...report, engineBound: Number.NaN })).toContain('"engineBound": null,');
  });
});

describe("the JSON Schema", () => {
  it("refuses a report with a wrong or an unknown key", () => {
    const good = JSON.parse(renderJson(reports[0][1]));
    expect(validate({ ...good, replications: "many" })).toBe(false);
    expect(validate({ ...good, repliccations: 3 })).toBe(false);
  });

  // UPDATE=1 npx vitest run --project unit test/report/renderJson.test.ts
  it("is what reports/report.schema.json holds (UPDATE=1 writes it anew)", () => {
    const file = fileURLToPath(new URL("../../reports/report.schema.json", import.meta.url));
    const text = `${JSON.stringify(reportJsonSchema(), null, 2)}\n`;
    if (process.env.UPDATE) writeFileSync(file, text);
    expect(existsSync(file) ? readFileSync(file, "utf8") : "missing").toBe(text);
  });
});
