import { central } from "./parameters.ts";
import type { PoolPlan, Rules } from "./plan.ts";

/** The central values (means) of the factors on incidence that `LumpedCells.claim` contains. */
export interface CentralFactors {
  readonly level: number;
  readonly trend: number;
  readonly tierLevels: readonly number[];
  readonly relativeRisks: readonly number[];
}

export function centralFactors(rules: Rules, draws: PoolPlan["draws"]): CentralFactors {
  return {
    level: central(rules.level, draws),
    trend: central(rules.trend, draws),
    tierLevels: rules.tierLevels.map((level) => central(level, draws)),
    relativeRisks: rules.classes.map(({ relativeRisk }) => central(relativeRisk, draws)),
  };
}
