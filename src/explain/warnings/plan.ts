import { isoDate } from "../../scenario/day.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import type { UncertainRange, Warning } from "../explanation.ts";
import { plausible } from "../plausible.ts";
import { at, type Places } from "../written.ts";

/** What is of the whole plan: uncertain numbers that say nothing, and events that no settlement sees. */
export function planWarnings(
  scenario: Scenario,
  uncertain: readonly UncertainRange[],
  places: Places,
): Warning[] {
  const { from, to } = scenario.calendar;
  const ofPlan = { pools: [], stage: isoDate(from), more: 0, age: null, sex: null };
  // Of what may be below 0 a part of the mean says nothing.
  const vague = uncertain.flatMap(({ path, mean, sd, q05 }): Warning[] => {
    const found = q05 < 0 || mean === 0 ? 0 : sd / mean;
    if (found <= plausible.variation) return [];
    return [
      { ...ofPlan, kind: "variation", about: path, found, limit: plausible.variation, ...at(places, path) },
    ];
  });
  const outside = scenario.shocks.events.flatMap((event, i): Warning[] => {
    if (event.from <= to && event.to >= from) return [];
    const [found, limit] = event.from > to ? [event.from, to] : [event.to, from];
    return [
      { ...ofPlan, kind: "event", about: event.name, found, limit, ...at(places, `shocks.events[${i}]`) },
    ];
  });
  return [...vague, ...outside];
}
