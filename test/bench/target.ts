/** What is to be reached: at most, or at least, so much; `stretch` is worth more work. */
export interface Target {
  readonly kind: "atMost" | "atLeast";
  readonly value: number;
  readonly stretch: number | null;
}

export type Verdict = "missed" | "met" | "stretch";

export const atMost = (value: number, stretch: number | null = null): Target => ({
  kind: "atMost",
  value,
  stretch,
});

export const atLeast = (value: number, stretch: number | null = null): Target => ({
  kind: "atLeast",
  value,
  stretch,
});

/** @example verdictOf(1.9, atMost(2, 1.25)) // "met" */
export function verdictOf(value: number, target: Target): Verdict {
  const reaches = (limit: number) => (target.kind === "atMost" ? value <= limit : value >= limit);
  if (target.stretch !== null && reaches(target.stretch)) return "stretch";
  return reaches(target.value) ? "met" : "missed";
}
