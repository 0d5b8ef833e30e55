import { perPeriod } from "../plan/attained.ts";
import type { PoolPlan } from "../plan/plan.ts";
import type { World } from "./world.ts";

/** Members of the last period's end who stay, and the part of members that claims, deaths and ages took in it. */
export interface Stock {
  readonly stayers: number;
  readonly rejoiners: number;
  readonly otherLeavers: number;
}

/** Gives, period by period in order, how many join who never were members. Whole persons where the engine counts such. */
export type JoinersOf = (t: number, stock: Stock) => number;

/** The first members of a pool. */
export function initialMembers(pool: PoolPlan, { valueIn }: World): number {
  const initial = valueIn(pool.joining.initial);
  return pool.engine.kind === "exact" ? Math.round(initial) : initial;
}

/** The part of the former members that comes back in a period: as their yearly part and the events have it; nobody in the first. */
export function rejoinAt({ joining, periodsPerYear }: PoolPlan, world: World, t: number): number {
  const yearly = world.valueIn(joining.rejoin);
  const duringEvents = world.joining[t];
  return t === 0 || yearly === 0 || duringEvents === 0 ? 0 : perPeriod(yearly, periodsPerYear / duringEvents);
}

/** Joiners by schedule and Bass curve, as far as events do not keep them away, and as many as are missing to the target. */
export function joinersOf(pool: PoolPlan, world: World): JoinersOf {
  const { joining, periodsPerYear } = pool;
  const { valueIn } = world;
  const isWhole = pool.engine.kind === "exact";
  let joinedSoFar = initialMembers(pool, world);
  let carried = 0;
  return (t, stock) => {
    const scheduled = joining.scheduled.reduce(
      (sum, { perYear, years }) => sum + valueIn(perYear) * years[t],
      0,
    );
    const byBass = bassPerYear(pool, valueIn, joinedSoFar) / periodsPerYear;
    const wanted = carried + (scheduled + byBass) * world.joining[t];
    const enter = isWhole ? Math.floor(wanted) : wanted;
    carried = wanted - enter;
    const joiners = enter + missing(joining.target[t], enter, stock);
    joinedSoFar += joiners;
    return joiners;
  };
}

/** To a target, of which a part will be taken within the period. No target: below 0. */
function missing(target: number, joiners: number, { stayers, rejoiners, otherLeavers }: Stock): number {
  return target < 0 ? 0 : Math.max(0, target / (1 - otherLeavers) - stayers - joiners - rejoiners);
}

/** Source: Bass, "A new product growth for model consumer durables", Management Science 15:5 (1969). */
function bassPerYear({ joining: { bass } }: PoolPlan, valueIn: World["valueIn"], joined: number): number {
  if (bass === null) return 0;
  const potential = valueIn(bass.potential);
  if (joined >= potential) return 0;
  return (valueIn(bass.innovation) + (valueIn(bass.imitation) * joined) / potential) * (potential - joined);
}
