import { jsonSchemaOf } from "../report/reportJsonSchema.ts";
import { comparisonSchema } from "./comparison.ts";

/**
 * The JSON Schema (draft 2020-12) of comparison.json, shipped as `reports/comparison.schema.json`.
 *
 * A test keeps that file in step; `npm run schema` writes it anew.
 */
export function comparisonJsonSchema(): object {
  return jsonSchemaOf("A comparison of fentan (comparison.json)", comparisonSchema);
}
