import { convergence } from "../../statistics/convergence.ts";
import type { ReportInputs } from "../inputs.ts";
import type { Certainty } from "../report.ts";

/** How sure the headline figures are, how they settled, and where their variance comes from. */
export function makeCertainty(inputs: ReportInputs): Certainty {
  const { results, headlines, variance, goals } = inputs;
  return {
    headlines: headlines.flatMap((name) => {
      const { values, figure } = results.columns[name];
      if (figure === null) return [];
      const split = variance.kind === "split" ? variance.splits[name] : null;
      return [{ name, figure, convergence: convergence(values, results), variance: split }];
    }),
    varianceFrom: variance.kind,
    varianceReplications: variance.kind === "split" ? variance.replications : 0,
    goals: goals.map(({ ask, value, se, most, isRelative, isReached, needed }) => ({
      ask,
      value,
      se,
      most,
      isRelative,
      isReached,
      needed: Number.isFinite(needed) ? needed : null,
    })),
    limit: goals.length > 0 ? inputs.replicationsAsked : null,
  };
}

/** All that were asked for: where a run stopped because its figures were sure enough, those it took. */
export function replicationsAskedOf({ goals, results, replicationsAsked }: ReportInputs): number {
  const isSure = goals.length > 0 && goals.every(({ isReached }) => isReached);
  return isSure ? results.replications : replicationsAsked;
}
