import type { ReportInputs } from "../inputs.ts";
import type { ReportAssumption } from "../report.ts";

/** What the scenario states, leaf by leaf. An assumption is uncertain where it, or a number inside it, is drawn. */
export function makeAssumptions({ scenario, uncertain }: ReportInputs): ReportAssumption[] {
  return scenario.assumptions.map(({ path, value, note, from }) => {
    const drawn = uncertain.find(
      (u) => u.path === path || u.path.startsWith(`${path}.`) || isInside(path, u.path),
    );
    return { path, value, note, from, uncertain: drawn?.kind ?? null };
  });
}

/** `isInside("cover.level.normal[0]", "cover.level")`: the leaf belongs to the distribution written there. */
function isInside(path: string, drawn: string): boolean {
  return path.startsWith(`${drawn}.`) || path.startsWith(`${drawn}[`);
}
