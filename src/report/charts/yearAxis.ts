import type { Frame } from "./chart.ts";

/** Calendar years side by side (field `at`), labelled as far as there is room. */
export function yearAxis({ width, fontSize }: Frame, years: readonly string[]) {
  const step = Math.ceil(years.length / Math.max(1, Math.floor(width / (fontSize * 4))));
  return {
    field: "at",
    type: "ordinal" as const,
    sort: null,
    scale: { paddingInner: 0.35, paddingOuter: 0.2 },
    axis: { title: null, labelAngle: 0, ticks: false, values: years.filter((_, i) => i % step === 0) },
  };
}
