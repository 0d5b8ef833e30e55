import type { Param, Plan } from "./plan.ts";

/** What makes the replications of a plan differ, beside claims. */
export interface Sources {
  /** Some number of the scenario is drawn. */
  readonly parameters: boolean;
  /** Something befalls all members together, by chance: yearly levels of incidence, an event that may or may not happen, closing from outside. */
  readonly shocks: boolean;
}

/** Which kinds of luck a plan has. */
export function sourcesOf({ draws, shapes, shocks, pools }: Plan): Sources {
  const mayHappen = shocks.events.some(({ probability }) => probability !== 0 && probability !== 1);
  const mayBeClosed = pools.some(({ rules }) => rules.some(({ ending }) => isPositive(ending.hazard)));
  return {
    parameters: draws.length > 0 || shapes.length > 0,
    shocks: (shocks.yearly !== null && isPositive(shocks.yearly.sd)) || mayHappen || mayBeClosed,
  };
}

const isPositive = (param: Param) => param !== 0;
