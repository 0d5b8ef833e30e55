import { type EndingCause, endingCauses, type PeriodMetric, periodMetrics } from "../../src/plan/metrics.ts";

/*
 * A toy of a mutual-aid plan, only good enough to give the report believable numbers that balance. It shares no code
 * with the engine, so that the report can be developed and tested without it.
 */

export interface ToyPlan {
  readonly replications: number;
  readonly from: { readonly year: number; readonly month: number };
  readonly years: number;
  readonly periodsPerYear: 1 | 12 | 24;
  readonly initial: number;
  /** Joiners in a period. */
  readonly joiners: (period: number, years: number) => number;
  readonly classes: readonly {
    readonly name: string;
    readonly relativeRisk: number;
    readonly portionOfJoiners: number;
  }[];
  /** Claims per covered member and year; 0: nobody ever claims. */
  readonly incidence: number;
  readonly meanAid: number;
  readonly fee: number;
  readonly lapse: number;
  /** Growth of the lapse of the low risks per yuan of yearly share. */
  readonly sensitivity: number;
  readonly hazard: number;
  readonly minimumMembers: number;
  /** Last period of a plan that closes by decision; Infinity: none. */
  readonly closes: number;
  /** Standard deviation of the logarithm of the unknown level. */
  readonly spread: number;
  /** Paid in by each joiner; a fifth of it is credited by the operator. 0: postpaid. */
  readonly deposit: number;
  /** Part of all contributions that is given back at the end. */
  readonly refund: number;
  /** Part of the aid of three periods after the end that is paid, by the operator. 1 and no cases: `null`. */
  readonly runOffPaid: number | null;
}

/** Of one pool or of the whole plan; by period and replication. */
export interface ToySeries {
  readonly paths: Readonly<Record<PeriodMetric, number[][]>>;
  readonly lastRunning: Int32Array;
  readonly endings: Uint8Array;
  /** By replication, of what ended. */
  readonly atEnd: Readonly<Record<ToyEndMetric, number[]>>;
}

export const toyEndMetrics = [
  "members",
  "deposits",
  "cost",
  "cases",
  "subsidy",
  "refunds",
  "depositsReturned",
  "depositsLost",
  "aid",
  "aidCut",
] as const;
export type ToyEndMetric = (typeof toyEndMetrics)[number];

/** Sums over a class, by period and replication. */
export interface ToyClass {
  readonly members: number[][];
  readonly asked: number[][];
  readonly expectedAid: number[][];
}

export interface ToyPool extends ToySeries {
  readonly classes: readonly ToyClass[];
}

export function runToyPool(plan: ToyPlan, periods: number): ToyPool {
  const zeros = () => Array.from({ length: periods }, () => new Array<number>(plan.replications).fill(0));
  const pool = {
    paths: Object.fromEntries(periodMetrics.map(({ key }) => [key, zeros()])) as ToySeries["paths"],
    classes: plan.classes.map(() => ({ members: zeros(), asked: zeros(), expectedAid: zeros() })),
    lastRunning: new Int32Array(plan.replications),
    endings: new Uint8Array(plan.replications),
    atEnd: Object.fromEntries(
      toyEndMetrics.map((key) => [key, new Array<number>(plan.replications).fill(0)]),
    ) as ToySeries["atEnd"],
  };
  for (let r = 0; r < plan.replications; r++) {
    const { last, cause } = toyReplication(plan, periods, r, pool);
    pool.lastRunning[r] = last;
    pool.endings[r] = endingCauses.indexOf(cause);
    if (cause !== "none") endToy(plan, pool, r, last);
    for (let t = last + 1; t < periods; t++) pool.paths.surplus[t][r] = pool.paths.surplus[last][r];
  }
  return pool;
}

