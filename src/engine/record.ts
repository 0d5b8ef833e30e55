import { metricIndex, type PeriodMetric } from "../plan/metrics.ts";
import type { PoolPlan } from "../plan/plan.ts";
import { selectionMetrics } from "./selection.ts";
import type { State } from "./state.ts";

/** Where a pool's lanes are recorded: paths as in `SeriesOutcome`, from replication `offset` on. */
export interface Sink {
  readonly paths: Float64Array;
  readonly periods: number;
  readonly count: number;
  readonly offset: number;
}

/** Metrics that a period's totals hold as they are recorded. */
const asTotalled = [
  "members",
  "covered",
  "sharers",
  "joiners",
  "movedIn",
  "lapsed",
  "defaulted",
  "claimed",
  "waitingIll",
  "died",
  "agedOut",
  "movedOut",
  "cases",
  "denied",
  "aid",
  "aidCut",
  "fee",
  "subsidy",
  "contributions",
  "refunds",
  "share",
] as const satisfies readonly PeriodMetric[];

/** Flows of deposits, by the metrics they are recorded as. */
const asFlowing = [
  ["depositsPaid", "paid"],
  ["depositsCredited", "credited"],
  ["depositsUsed", "used"],
  ["depositsReturned", "returned"],
  ["depositsLost", "lost"],
] as const satisfies readonly (readonly [PeriodMetric, string])[];

/** Writes a period of a lane group. */
export function record(plan: PoolPlan, state: State, sink: Sink, t: number): void {
  const { now, surplus, shares, lanes, deposits, selection } = state;
  const { paths } = sink;
  const at = (metric: PeriodMetric) => (metricIndex[metric] * sink.periods + t) * sink.count + sink.offset;
  for (const metric of asTotalled) paths.set(now[metric], at(metric));
  for (const metric of selectionMetrics) paths.set(selection.now[metric], at(metric));
  paths.set(surplus, at("surplus"));
  if (deposits) {
    for (const [metric, flow] of asFlowing) paths.set(deposits.now[flow], at(metric));
    paths.set(deposits.held, at("deposits"));
  }
  const rollingYear = at("shareRollingYear");
  const meanAge = at("meanAge");
  const isRunning = at("poolsRunning");
  const year = Math.max(1, Math.round(plan.periodsPerYear));
  const { members, ageSum } = now;
  const { count } = lanes;
  for (let lane = 0; lane < count; lane++) {
    let sum = 0;
    for (let period = Math.max(0, t - year + 1); period <= t; period++) sum += shares[period * count + lane];
    paths[rollingYear + lane] = sum;
    paths[meanAge + lane] = members[lane] > 0 ? ageSum[lane] / members[lane] : 0;
    paths[isRunning + lane] = state.ending[lane] === 0 ? 1 : 0;
  }
  recordIndices(plan, state, paths, t, at);
}

/**
 * How the covered differ from joiners at the start: by age (mean table incidence, under today's tables), by selection
 * (mean relative risk, weighted by incidence) and by duration (mean select factor). 1 where nobody is covered.
 */
function recordIndices(
  plan: PoolPlan,
  state: State,
  paths: Float64Array,
  t: number,
  at: (metric: PeriodMetric) => number,
): void {
  const { rules, lanes } = state;
  const { exposure: exposures, incidence: incidences, selectIncidence } = state.now;
  const { count } = lanes;
  const [ageIndex, selectionIndex, durationIndex] = [
    at("ageIndex"),
    at("selectionIndex"),
    at("durationIndex"),
  ];
  const incidenceAtStart = state.incidenceAtStart[plan.periods[t].stage];
  const { portions } = state.stages[plan.periods[0].stage];
  for (let lane = 0; lane < count; lane++) {
    let exposure = 0;
    let incidence = 0;
    let atRisk = 0;
    let selected = 0;
    let riskAtStart = 0;
    for (let k = 0; k < plan.classes.length; k++) {
      const i = k * count + lane;
      const risk = rules.risks[k][lane];
      riskAtStart += portions[i] * risk;
      exposure += exposures[i];
      incidence += incidences[i];
      atRisk += incidences[i] * risk;
      selected += selectIncidence[i] * risk;
    }
    const known = incidenceAtStart > 0 && riskAtStart > 0 && incidence > 0 && atRisk > 0;
    paths[ageIndex + lane] = known ? incidence / exposure / incidenceAtStart : 1;
    paths[selectionIndex + lane] = known ? atRisk / incidence / riskAtStart : 1;
    paths[durationIndex + lane] = known ? selected / atRisk : 1;
  }
}
