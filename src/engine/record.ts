import { metricIndex, type PeriodMetric } from "../plan/metrics.ts";
import type { Plan } from "../plan/plan.ts";
import type { BlockOutcome } from "./outcome.ts";
import type { State } from "./state.ts";

/** Metrics that a period's totals hold as they are recorded. */
const asTotalled = [
  "members",
  "covered",
  "sharers",
  "joiners",
  "lapsed",
  "defaulted",
  "claimed",
  "died",
  "agedOut",
  "cases",
  "aid",
  "aidCut",
  "fee",
  "subsidy",
  "contributions",
  "share",
] as const satisfies readonly PeriodMetric[];

/** Writes a period of a lane group into the block's paths, `offset` replications after the block's first. */
export function record(plan: Plan, state: State, outcome: BlockOutcome, offset: number, t: number): void {
  const { now, surplus, shares, lanes } = state;
  const at = (metric: PeriodMetric) => (metricIndex[metric] * outcome.periods + t) * outcome.count + offset;
  for (const metric of asTotalled) outcome.paths.set(now[metric], at(metric));
  outcome.paths.set(surplus, at("surplus"));
  const rollingYear = at("shareRollingYear");
  const meanAge = at("meanAge");
  const year = Math.max(1, Math.round(plan.periodsPerYear));
  for (let lane = 0; lane < lanes.count; lane++) {
    let sum = 0;
    for (let period = Math.max(0, t - year + 1); period <= t; period++)
      sum += shares[period * lanes.count + lane];
    outcome.paths[rollingYear + lane] = sum;
    outcome.paths[meanAge + lane] = now.members[lane] > 0 ? now.ageSum[lane] / now.members[lane] : 0;
  }
  recordIndices(plan, state, outcome, t, at);
}

/**
 * How the covered differ from joiners at the start: by age (mean table incidence, under today's tables), by selection
 * (mean relative risk, weighted by incidence) and by duration (mean select factor). 1 where nobody is covered.
 */
function recordIndices(
  plan: Plan,
  state: State,
  outcome: BlockOutcome,
  t: number,
  at: (metric: PeriodMetric) => number,
): void {
  const { now, rules, lanes } = state;
  const { paths } = outcome;
  const incidenceAtStart = state.incidenceAtStart[plan.periods[t].stage];
  const { portions } = state.stages[plan.periods[0].stage];
  for (let lane = 0; lane < lanes.count; lane++) {
    let exposure = 0;
    let incidence = 0;
    let atRisk = 0;
    let selected = 0;
    let riskAtStart = 0;
    for (let k = 0; k < plan.classes.length; k++) {
      const i = k * lanes.count + lane;
      const risk = rules.risks[k][lane];
      riskAtStart += portions[i] * risk;
      exposure += now.exposure[i];
      incidence += now.incidence[i];
      atRisk += now.incidence[i] * risk;
      selected += now.selectIncidence[i] * risk;
    }
    const known = incidenceAtStart > 0 && riskAtStart > 0 && incidence > 0 && atRisk > 0;
    paths[at("ageIndex") + lane] = known ? incidence / exposure / incidenceAtStart : 1;
    paths[at("selectionIndex") + lane] = known ? atRisk / incidence / riskAtStart : 1;
    paths[at("durationIndex") + lane] = known ? selected / atRisk : 1;
  }
}
