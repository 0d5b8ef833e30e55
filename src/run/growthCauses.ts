import { activeCauses } from "../plan/activeCauses.ts";
import { makePlan } from "../plan/makePlan.ts";
import type { Plan } from "../plan/plan.ts";
import { planSeries } from "../plan/planSeries.ts";
import { lastPeriodOf } from "../plan/yearRange.ts";
import type { Cause } from "../scenario/causes.ts";
import { coversYear } from "../scenario/coversYear.ts";
import type { Scenario } from "../scenario/scenario.ts";
import type { BlockTally } from "../statistics/blockTally.ts";
import {
  type CauseOrder,
  type GrowthCauses,
  notSplitByCauses,
  type SeriesGrowth,
  splitGrowth,
} from "../statistics/growthSplit.ts";
import type { Results } from "../statistics/results.ts";
import { meanOf } from "../statistics/standardError.ts";
import { inOrder } from "./inOrder.ts";
import type { Computing } from "./simulate.ts";

/**
 * Simulates the first replications again without some causes of growth, along the order in which a plan comes to feel them and along its
 * reverse, with the same luck, and splits the growth of the yearly share (`splitGrowth`).
 *
 * @param own what was simulated with all causes
 */
export async function growthCauses(
  scenario: Scenario,
  plan: Plan,
  own: Results,
  computing: Computing,
): Promise<GrowthCauses> {
  const active = activeCauses(scenario);
  if (active.length === 0) return notSplitByCauses;
  const replications = growthReplications(plan, own.replications, active.length);
  const series = planSeries(plan);
  const worlds = new Map([[keyOf(active), ownWorld(plan, own, replications)]]);
  const partial = partialWorlds(active);
  const simulated = inOrder(partial.length, worldsAtOnce, async (i) => {
    const on = partial[i];
    const off = active.filter((cause) => !on.includes(cause));
    return { on, world: await simulateWithout(scenario, plan, off, replications, computing) };
  });
  for await (const { on, world } of simulated) {
    if (world === null) return notSplitByCauses;
    worlds.set(keyOf(on), world);
  }
  const orders = [active, active.toReversed()].map((order) => ({
    causes: order,
    worlds: worldsAlong([order]).map((on) => required(worlds, keyOf(on))),
  }));
  return {
    kind: "split",
    replications,
    simulations: worlds.size - 1,
    causes: active,
    series: series.map((_, s) => seriesGrowth(scenario, plan, orders, s)),
  };
}

/** Yearly shares of the plan and its pools, and how long each ran. */
interface World {
  /** By series, then year of the plan: a number per replication. */
  readonly shares: readonly (readonly Float64Array[])[];
  /** By series: the last period each replication ran through. */
  readonly ranThrough: readonly Int32Array[];
}

const leastClusters = 8;

/** Simulations without some of so many causes: along an order and along its reverse, which have the first and the last in common. */
const worldsWithout = (causes: number) => Math.max(0, 2 * causes - 1);

/**
 * Replications of each of them, in whole blocks: together about as many as the run itself; at least a block, and 8 blocks where a number
 * reshapes the plan.
 */
function growthReplications({ blockSize, shapes }: Plan, replications: number, causes: number): number {
  const least = shapes.length > 0 ? leastClusters * blockSize : blockSize;
  const wanted = Math.max(replications / Math.max(1, worldsWithout(causes)), least);
  return Math.min(replications, Math.ceil(wanted / blockSize) * blockSize);
}

/** Along each order: no cause, the first, the first two... up to all. */
function worldsAlong(orders: readonly (readonly Cause[])[]): (readonly Cause[])[] {
  return orders.flatMap((order) => [...order, null].map((_, count) => order.slice(0, count)));
}

/** Those along the order and its reverse that lack a cause, each once. */
function partialWorlds(active: readonly Cause[]): (readonly Cause[])[] {
  const partial = worldsAlong([active, active.toReversed()]).filter(({ length }) => length < active.length);
  return [...new Map(partial.map((on) => [keyOf(on), on])).values()];
}

/** While threads simulate one, plans of the next are made. */
const worldsAtOnce = 3;

/** Replications that it takes, where all of the plan's are simulated. */
export function worldReplications(scenario: Scenario, plan: Plan): number {
  const active = activeCauses(scenario);
  return worldsWithout(active.length) * growthReplications(plan, plan.replications, active.length);
}

const keyOf = (on: readonly Cause[]) => on.toSorted().join(" ");

function required<T>(known: ReadonlyMap<string, T>, key: string): T {
  const value = known.get(key);
  if (value === undefined) throw new Error(`no world ${key}`);
  return value;
}

