import { central } from "../../plan/parameters.ts";
import type { PoolPlan, SelectRule } from "../../plan/plan.ts";
import { selectFactor } from "../../plan/select.ts";
import type { State } from "../state.ts";

/** The select factors that the lumped cells contain, and each replication's relative to them; by periods since joining. */
export interface CentralSelect {
  readonly central: readonly number[];
  /** Rows of lanes, in the arena. */
  readonly ratios: readonly Float64Array[];
}

/** By stage; those with one rule have one. */
export function centralSelects(plan: PoolPlan, state: State): CentralSelect[] {
  const known = new Map<readonly Float64Array[], CentralSelect>();
  return state.stages.map(({ select, common }) => {
    const ofRule = known.get(select) ?? centralSelect(common.select, plan, state, select);
    known.set(select, ofRule);
    return ofRule;
  });
}

function centralSelect(
  rule: SelectRule,
  plan: PoolPlan,
  { lanes }: State,
  factors: readonly Float64Array[],
): CentralSelect {
  const centrals = factors.map((_, periods) =>
    selectFactor(rule, (periods + 0.5) / plan.periodsPerYear, (param) => central(param, plan.draws)),
  );
  const ratios = factors.map((of, periods) => {
    const ratio = lanes.arena.floats(lanes.count);
    if (centrals[periods] > 0)
      for (let lane = 0; lane < lanes.count; lane++) ratio[lane] = of[lane] / centrals[periods];
    return ratio;
  });
  return { central: centrals, ratios };
}
