import type { Report } from "../report.ts";
import { standingOf } from "../tables/observedTable.ts";
import { countOf } from "../wording.ts";

/** How many observations the simulation covers, of those that it was not made to follow. */
export function observedFinding({ history }: Report): string | null {
  const standings = history.map(standingOf);
  const count = (...kinds: readonly string[]) => standings.filter((kind) => kinds.includes(kind)).length;
  const inside = count("inside");
  const compared = count("inside", "above", "below");
  const apart = [
    ...told(count("input"), "is input that the scenario follows", "are input that the scenario follows"),
    ...told(count("no spread"), "has no simulated spread to lie in", "have no simulated spread to lie in"),
    ...told(count("not simulated"), "cannot be compared", "cannot be compared"),
  ];
  if (compared === 0) return null;
  const rest = apart.length > 0 ? ` (not counted: ${apart.join(", ")})` : "";
  const verb = inside === 1 ? "lies" : "lie";
  return `Of ${countOf(compared, "observed figure")} compared, ${inside} ${verb} within the simulated 90 % interval${rest}.`;
}

/** Left out where there are none. */
function told(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}
