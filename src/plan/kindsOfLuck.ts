import type { Luck } from "./luck.ts";
import type { Param, Plan } from "./plan.ts";

/** Which kinds of luck (see `Luck`) make the replications of a plan differ, beside claims. */
export function kindsOfLuck({
  draws,
  shapes,
  shocks,
  pools,
}: Plan): Record<Exclude<keyof Luck, "claims">, boolean> {
  const mayHappen = shocks.events.some(({ probability }) => probability !== 0 && probability !== 1);
  const mayBeClosed = pools.some(({ rules }) => rules.some(({ ending }) => isPositive(ending.hazard)));
  return {
    parameters: draws.length > 0 || shapes.length > 0,
    shocks: (shocks.yearly !== null && isPositive(shocks.yearly.sd)) || mayHappen || mayBeClosed,
  };
}

const isPositive = (param: Param) => param !== 0;
