import type { Plan, PoolPlan } from "../plan/plan.ts";
import { lastPeriodOf, yearRange } from "../plan/yearRange.ts";
import { isForever, whyNoCost, whyNoShare, whyNotCovered } from "./coverage.ts";
import type { LifeTable } from "./lifeTable.ts";
import type { LossDistribution } from "./lossDistribution.ts";
import { inOnePeriod } from "./onePeriod.ts";
import type { Window } from "./payments.ts";
import { type PoolInWorld, poolInWorld } from "./poolInWorld.ts";
import { cellsOf, type Depth, type PlanInWorlds, type Total, totalOf } from "./total.ts";
import { countWorlds, worldsOf } from "./world.ts";

/** What a figure is without any simulation. */
export interface ExactFigure {
  /** `years.2020.members`, `total.cost`: as questions name it; `years.2020.cost` too. */
  readonly name: string;
  readonly mean: number;
  /** null: only the mean was worked out. */
  readonly sd: number | null;
  readonly distribution: LossDistribution | null;
}

/** What is known of a plan without any simulation. */
export interface ExactFigures {
  /** Empty where the plan is not covered. */
  readonly figures: readonly ExactFigure[];
  /** What is left out, and why: sentences; empty where nothing is. */
  readonly leftOut: readonly string[];
}

/** How much may be computed, in operations on a number: a few tenths of a second. Tests may take more. */
const affordable = 6e7;
/** What one cell of a life table in one period takes. */
const ofCell = 60;
/** Standard deviations from one value of an uncertain number to the next: as fine as there is time for. */
const steps = [0.1, 0.25, 0.5, 1];
const mostYears = 6;

/**
 * Works out what can be known of a plan without random numbers: expected members, cases and cost by a life table, and the distribution of
 * the cost (and of the share, where the sharers are known) by Fourier transforms; over all that uncertain numbers, yearly levels and
 * events may be.
 *
 * @param effort how many operations it may take; what takes more is left out
 */
export function exactFigures(plan: Plan, effort = affordable): ExactFigures {
  const why = whyNotCovered(plan);
  if (why !== null) return nothing(`Not worked out without simulation, because ${why}.`);
  const step = steps.find((of) => countWorlds(plan, of) * ofWorld(plan) <= effort);
  if (step === undefined) return nothing("Not worked out without simulation: that would take too long.");
  const { worlds, shape } = worldsOf(plan, step);
  const inWorlds = worlds.map((world) => ({
    weight: world.weight,
    pools: plan.pools.map((pool) => poolInWorld(pool, world)),
  }));
  const of: PlanInWorlds = { plan, worlds: inWorlds, shape, laws: new Map() };
  if (inWorlds.some((world) => world.weight > negligible && world.pools.some(mayRunEmpty)))
    return nothing("Not worked out without simulation, because all members may leave, which ends the plan.");
  return figuresOf(of, effort);
}

const nothing = (why: string): ExactFigures => ({ figures: [], leftOut: [why] });

/** Operations for one world: its life table, and when which claims are approved and what they cost. */
function ofWorld(plan: Plan): number {
  const tiers = Math.max(...plan.pools.map((pool) => pool.tiers.length));
  const pairs = plan.periods.length * plan.periods.length * plan.pools.length;
  return cellsIn(plan) * ofCell + 30 * pairs * (tiers + 3);
}

const cellsIn = ({ pools }: Plan) => pools.reduce((sum, pool) => sum + cellsOf(pool), 0);

/** Nobody left, or nobody to share with, while there may be something to pay. */
function mayRunEmpty({ pool, table, calendar }: PoolInWorld): boolean {
  for (let t = 0; t < calendar; t++) {
    const last = t === calendar - 1 && table.cases.every((of) => of[t] === 0);
    const everJoined =
      table.joiners.subarray(0, t + 1).some((joiners) => joiners > 0) || pool.joining.initial !== 0;
    if (last || !everJoined) continue;
    if (pool.engine.kind === "fast" ? table.members[t] < 0.5 : table.empty[t] > negligible) return true;
  }
  return false;
}

function figuresOf(of: PlanInWorlds, effort: number): ExactFigures {
  const { plan } = of;
  const leftOut: string[] = [];
  const years = plan.years.slice(-mostYears);
  const mean = (name: string, valueIn: (table: LifeTable, pool: PoolPlan) => number) => ({
    name,
    mean: expected(of, valueIn),
    sd: null,
    distribution: null,
  });
  const figures: ExactFigure[] = years.flatMap((year) => {
    const [from, to] = yearRange(plan.periods, year);
    return [
      mean(`years.${year}.members`, ({ members }) => members[lastPeriodOf(plan.periods, year)]),
      ...(plan.years.length > 1 ? [mean(`years.${year}.cases`, (table) => casesIn(table, from, to))] : []),
    ];
  });
  figures.push(mean("total.cases", (table) => casesIn(table, 0, table.members.length)));
  for (const kind of ["cost", "share"] as const) {
    const why = whyNoCost(plan) ?? (kind === "share" ? whyNoShare(plan) : whyRandomFee(of));
    if (why !== null) leftOut.push(`The ${kind} is left out, because ${why}.`);
    else figures.push(...moneyOf(of, kind, effort, leftOut));
  }
  return { figures, leftOut };
}

/** Over worlds and pools, with all copies. */
function expected({ worlds }: PlanInWorlds, valueIn: (table: LifeTable, pool: PoolPlan) => number): number {
  return worlds.reduce(
    (sum, { weight, pools }) =>
      sum + weight * pools.reduce((all, { pool, table }) => all + pool.copies * valueIn(table, pool), 0),
    0,
  );
}

function casesIn({ cases }: LifeTable, from: number, to: number): number {
  return cases.reduce((sum, of) => sum + of.subarray(from, to).reduce((a, b) => a + b, 0), 0);
}

