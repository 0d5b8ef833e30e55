import type { ReportInputs } from "../inputs.ts";
import type { Books } from "../report.ts";
import type { ColumnLookup } from "./columnLookup.ts";
import { reportFigure } from "./reportFigure.ts";

/** The page of the report that must add up: contributions + subsidy = aid + fee + surplus at the end. */
export function makeBooks({ results }: ReportInputs, lookup: ColumnLookup): Books {
  const total = (metric: "contributions" | "subsidy" | "aid" | "aidCut" | "fee") =>
    lookup.figure({ kind: "total", metric });
  const surplusAtEnd = reportFigure(results.periods.at(-1)?.figures.surplus ?? null);
  if (!surplusAtEnd) throw new Error("the last period has no surplus");
  return {
    maxImbalance: results.maxImbalance,
    maxMemberImbalance: results.maxMemberImbalance,
    checked: results.replications * results.periods.length,
    contributions: total("contributions"),
    subsidy: total("subsidy"),
    aid: total("aid"),
    aidCut: total("aidCut"),
    fee: total("fee"),
    surplusAtEnd,
    runOffCost: lookup.figure({ kind: "runOff", metric: "cost" }),
  };
}