/** By series, the columns of the yearly shares. */
function shareColumns({ columns, years }: Pick<Plan, "columns" | "years">, series: number): number[] {
  return years.map((year) =>
    columns.findIndex(
      (column) =>
        column.series === series &&
        column.of.kind === "yearSum" &&
        column.of.metric === "share" &&
        column.of.year === year,
    ),
  );
}

function ownWorld(plan: Plan, own: Results, replications: number): World {
  const names = plan.columns.map(({ name }) => name);
  return {
    shares: own.series.map((_, s) =>
      shareColumns(plan, s).map((c) => own.columns[names[c]].values.subarray(0, replications)),
    ),
    ranThrough: own.series.map(({ lastRunning, endings }) =>
      lastRunning.subarray(0, replications).map((last, r) => (endings[r] === 0 ? foreverRunning : last)),
    ),
  };
}

const foreverRunning = 2 ** 31 - 1;

/** null: stopped before its end. */
async function simulateWithout(
  scenario: Scenario,
  plan: Plan,
  off: readonly Cause[],
  replications: number,
  { runBlocks, control }: Computing,
): Promise<World | null> {
  const { engine, columns, luck } = plan;
  const without = [...scenario.without, ...off];
  const made = makePlan({ ...scenario, engine: engine.kind, without, replications });
  const shares = columns.filter(({ of }) => of.kind === "yearSum" && of.metric === "share");
  const other: Plan = { ...made, columns: shares, luck };
  const series = planSeries(other);
  const world = {
    shares: series.map(() => plan.years.map(() => new Float64Array(replications))),
    ranThrough: series.map(() => new Int32Array(replications)),
  };
  const columnsOf = series.map((_, s) => shareColumns(other, s));
  let done = 0;
  await runBlocks(other, control, (block) => {
    record(world, block, columnsOf);
    done += block.count;
  });
  return done < replications ? null : world;
}

function record(
  { shares, ranThrough }: World,
  { first, count, columns, series }: BlockTally,
  columnsOf: readonly (readonly number[])[],
): void {
  columnsOf.forEach((ofYears, s) => {
    ofYears.forEach((c, year) => {
      shares[s][year].set(columns.subarray(c * count, (c + 1) * count), first);
    });
    const { lastRunning, endings } = series[s];
    lastRunning.forEach((last, r) => {
      ranThrough[s][first + r] = endings[r] === 0 ? foreverRunning : last;
    });
  });
}

interface OrderedWorlds {
  readonly causes: readonly Cause[];
  readonly worlds: readonly World[];
}

/** Splits a series' growth between the complete years through which at least half of the replications ran whatever is switched off. */
function seriesGrowth(
  { calendar }: Scenario,
  plan: Plan,
  orders: readonly OrderedWorlds[],
  s: number,
): SeriesGrowth | null {
  const all = orders.flatMap(({ worlds }) => worlds);
  const replications = all[0].ranThrough[s].length;
  const keptThrough = (year: number) =>
    Array.from({ length: replications }, (_, r) => r).filter((r) =>
      all.every(({ ranThrough }) => ranThrough[s][r] >= lastPeriodOf(plan.periods, year)),
    );
  const last = plan.years.findLastIndex(
    (year) => coversYear(calendar, year) && 2 * keptThrough(year).length >= replications,
  );
  if (last < 1) return null;
  const kept = keptThrough(plan.years[last]);
  const sharesOf = ({ shares }: World, year: number) => Float64Array.from(kept, (r) => shares[s][year][r]);
  const chosen = plan.years.flatMap((year, y) => {
    const isAsked =
      y <= last && coversYear(calendar, year) && all.every((world) => meanOf(sharesOf(world, y)) > 0);
    return isAsked ? [y] : [];
  });
  if (chosen.length < 2) return null;
  const split: CauseOrder[] = orders.map(({ causes, worlds }) => ({
    causes,
    shares: worlds.map((world) => chosen.map((y) => sharesOf(world, y))),
  }));
  const sampling = samplingOf(plan, kept);
  const span = (from: number, to: number) => splitGrowth(split, { from, to }, sampling);
  return {
    years: chosen.map((y) => plan.years[y]),
    kept: kept.length,
    whole: span(0, chosen.length - 1),
    steps: chosen.length > 2 ? chosen.slice(1).map((_, i) => span(i, i + 1)) : [],
  };
}

/** Replications count as independent, on the safe side, unless a number reshapes the plan block by block. */
function samplingOf({ shapes, blockSize }: Plan, kept: readonly number[]) {
  const counts = new Map<number, number>();
  for (const r of kept)
    counts.set(Math.floor(r / blockSize), (counts.get(Math.floor(r / blockSize)) ?? 0) + 1);
  return { clustered: shapes.length > 0, blockCounts: [...counts.values()] };
}
