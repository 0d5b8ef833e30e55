import { z } from "zod";
import { reportSchema } from "./report.ts";

/**
 * The JSON Schema (draft 2020-12) of report.json, shipped as `reports/report.schema.json`.
 *
 * A test keeps that file in step; `UPDATE=1 npx vitest run --project unit test/report/renderJson.test.ts`
 * writes it anew.
 */
export function reportJsonSchema(): object {
  return jsonSchemaOf("A report of fentan (report.json)", reportSchema);
}

/** The JSON Schema (draft 2020-12) of a file that fentan writes. */
export function jsonSchemaOf(title: string, schema: z.ZodType): object {
  return { title, ...z.toJSONSchema(schema, { target: "draft-2020-12", override: withoutNoise }) };
}

/** What zod adds for TypeScript's sake: `readOnly`, and the limits of safe integers. */
function withoutNoise({ jsonSchema }: { jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  delete jsonSchema.readOnly;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
}
