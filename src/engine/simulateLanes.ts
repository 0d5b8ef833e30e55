import { type EntryRisks, entryRisksOf } from "../plan/entryRisks.ts";
import { metricIndex, periodMetrics } from "../plan/metrics.ts";
import type { Plan, PoolPlan } from "../plan/plan.ts";
import { planClasses } from "../plan/planClasses.ts";
import { check, type Imbalance } from "./check.ts";
import { addEndings, addPaths, divideMeans } from "./combine.ts";
import { addCopy, newCopies, spreadCopies } from "./copiesSpread.ts";
import { newExactPool } from "./exact/exactPool.ts";
import { newFastPool } from "./fast/fastPool.ts";
import type { Lanes } from "./lanes.ts";
import { type PoolRun, passOn } from "./passOn.ts";
import { record, type Sink } from "./record.ts";
import { recordClasses, recordEnd } from "./recordClasses.ts";
import type { Recording } from "./recording.ts";
import { drawShocks } from "./shocks.ts";
import { newState, type Surroundings, surround } from "./state.ts";
import { step } from "./step.ts";

/**
 * Some replications side by side, from the first period to the last. Pools of one copy go through the periods together, since
 * members move between them; of the others one copy after another.
 */
export function simulateLanes(
  plan: Plan,
  recording: Recording,
  offset: number,
  lanes: Lanes,
  worst: Imbalance,
): void {
  const block: LaneBlock = { plan, recording, offset, lanes, worst };
  const shocks = drawShocks(plan, lanes);
  const kinds = plan.pools.map((pool) => newKind(pool, surround(pool, lanes, shocks)));
  const single = kinds.filter(({ pool }) => pool.copies === 1);
  simulateTogether(
    block,
    single.map((kind) => recordedRun(block, kind, 0, sinkOf(block, seriesOf(plan, kind.pool)))),
  );
  for (const kind of kinds) if (kind.pool.copies > 1) simulateCopies(block, kind);
  if (plan.pools.length > 1) addUpPools(block);
}

/** What the lanes of a block are simulated with, and where they are recorded. */
interface LaneBlock {
  readonly plan: Plan;
  readonly recording: Recording;
  readonly offset: number;
  readonly lanes: Lanes;
  readonly worst: Imbalance;
}

/** A pool of which there may be copies, with what these have in common. */
interface Kind {
  readonly pool: PoolPlan;
  readonly around: Surroundings;
  readonly risksOf: (t: number, c: number) => EntryRisks;
}

interface RecordedRun extends PoolRun {
  readonly sink: Sink;
  /** Where its classes stand among those of all pools. */
  readonly planClass: { readonly count: number; readonly indices: readonly number[] };
}

function newKind(pool: PoolPlan, around: Surroundings): Kind {
  return { pool, around, risksOf: entryRisksOf(pool) };
}

function recordedRun(
  block: LaneBlock,
  { pool: plan, around, risksOf }: Kind,
  copy: number,
  sink: Sink,
): RecordedRun {
  const state = newState(plan, around, copy);
  const pool = plan.lumped ? newFastPool(plan, plan.lumped, state) : newExactPool(plan, state, risksOf);
  const all = planClasses(block.plan);
  const planClass = { count: all.length, indices: plan.classes.map((name) => all.indexOf(name)) };
  return { plan, state, pool, sink, planClass };
}

/** The series of a pool: the plan's, where it is the only one. */
function seriesOf({ pools }: Plan, pool: PoolPlan): number {
  return pools.length === 1 ? 0 : 1 + pools.indexOf(pool);
}

function sinkOf({ recording: { outcome }, offset }: LaneBlock, series: number): Sink {
  const { periods, count } = outcome;
  return { paths: outcome.series[series].paths, periods, count, offset };
}

