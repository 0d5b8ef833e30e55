import type { Report } from "../report.ts";
import { isInside } from "../tables/observedTable.ts";

/** How many observations the simulation covers. */
export function historyFinding({ history }: Report): string | null {
  const compared = history.map(isInside).filter((inside) => inside !== null);
  if (compared.length === 0) return null;
  const covered = compared.filter((inside) => inside).length;
  const left = history.length - compared.length;
  const rest = left > 0 ? ` (${left} more cannot be compared)` : "";
  return `Of ${compared.length} observed ${compared.length === 1 ? "figure" : "figures"}, ${covered} ${covered === 1 ? "lies" : "lie"} within the simulated 90 % interval${rest}.`;
}
