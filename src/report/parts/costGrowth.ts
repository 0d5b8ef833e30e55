import type { Cause } from "../../scenario/causes.ts";
import type { GrowthCauses, GrowthSpan, SeriesGrowth } from "../../statistics/growthSplit.ts";
import type { CostGrowth } from "../report.ts";
import { growthAccounting } from "./growthAccounting.ts";
import type { Subject } from "./subject.ts";

/** What drove the yearly share: by causes switched off one after another, else by accounting; null where no two years can be compared. */
export function makeCostGrowth(plan: Subject, pools: readonly Subject[]): CostGrowth | null {
  const accounting = growthAccounting(plan);
  const { growth } = plan.inputs;
  const ofPlan = growth.kind === "split" ? growth.series[plan.index] : null;
  if (growth.kind === "split" && ofPlan) {
    return {
      method: "causes",
      simulations: growth.simulations,
      ...seriesOf(growth, ofPlan),
      pools: pools.flatMap(({ index, name }) => {
        const ofPool = growth.series[index];
        return ofPool ? [{ name, ...seriesOf(growth, ofPool) }] : [];
      }),
      accounting,
    };
  }
  return (
    accounting && { method: "accounting", simulations: 0, ...accounting, steps: [], pools: [], accounting }
  );
}

type Split = GrowthCauses & { readonly kind: "split" };

function seriesOf({ replications }: Split, { years, kept, whole, steps }: SeriesGrowth) {
  return {
    ...spanOf(years, whole),
    replications: kept,
    leftOut: replications - kept,
    steps: steps.map((step) => spanOf(years, step)),
  };
}

function spanOf(years: readonly number[], { from, to, ratio, factors, rest }: GrowthSpan) {
  return {
    from: years[from],
    to: years[to],
    ratio,
    factors: [
      ...factors.map(({ cause, ...factor }) => ({ key: cause, ...words[cause], ...factor })),
      { key: "rest", ...words.rest, factor: rest },
    ],
  };
}

const words: Readonly<Record<Cause | "rest", { readonly label: string; readonly meaning: string }>> = {
  waiting: {
    label: "Waiting runs out",
    meaning: "who waits shares the cost and has no claims yet; more and more members are past it",
  },
  select: {
    label: "Health checks wear off",
    meaning: "who has just declared to be healthy seldom falls ill; with the time since joining that fades",
  },
  delay: {
    label: "Late claims come in",
    meaning: "claims are approved long after the illness: the first shares do not know them yet",
  },
  ageing: { label: "Members age", meaning: "who stays grows older, and older members fall ill more often" },
  incidence: {
    label: "Trend and shocks",
    meaning: "incidence that changes for all: its trend, good and bad years, events, a changed level",
  },
  benefits: {
    label: "Changed benefits",
    meaning: "illnesses and amounts that rules changed, inflation of amounts, refusals",
  },
  feeAndCaps: { label: "Fee and caps", meaning: "the fee, and limits of what is asked" },
  joiners: { label: "Who joins", meaning: "joiners of other ages or classes than the first" },
  selection: {
    label: "Who stays",
    meaning: "adverse selection: better risks leave sooner than they would if all left alike",
  },
  rest: {
    label: "Everything else",
    meaning:
      "with all causes switched off: how many members there are, what the operator or a carried surplus pays, a calendar's uneven years, chance",
  },
};
