import type { Scenario, ShockEvent } from "../scenario/scenario.ts";
import type { Parameters } from "./parameters.ts";
import { partsBetween, periodParts } from "./periods.ts";
import type { Period, PlanEvent, PlanShocks } from "./plan.ts";

/** Shocks with the part of each period that an event takes up. */
export function makeShocks(
  { shocks }: Scenario,
  periods: readonly Period[],
  parameters: Parameters,
): PlanShocks {
  const { param } = parameters;
  return {
    yearly: shocks.yearly && {
      kind: shocks.yearly.kind,
      sd: param(shocks.yearly.sd),
      autocorrelation: param(shocks.yearly.autocorrelation),
    },
    events: shocks.events.map((event) => makeEvent(event, periods, parameters)),
  };
}

function makeEvent(event: ShockEvent, periods: readonly Period[], { param }: Parameters): PlanEvent {
  return {
    name: event.name,
    parts: partsBetween(periods, event.from, event.to),
    probability: param(event.probability),
    incidence: param(event.incidence),
    lapse: param(event.lapse),
    joining: param(event.joining),
    putsOff: param(event.putsOff),
    lost: param(event.lost),
    catchUp: periodParts(periods, event.to + 1, event.to + event.catchUpDays),
  };
}