/** Pools side by side: later ones first, so that an earlier one knows whether the one that takes its members still runs. */
function simulateTogether(block: LaneBlock, runs: readonly RecordedRun[]): void {
  const { plan } = block;
  const byPool = plan.pools.map((pool) => runs.find((run) => run.plan === pool));
  const others = byPool.map((run) => run?.state);
  const before = runs.map(({ state }) => state.joinedSoFar.slice());
  for (const { state } of runs) state.others = others;
  for (let t = 0; t < plan.periods.length; t++) {
    for (let i = runs.length - 1; i >= 0; i--) settle(block, runs[i], before[i], t);
    if (runs.length > 1) passOn(byPool, t);
  }
  for (const run of runs) recordRun(block, run, seriesOf(plan, run.plan));
}

/** One period of a pool. */
function settle(
  { recording, offset, worst }: LaneBlock,
  { plan, state, pool, sink, planClass }: RecordedRun,
  membersBefore: Float64Array,
  t: number,
): void {
  step(plan, state, pool, t);
  check(plan, state, t, membersBefore, worst);
  record(plan, state, sink, t);
  recordClasses(plan, state, recording, offset, t, planClass);
  membersBefore.set(state.now.members);
}

function recordRun({ recording, offset }: LaneBlock, { state }: RecordedRun, series: number): void {
  const { outcome, atEnd } = recording;
  addEndings(outcome.series[series], offset, state, true);
  recordEnd(state, atEnd[series], outcome.count, offset);
}

/** Copies of a pool one after another, added up as they are done. */
function simulateCopies(block: LaneBlock, kind: Kind): void {
  const { plan, recording, offset, lanes } = block;
  const { outcome } = recording;
  const series = seriesOf(plan, kind.pool);
  const into = sinkOf(block, series);
  const scratch = new Float64Array(periodMetrics.length * outcome.periods * lanes.count);
  const sink: Sink = { paths: scratch, periods: outcome.periods, count: lanes.count, offset: 0 };
  const copies = newCopies(lanes.count);
  const used = lanes.arena.used();
  for (let copy = 0; copy < kind.pool.copies; copy++) {
    lanes.arena.giveUp(used);
    scratch.fill(0);
    const run = recordedRun(block, kind, copy, sink);
    const membersBefore = run.state.joinedSoFar.slice();
    for (let t = 0; t < outcome.periods; t++) settle(block, run, membersBefore, t);
    addPaths(into, sink, lanes.count);
    addEndings(outcome.series[series], offset, run.state, copy === 0);
    recordEnd(run.state, recording.atEnd[series], outcome.count, offset);
    addCopy(copies, run.state, cutOf(sink));
  }
  divideMeans(into, lanes.count);
  const spread = recording.copies[plan.pools.indexOf(kind.pool)];
  if (spread) spreadCopies(copies, spread, outcome.count, offset);
}

/** The aid that was owed and not paid, over all periods, by lane. */
function cutOf({ paths, periods, count }: Sink): Float64Array {
  const cut = new Float64Array(count);
  const first = metricIndex.aidCut * periods * count;
  for (let i = 0; i < periods * count; i++) cut[i % count] += paths[first + i];
  return cut;
}

/** The whole plan from its pools. */
function addUpPools(block: LaneBlock): void {
  const { plan, recording, offset, lanes } = block;
  const { outcome, atEnd } = recording;
  const whole = sinkOf(block, 0);
  plan.pools.forEach((_, p) => {
    addPaths(whole, sinkOf(block, p + 1), lanes.count);
    const of = outcome.series[p + 1];
    const lastRunning = of.lastRunning.subarray(offset, offset + lanes.count);
    const ending = of.endings.subarray(offset, offset + lanes.count);
    addEndings(outcome.series[0], offset, { lastRunning, ending }, p === 0);
    for (let i = 0; i < atEnd[0].length; i++) {
      const lane = i % outcome.count;
      if (lane >= offset && lane < offset + lanes.count) atEnd[0][i] += atEnd[p + 1][i];
    }
  });
  divideMeans(whole, lanes.count);
}