/** One replication; writes its figures into the pool and says how it ended. */
function toyReplication(
  plan: ToyPlan,
  periods: number,
  r: number,
  { paths, classes }: ToyPool,
): { last: number; cause: EndingCause } {
  const random = generator(r + 1);
  const level = Math.exp(plan.spread * normal(random));
  const members = plan.classes.map(({ portionOfJoiners }) => plan.initial * portionOfJoiners);
  const waiting: number[] = [];
  let [surplus, yearly, reported, held] = [0, 0, 0, 0];
  const shares: number[] = [];
  for (let t = 0; t < periods; t++) {
    const perYear = plan.periodsPerYear;
    const put = (metric: PeriodMetric, value: number) => {
      paths[metric][t][r] = value;
    };
    const joiners = Math.round(plan.joiners(t, t / perYear));
    plan.classes.forEach(({ portionOfJoiners }, c) => {
      members[c] += joiners * portionOfJoiners;
    });
    waiting.push(joiners);
    const all = sum(members);
    const covered = all - sum(waiting.slice(-Math.ceil(perYear / 4)));
    const risk = sum(members.map((m, c) => m * plan.classes[c].relativeRisk)) / Math.max(all, 1e-9);
    const atStart = sum(plan.classes.map((c) => c.portionOfJoiners * c.relativeRisk));
    const ageIndex = 1 + 0.03 * (t / perYear);
    const durationIndex = 1 - 0.7 * Math.exp(-(t + 1) / perYear / 2);
    const expected =
      (Math.max(covered, 0) * plan.incidence * level * (risk / atStart) * ageIndex * durationIndex) / perYear;
    reported += (expected - reported) * 0.35;
    const mean = perYear === 1 ? expected : reported;
    const cases = Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
    const aid = cases * plan.meanAid * (1 - 0.04 * Math.min(t / perYear, 3));
    const fee = aid * plan.fee;
    const share = all < 1 ? 0 : Math.max(0, Math.ceil(((aid + fee - surplus) / all) * 100 - 1e-9) / 100);
    surplus += share * all - aid - fee;
    shares.push(share);
    yearly = sum(shares.slice(-perYear));
    put("sharers", all);
    put("covered", covered);
    put("joiners", joiners);
    put("cases", cases);
    put("aid", aid);
    put("fee", fee);
    put("contributions", share * all);
    put("surplus", surplus);
    put("share", share);
    put("shareRollingYear", yearly);
    put("meanAge", 33 + t / perYear / 2);
    put("ageIndex", ageIndex);
    put("selectionIndex", risk / atStart);
    put("durationIndex", durationIndex);
    put("poolsRunning", 1);
    const perRisk = (expected * plan.meanAid) / Math.max(all * risk, 1e-9);
    classes.forEach(({ asked, expectedAid }, c) => {
      asked[t][r] = share * members[c];
      expectedAid[t][r] = perRisk * plan.classes[c].relativeRisk * members[c];
    });
    const out = plan.deposit > 0 && t > 2 ? usedUpPart(held / all, plan.deposit) : 0.0006;
    let lapsed = 0;
    members.forEach((m, c) => {
      const rate = plan.lapse * (1 + (plan.sensitivity * yearly) / plan.classes[c].relativeRisk ** 2);
      const left = m * (1 - Math.exp(-rate / perYear)) * (1 + 0.1 * normal(random));
      members[c] = Math.max(0, m - left);
      lapsed += Math.min(left, m);
    });
    const others = {
      claimed: cases * 0.9,
      died: all * (0.0008 / perYear),
      defaulted: all * out,
      agedOut: all * (0.004 / perYear),
    };
    const scale = Math.max(0, 1 - sum(Object.values(others)) / Math.max(sum(members), 1e-9));
    for (const [metric, value] of Object.entries(others)) put(metric as PeriodMetric, Math.min(value, all));
    members.forEach((m, c) => {
      members[c] = m * scale;
      classes[c].members[t][r] = members[c];
    });
    put("lapsed", lapsed);
    put("members", sum(members));
    if (plan.deposit > 0) {
      const newcomers = joiners + (t === 0 ? plan.initial : 0);
      held = depositStep({ plan, held, newcomers, used: share * all, left: all - sum(members), all }, put);
    }
    if (t >= plan.closes) return { last: t, cause: "closing" };
    if (t > 3 && sum(members) < plan.minimumMembers) return { last: t, cause: "minimumMembers" };
    if (random() < 1 - Math.exp(-plan.hazard / perYear)) return { last: t, cause: "hazard" };
  }
  return { last: periods - 1, cause: "none" };
}

