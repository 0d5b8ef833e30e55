import { fromZero, numberLabel } from "./theme.ts";

/** An upright axis of numbers from 0, its unit above. */
export function valueY(field: string, title: string) {
  return {
    field,
    type: "quantitative" as const,
    title,
    axis: { labelExpr: numberLabel },
    scale: fromZero,
  };
}
