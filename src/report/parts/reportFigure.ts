import type { Estimate, Figure } from "../../statistics/figure.ts";

/** The figure with its keys in the report's order; null where any of its numbers is not finite. */
export function reportFigure(figure: Figure | null): Figure | null {
  if (!figure) return null;
  const { mean, se, sd, q05, q25, q50, q75, q95, seQ05, seQ50, seQ95 } = figure;
  const picked = { mean, se, sd, q05, q25, q50, q75, q95, seQ05, seQ50, seQ95 };
  return Object.values(picked).every(Number.isFinite) ? picked : null;
}

export function reportEstimate({ value, se }: Estimate): Estimate {
  return { value, se };
}
