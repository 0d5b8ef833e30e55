import type { Books, Ledger } from "../report.ts";
import { reportFigure } from "./reportFigure.ts";
import type { Subject } from "./subject.ts";

/** The page that must add up: contributions + subsidy = aid + fee + refunds + surplus at the end. */
export function makeLedger(subject: Subject): Ledger {
  const { lookup, series } = subject;
  const total = (metric: "contributions" | "subsidy" | "aid" | "aidCut" | "fee" | "refunds") =>
    lookup.figure({ kind: "total", metric });
  const runOff = (metric: "cost" | "cases" | "subsidy" | "refunds") =>
    lookup.figure({ kind: "runOff", metric });
  const surplusAtEnd = reportFigure(series.periods.at(-1)?.figures.surplus ?? null);
  if (!surplusAtEnd) throw new Error("the last period has no surplus");
  return {
    contributions: total("contributions"),
    subsidy: total("subsidy"),
    aid: total("aid"),
    aidCut: total("aidCut"),
    fee: total("fee"),
    refunds: total("refunds"),
    surplusAtEnd,
    runOffCost: runOff("cost"),
    runOffCases: runOff("cases"),
    runOffSubsidy: runOff("subsidy"),
    runOffRefunds: runOff("refunds"),
    deposits: makeDeposits(subject),
  };
}

/** The same, with how exactly every period of every replication balanced. */
export function makeBooks(subject: Subject): Books {
  const { results, pools } = subject.inputs;
  const { replications, series, maxImbalance, maxMemberImbalance } = results;
  const simulated = pools.reduce((sum, { copies }) => sum + copies, 0);
  return {
    maxImbalance,
    maxMemberImbalance,
    checked: replications * simulated * series[0].periods.length,
    ...makeLedger(subject),
  };
}

/** The second ledger, of members' deposits: paid + credited + moved = used + returned + lost + held. null where there are none. */
function makeDeposits({ lookup, series, index }: Subject): Ledger["deposits"] {
  if (lookup.find({ kind: "total", metric: "depositsPaid" }) === null) return null;
  const held = reportFigure(series.periods.at(-1)?.figures.deposits ?? null);
  if (!held) throw new Error("the last period has no deposits");
  const flows = {
    paid: lookup.figure({ kind: "total", metric: "depositsPaid" }),
    credited: lookup.figure({ kind: "total", metric: "depositsCredited" }),
    used: lookup.figure({ kind: "total", metric: "depositsUsed" }),
    returned: lookup.figure({ kind: "total", metric: "depositsReturned" }),
    lost: lookup.figure({ kind: "total", metric: "depositsLost" }),
    held,
  };
  const most = lookup.figure({ kind: "peak", metric: "deposits" });
  return { ...flows, moved: index === 0 ? 0 : movedOf(flows), most };
}

/**
 * What members who moved between pools brought or took along: what the other flows leave, as a run records no flow of its own for
 * it. 0 where that is rounding.
 */
function movedOf({ paid, credited, used, returned, lost, held }: Flows): number {
  const moved = used.mean + returned.mean + lost.mean + held.mean - paid.mean - credited.mean;
  return Math.abs(moved) > 1e-9 * (paid.mean + used.mean) ? moved : 0;
}

type Flows = Omit<NonNullable<Ledger["deposits"]>, "moved" | "most">;
