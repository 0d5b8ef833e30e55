import type { Plan, PoolPlan } from "../plan/plan.ts";
import type { AmountLaw } from "./amountLaw.ts";
import { type Circle, type ClaimsOfLaw, circleFor, mostPoints, type TotalInWorld } from "./circle.ts";
import { distributionOf, transformOf } from "./fourier.ts";
import type { LossDistribution } from "./lossDistribution.ts";
import { choice, type Moments, momentsAlgebra } from "./moments.ts";
import { onLattice } from "./onLattice.ts";
import { expectedClaims, type KnownLaws, type Payments, paymentsOf, type Window } from "./payments.ts";
import { personTotals } from "./personTotals.ts";
import type { PoolInWorld } from "./poolInWorld.ts";
import { compoundPoisson, transformsAlgebra } from "./transforms.ts";
import type { Shape } from "./world.ts";

/** A plan in one world: its pools. */
export interface PlanInWorld {
  readonly weight: number;
  readonly pools: readonly PoolInWorld[];
}

/** A plan in all its worlds. */
export interface PlanInWorlds {
  readonly plan: Plan;
  readonly worlds: readonly PlanInWorld[];
  readonly shape: Shape;
  readonly laws: KnownLaws;
}

/** A world less probable than this may leave a gap to the next. */
const rare = 1e-7;

/** What a window's claims come to over all worlds. */
export interface Total {
  readonly mean: number;
  /** null where it was not asked for, or cannot be had. */
  readonly variance: number | null;
  readonly distribution: LossDistribution | null;
}

/** How much of a total's law is wanted. */
export interface Depth {
  readonly variance: boolean;
  /** Operations that its distribution may take; 0: no distribution. */
  readonly effort: number;
}

/** The mean alone: of the claims that the life tables expect. */
export function meanOfTotal({ worlds, laws }: PlanInWorlds, window: Window): number {
  return worlds.reduce((sum, world) => sum + world.weight * meanInWorld(partsOf(world, window, laws)), 0);
}

function meanInWorld(parts: readonly Part[]): number {
  return parts.reduce((sum, { of, payments }) => {
    const counts = expectedClaims(of, payments);
    const ofClaims = payments.laws.reduce((all, law, i) => all + counts[i] * law.mean, 0);
    return sum + of.pool.copies * (ofClaims + payments.certain);
  }, 0);
}

/**
 * The exact law of what a window's claims cost. In each world pools are independent of each other, and copies of a pool too; over the
 * worlds it is a mixture.
 */
export function totalOf(of: PlanInWorlds, window: Window, { variance, effort }: Depth): Total {
  const { worlds, shape } = of;
  if (!variance) return { mean: meanOfTotal(of, window), variance: null, distribution: null };
  const parts = worlds.map((world) => partsOf(world, window, of.laws));
  const totals = parts.map(totalInWorld);
  const moments = choice(
    totals.map(({ moments: { mean, variance }, certain }, w): [number, Moments] => [
      worlds[w].weight,
      { mean: mean + certain, variance },
    ]),
  );
  const known = { ...moments, distribution: null };
  const points = Math.min(mostPoints, effort / operationsPerPoint(of, parts));
  if (!Number.isFinite(moments.variance) || points < fewestPoints || !isDense(totals, worlds, shape))
    return known;
  const telling = totals.filter((_, w) => worlds[w].weight > 1e-12);
  const circle = circleFor(telling, moments, points);
  if (circle === null) return known;
  const transform = new Float64Array(circle.size + 2);
  const laws = new Map<string, Float64Array>();
  parts.forEach((part, w) => {
    transformInWorld(part, totals[w].certain - circle.offset, { circle, laws }).forEach((value, j) => {
      transform[j] += worlds[w].weight * value;
    });
  });
  return { ...moments, distribution: fromCircle(transform, circle) };
}

/** A lattice of fewer points is no use. */
const fewestPoints = 64;

/** Operations for one point of the lattice: transforms of amounts, once for each law; then claims and persons, world by world. */
function operationsPerPoint({ worlds }: PlanInWorlds, parts: readonly (readonly Part[])[]): number {
  const laws = new Set(parts.flatMap((of) => of.flatMap(({ payments: { keys } }) => keys)));
  const ofPart = ({ of: { pool }, payments }: Part) =>
    pool.engine.kind === "exact" ? cellsOf(pool) * (pool.tiers.length + 3) : payments.laws.length + 10;
  return 40 * laws.size + worlds.length * parts[0].reduce((sum, part) => sum + ofPart(part), 0);
}

/** Cells of a pool's life table in one world, over all periods. */
export function cellsOf({ periods, cohorts, classes, ages }: PoolPlan): number {
  return periods.length * (cohorts.length / 2 + 1) * classes.length * ages.entries.length;
}

interface Part {
  readonly of: PoolInWorld;
  readonly payments: Payments;
}

function partsOf({ pools }: PlanInWorld, window: Window, laws: KnownLaws): Part[] {
  return pools.map((of) => ({ of, payments: paymentsOf(of, window, laws) }));
}

