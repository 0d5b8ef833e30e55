import type { Scenario } from "../scenario/scenario.ts";
import type { Parameters } from "./parameters.ts";
import { partsBetween } from "./periods.ts";
import type { Period, PlanShocks } from "./plan.ts";

/** Shocks with the part of each period that an event takes up. */
export function makeShocks(
  { shocks }: Scenario,
  periods: readonly Period[],
  { param }: Parameters,
): PlanShocks {
  return {
    yearly: shocks.yearly && {
      kind: shocks.yearly.kind,
      sd: param(shocks.yearly.sd),
      autocorrelation: param(shocks.yearly.autocorrelation),
    },
    events: shocks.events.map((event) => ({
      name: event.name,
      parts: partsBetween(periods, event.from, event.to),
      probability: param(event.probability),
      incidence: param(event.incidence),
      lapse: param(event.lapse),
    })),
  };
}