/** Members whose deposits are used up: more of them, the less is left. */
const usedUpPart = (perHead: number, deposit: number) =>
  0.25 * Math.max(0, 1 - perHead / (0.6 * deposit)) + 0.0006;

interface DepositStep {
  readonly plan: ToyPlan;
  readonly held: number;
  readonly newcomers: number;
  readonly used: number;
  readonly left: number;
  readonly all: number;
}

/** Joiners pay in, shares are taken, leavers forfeit theirs; who is short tops up. Says what is held then. */
function depositStep(
  { plan, held, newcomers, used, left, all }: DepositStep,
  put: (metric: PeriodMetric, value: number) => void,
): number {
  const credited = 0.2 * newcomers * plan.deposit;
  const before = held + newcomers * plan.deposit + credited;
  const toppedUp = Math.max(0, used + 0.5 * all - before);
  const rest = before + toppedUp - used;
  const lost = rest * Math.min(1, left / Math.max(all, 1e-9));
  put("depositsPaid", newcomers * plan.deposit + toppedUp);
  put("depositsCredited", credited);
  put("depositsUsed", used);
  put("depositsLost", lost);
  put("deposits", rest - lost);
  return rest - lost;
}

/** Refunds and deposits given back at the end, then three periods of run-off, paid by the operator. */
function endToy(plan: ToyPlan, { paths, atEnd }: ToyPool, r: number, last: number): void {
  atEnd.members[r] = paths.members[last][r];
  const held = paths.deposits[last][r];
  atEnd.deposits[r] = held;
  atEnd.depositsReturned[r] = 0.8 * held;
  atEnd.depositsLost[r] = 0.2 * held;
  paths.depositsReturned[last][r] += 0.8 * held;
  paths.depositsLost[last][r] += 0.2 * held;
  paths.deposits[last][r] = 0;
  const refunds = plan.refund * sum(paths.contributions.map((of) => of[r]));
  paths.refunds[last][r] = refunds;
  paths.subsidy[last][r] += refunds;
  atEnd.refunds[r] = refunds;
  atEnd.subsidy[r] = refunds;
  if (plan.runOffPaid === null) return;
  for (let t = last + 1; t < Math.min(last + 4, paths.cases.length); t++) {
    const cases = Math.round(paths.cases[last][r] / (t - last + 1));
    const owed = cases * plan.meanAid;
    const aid = owed * plan.runOffPaid;
    paths.cases[t][r] = cases;
    paths.aid[t][r] = aid;
    paths.aidCut[t][r] = owed - aid;
    paths.subsidy[t][r] = aid;
    atEnd.cases[r] += cases;
    atEnd.cost[r] += owed;
    atEnd.aid[r] += aid;
    atEnd.aidCut[r] += owed - aid;
    atEnd.subsidy[r] += aid;
  }
}

export function toyDates({ from, years, periodsPerYear }: ToyPlan): string[] {
  const dates: string[] = [];
  for (let i = 0; i < years * periodsPerYear; i++) {
    const month = from.month - 1 + (periodsPerYear === 24 ? Math.floor(i / 2) : i * (12 / periodsPerYear));
    const day = periodsPerYear === 24 && i % 2 === 0 ? "14" : "28";
    dates.push(`${from.year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-${day}`);
  }
  return dates;
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Mulberry32: enough for a toy. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b1);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