function totalInWorld(parts: readonly Part[]): TotalInWorld {
  let [mean, variance, certain] = [0, 0, 0];
  const claims: ClaimsOfLaw[] = [];
  for (const part of parts) {
    const { copies } = part.of.pool;
    const moments = momentsOf(part);
    mean += copies * moments.mean;
    variance += copies * moments.variance;
    certain += copies * part.payments.certain;
    claims.push(...claimsOf(part));
  }
  return { claims, moments: { mean, variance }, certain };
}

function momentsOf({ of, payments }: Part): Moments {
  if (of.pool.engine.kind === "exact") return personTotals(of, payments, momentsAlgebra(payments.laws));
  return expectedClaims(of, payments).reduce<Moments>(
    ({ mean, variance }, expected, i) => {
      const law = payments.laws[i];
      return {
        mean: mean + expected * law.mean,
        variance: variance + expected * (law.variance + law.mean * law.mean),
      };
    },
    { mean: 0, variance: 0 },
  );
}

/** How many claims of each law: a Poisson number is at least as spread as that of single claims is, but for rows that say otherwise. */
function claimsOf({ of, payments }: Part): ClaimsOfLaw[] {
  const { pool, world } = of;
  const counts = expectedClaims(of, payments);
  return payments.laws.flatMap((law, i): ClaimsOfLaw[] => {
    if (counts[i] === 0) return [];
    const mean = pool.copies * counts[i];
    const tier = payments.lawAt.findIndex((at) => at.includes(i));
    const rule = pool.rules[0].counts[tier];
    if (pool.engine.kind === "fast" || rule?.kind !== "negativeBinomial")
      return [{ law, count: { kind: "poisson", mean } }];
    const members = world.valueIn(pool.rules[0].classes[pool.tiers[tier].classIndex ?? 0].portion);
    return [{ law, count: { kind: "negativeBinomial", mean, shape: members * world.valueIn(rule.shape) } }];
  });
}

/** The means of neighbouring worlds are so near to each other that a mixture of theirs has no gaps. */
function isDense(totals: readonly TotalInWorld[], worlds: readonly PlanInWorld[], shape: Shape): boolean {
  let stride = 1;
  for (const { spots, isSmooth } of [...shape].reverse()) {
    for (let w = 0; isSmooth && w + stride < totals.length; w++) {
      const isLast = Math.floor(w / stride) % spots === spots - 1;
      const isRare = Math.min(worlds[w].weight, worlds[w + stride].weight) < rare;
      if (!isLast && !isRare && !areNear(totals[w], totals[w + stride])) return false;
    }
    stride *= spots;
  }
  return true;
}

function areNear(a: TotalInWorld, b: TotalInWorld): boolean {
  const way = Math.abs(b.moments.mean + b.certain - a.moments.mean - a.certain);
  return way <= 2 * Math.sqrt(Math.max(a.moments.variance, b.moments.variance));
}

/** A lattice, and the transforms of the laws of amounts on it that are known already. */
interface OnCircle {
  readonly circle: Circle;
  readonly laws: Map<string, Float64Array>;
}

function transformInWorld(parts: readonly Part[], certain: number, on: OnCircle): Float64Array {
  const { circle } = on;
  const algebra = transformsAlgebra([], circle.size);
  const all = parts.reduce(
    (product, part) => algebra.sum(product, algebra.times(transformOfPart(part, on), part.of.pool.copies)),
    algebra.nothing,
  );
  return certain === 0 ? all : algebra.sum(all, transformOfCertain(certain, circle));
}

function transformOfPart({ of, payments }: Part, on: OnCircle): Float64Array {
  const { size } = on.circle;
  const laws = payments.laws.map((law, i) => transformOfLaw(law, payments.keys[i], on));
  if (of.pool.engine.kind === "exact") return personTotals(of, payments, transformsAlgebra(laws, size));
  const counts = expectedClaims(of, payments);
  return compoundPoisson(
    laws.map((law, i) => [counts[i], law]),
    size,
  );
}

function transformOfLaw(
  law: AmountLaw,
  key: string,
  { circle: { step, size }, laws }: OnCircle,
): Float64Array {
  const known = laws.get(key) ?? transformOf(onLattice(law, step, mostSteps(size)), size);
  laws.set(key, known);
  return known;
}

/** An amount may be larger than the circle is long where it starts above 0: it then goes around. */
const mostSteps = (size: number) => 4 * size;

function transformOfCertain(amount: number, { step, size }: Circle): Float64Array {
  const steps = amount / step;
  const below = Math.floor(steps + 1e-9);
  const part = Math.max(0, steps - below);
  const law = new Float64Array(size);
  law[below % size] += 1 - part;
  law[(below + 1) % size] += part;
  return transformOf(law, size);
}

/** Probabilities below this are what rounding leaves of a transform. */
const rounding = 1e-14;

/** Cut open where no total is. */
function fromCircle(
  transform: Float64Array,
  { offset, first, size, step, isSplit }: Circle,
): LossDistribution {
  const around = distributionOf(transform);
  const probabilities = Float64Array.from({ length: size }, (_, i) => {
    const probability = around[(first + i) % size];
    return probability > rounding ? probability : 0;
  });
  const sum = probabilities.reduce((a, b) => a + b, 0);
  return {
    values: Float64Array.from({ length: size }, (_, i) => offset + (first + i) * step),
    probabilities: probabilities.map((probability) => probability / sum),
    width: isSplit ? step : 0,
  };
}
