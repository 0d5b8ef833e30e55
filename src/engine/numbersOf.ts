import { type ClassMetric, classMetrics, metricIndex, type PeriodMetric } from "../plan/metrics.ts";
import type { PoolPlan } from "../plan/plan.ts";
import { planClasses } from "../plan/planClasses.ts";
import type { Recording } from "./recording.ts";

/** Gives a metric's numbers in a period, one per replication of the block: views, no copies. */
export type NumbersOf<Metric> = (metric: Metric, t: number) => Float64Array;

/** Those of the whole plan (0), or of one pool of several (from 1 on). */
export function seriesNumbers({ outcome }: Recording, series: number): NumbersOf<PeriodMetric> {
  const { count, periods } = outcome;
  const { paths } = outcome.series[series];
  return (metric, t) => {
    const cell = metricIndex[metric] * periods + t;
    return paths.subarray(cell * count, (cell + 1) * count);
  };
}

/** Those of one class in all pools, by its index into `planClasses`. */
export function classNumbers(
  plan: { readonly pools: readonly Pick<PoolPlan, "classes">[] },
  { classPaths, outcome: { count, periods } }: Recording,
  classIndex: number,
): NumbersOf<ClassMetric> {
  const classes = planClasses(plan).length;
  return (metric, t) => {
    const cell = (classMetrics.indexOf(metric) * classes + classIndex) * periods + t;
    return classPaths.subarray(cell * count, (cell + 1) * count);
  };
}
