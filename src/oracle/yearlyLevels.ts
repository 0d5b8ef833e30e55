import type { Param, Plan } from "../plan/plan.ts";
import { normalProbability } from "../random/normalProbability.ts";
import { quantile } from "../random/quantileOf.ts";

/**
 * The yearly level of incidence by period, from independent standard normal scores of the years; 1 where there is none.
 *
 * The years' own scores hang together, z(y) = r z(y - 1) + sqrt(1 - r^2) e(y); a lognormal level is exp(s z - s^2 / 2) with
 * s^2 = log(1 + sd^2), a gamma one has shape 1 / sd^2. Both have mean one.
 */
export function levelsOfYears(
  { periods, years, shocks: { yearly } }: Pick<Plan, "periods" | "years" | "shocks">,
  scores: readonly number[],
  valueIn: (param: Param) => number,
): Float64Array {
  const ones = new Float64Array(periods.length).fill(1);
  if (yearly === null || scores.length === 0) return ones;
  const r = valueIn(yearly.autocorrelation);
  const sd = valueIn(yearly.sd);
  const levels: number[] = [];
  scores.reduce((before, score, i) => {
    const z = i === 0 ? score : r * before + Math.sqrt(1 - r * r) * score;
    levels.push(levelAt(yearly.kind, sd, z));
    return z;
  }, 0);
  return ones.map((one, t) => levels[years.indexOf(periods[t].year)] ?? one);
}

function levelAt(kind: "lognormal" | "gamma", sd: number, z: number): number {
  if (sd <= 0) return 1;
  if (kind === "gamma")
    return quantile({ kind: "gamma", shape: 1 / (sd * sd), scale: sd * sd }, normalProbability(z));
  const variance = Math.log1p(sd * sd);
  return Math.exp(Math.sqrt(variance) * z - variance / 2);
}
