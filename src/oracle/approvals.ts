import type { DelayRule, PoolPlan } from "../plan/plan.ts";
import { gammaLowerTail } from "../random/gammaTails.ts";
import { normalProbability } from "../random/normalProbability.ts";
import type { World } from "./world.ts";

/** When the claims of a period of illness are decided: `of[illness][period]` is a part of them. */
export interface Approvals {
  /** By period of illness, then of approval. */
  readonly approved: readonly Float64Array[];
  /** By period of illness, then of the refusal that no jury will change. */
  readonly refused: readonly Float64Array[];
}

/**
 * The part of a period's claims that is approved, and refused, in each period: put off by events or not, reported with a delay,
 * refused in part, and granted by a jury after all. What falls after the plan's periods is lost.
 */
export function approvalsOf(pool: PoolPlan, world: World): Approvals {
  const { periods } = pool;
  const ofReported = periods.map((_, t) => decisionsOf(pool, world, t));
  const reported = periods.map((_, t) => reportedIn(pool, world, t));
  const summed = (of: (t: number) => Float64Array) =>
    reported.map((parts) => {
      const sum = new Float64Array(periods.length);
      parts.forEach((part, t) => {
        if (part > 0) addTimes(sum, part, of(t));
      });
      return sum;
    });
  return { approved: summed((t) => ofReported[t].approved), refused: summed((t) => ofReported[t].refused) };
}

function addTimes(sum: Float64Array, part: number, of: Float64Array): void {
  for (let i = 0; i < sum.length; i++) sum[i] += part * of[i];
}

/** By period: the part of a period's claims that is reported then. Each event puts off a part of what those before it left. */
function reportedIn({ periods }: PoolPlan, { events, valueIn }: World, t: number): Float64Array {
  const parts = new Float64Array(periods.length);
  let atOnce = 1;
  for (const event of events) {
    const off = atOnce * valueIn(event.putsOff) * event.parts[t];
    if (off === 0) continue;
    atOnce -= off;
    const back = off * (1 - valueIn(event.lost));
    event.catchUp.forEach((part, period) => {
      parts[period] += back * part;
    });
  }
  parts[t] += atOnce;
  return parts;
}

/** The same of claims reported in a period: by period of approval and of final refusal. */
function decisionsOf({ periods, rules }: PoolPlan, { valueIn }: World, t: number) {
  const approved = new Float64Array(periods.length);
  const refused = new Float64Array(periods.length);
  const delays = delayParts(rules[periods[t].stage].delay, valueIn, periods.length);
  for (let due = t; due < Math.min(periods.length, t + delays.length); due++) {
    const { denied, jury } = rules[periods[due].stage];
    const part = delays[due - t];
    const refusal = part * valueIn(denied);
    const granted = jury === null ? 0 : refusal * valueIn(jury.disputed) * valueIn(jury.granted);
    approved[due] += part - refusal;
    refused[due] += refusal - granted;
    const decided = due + (jury?.periods ?? 0);
    if (decided < periods.length) approved[decided] += granted;
  }
  return { approved, refused };
}

/** A rest of the delay below this comes at once. */
const negligible = 1e-6;

/** By whole periods after the middle of that of the illness: F(j + 1/2) - F(j - 1/2). */
function delayParts(rule: DelayRule, valueIn: World["valueIn"], most: number): readonly number[] {
  if (rule.kind === "none") return [1];
  if (rule.kind === "periods") return rule.probabilities;
  const mean = valueIn(rule.meanPeriods);
  const sd = valueIn(rule.sdPeriods);
  const parts: number[] = [];
  let before = 0;
  for (let j = 0; j <= most && before < 1; j++) {
    const within = delayedUpTo(rule.kind, mean, sd, j + 0.5);
    const after = within > 1 - negligible ? 1 : within;
    parts.push(after - before);
    before = after;
  }
  return parts;
}

function delayedUpTo(kind: "gamma" | "lognormal", mean: number, sd: number, periods: number): number {
  if (mean <= 0 || sd <= 0) return periods >= mean ? 1 : 0;
  const relative = sd / mean;
  if (kind === "gamma")
    return gammaLowerTail(1 / (relative * relative), periods / (mean * relative * relative));
  const variance = Math.log1p(relative * relative);
  return normalProbability((Math.log(periods / mean) + variance / 2) / Math.sqrt(variance));
}