/** Why the fee does not follow from the claims; null: it does. A fee per head of a random number of heads is not independent of them. */
function whyRandomFee({ plan: { pools }, worlds }: PlanInWorlds): string | null {
  const isRandom = pools.some(
    (pool) =>
      pool.engine.kind === "exact" &&
      !isForever(pool) &&
      pool.rules.some(({ sharing }) => sharing.feePerHead !== 0),
  );
  if (isRandom) return "how many pay the fee per head is random";
  const isUnpaid = worlds.some(({ weight, pools: of }) => weight > negligible && of.some(mayLackSharers));
  return isUnpaid ? "there may be nobody to pay the fee" : null;
}

/** A probability that is as good as none. */
const negligible = 1e-9;

/** Whether claims may be approved when none of those who share is left, so that no fee is taken. */
function mayLackSharers({ pool, table, calendar }: PoolInWorld): boolean {
  for (let t = 0; t < calendar; t++) {
    const { sharers, fee } = pool.rules[pool.periods[t].stage].sharing;
    if (sharers === "members" || fee === 0 || table.cases.every((of) => of[t] === 0)) continue;
    if (pool.engine.kind === "fast" ? table.covered[t] === 0 : table.uncovered[t] > negligible) return true;
  }
  return false;
}

/** Of the whole run and, where there are several, of its years. What cannot be had is said in `leftOut`. */
function moneyOf(of: PlanInWorlds, kind: "cost" | "share", effort: number, leftOut: string[]): ExactFigure[] {
  const { plan } = of;
  const years = plan.years.length > 1 ? plan.years.slice(-mostYears) : [];
  const windows = [
    ...years.map((year) => ({ name: `years.${year}.${kind}`, range: yearRange(plan.periods, year) })),
    { name: `total.${kind}`, range: [0, plan.periods.length] as const },
  ];
  const depth = depthFor(of, windows.length, effort);
  const figures = windows.flatMap(({ name, range: [from, to] }) => {
    const total = totalAsRounded(of, { from, to, of: kind }, depth(name.startsWith("total")));
    return total === null || !Number.isFinite(total.mean) ? [] : [figureOf(name, total)];
  });
  if (figures.length < windows.length)
    leftOut.push(`The ${kind} is left out, because rounding it to the unit matters.`);
  else if (figures.some(({ distribution }) => distribution === null)) leftOut.push(whyNoQuantiles(of, kind));
  return figures;
}

function whyNoQuantiles({ plan: { pools } }: PlanInWorlds, kind: "cost" | "share"): string {
  const why = isIndependent(pools)
    ? "they would take too long"
    : "the losses hang together, which is a matter of more than their means";
  return `Quantiles of the ${kind} are left out: ${why}.`;
}

const isIndependent = (pools: Plan["pools"]) => pools.every(({ dependence }) => dependence === null);

/** How much of the laws there is time for: all of them, or more of the whole run's only. */
function depthFor(
  { plan, worlds }: PlanInWorlds,
  windows: number,
  effort: number,
): (isWholeRun: boolean) => Depth {
  const moments = plan.engine.kind === "exact" ? cellsIn(plan) * worlds.length * ofCell : 0;
  return (isWholeRun) => {
    const each = effort / 2 / (isWholeRun ? 1 : windows);
    const isKnown = isIndependent(plan.pools) && moments <= each;
    return { variance: isKnown, effort: isKnown ? each : 0 };
  };
}

/** null where rounding matters and cannot be taken into account. */
function totalAsRounded(of: PlanInWorlds, window: Window, depth: Depth): Total | null {
  const units = of.plan.pools.flatMap(({ rules }) => rules.map(({ sharing }) => sharing.roundUpTo));
  const unit = Math.max(...units);
  const isFeeRounded = of.plan.engine.kind === "exact" && hasFee(of.plan);
  if (unit === 0 || (window.of === "cost" && !isFeeRounded)) return totalOf(of, window, depth);
  if (isSimple(of) && depth.effort > 0)
    return inOnePeriod(of, window.of === "share" ? "share" : "cost", depth.effort);
  if (window.of === "share") return null;
  const total = totalOf(of, window, depth);
  const roundings = of.plan.pools.reduce((sum, { copies }) => sum + copies, 0) * (window.to - window.from);
  return unit * roundings <= unfelt * Math.sqrt(total.variance ?? 0)
    ? blurred(total, unit * roundings)
    : null;
}

/** Each value stands for those to which rounding may bring it. */
function blurred(total: Total, by: number): Total {
  const { distribution } = total;
  return {
    ...total,
    distribution: distribution && { ...distribution, width: Math.max(distribution.width, by) },
  };
}

/** Rounding that adds up to less than this part of a standard deviation does not show. */
const unfelt = 0.002;

const hasFee = ({ pools }: Plan) => pools.some(({ rules }) => rules.some(({ sharing }) => sharing.fee !== 0));

/** One pool, one period, one world, and no aid that is not shared. */
function isSimple({ plan: { pools, periods }, worlds }: PlanInWorlds): boolean {
  const [{ copies, tiers }] = pools;
  const isOne = pools.length === 1 && copies === 1 && worlds.length === 1;
  const isOnePeriod = periods.filter(({ beyond }) => !beyond).length === 1;
  return isOne && isOnePeriod && tiers.every(({ paidByOperator }) => !paidByOperator);
}

/** Of amounts whose tail is so heavy that they have no variance, the mean only. */
function figureOf(name: string, { mean, variance, distribution }: Total): ExactFigure {
  const isKnown = variance !== null && Number.isFinite(variance);
  return { name, mean, sd: isKnown ? Math.sqrt(variance) : null, distribution };
}
