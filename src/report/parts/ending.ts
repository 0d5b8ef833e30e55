import { type EndingCause, endingCauses } from "../../plan/metrics.ts";
import type { Scenario } from "../../scenario/scenario.ts";
import { kaplanMeier } from "../../statistics/kaplanMeier.ts";
import type { ReportInputs } from "../inputs.ts";
import type { Ending } from "../report.ts";
import { portionEstimate } from "./estimate.ts";
import { reportEstimate } from "./reportFigure.ts";

/** When and why the plan ended, over the replications. */
export function makeEnding(inputs: Pick<ReportInputs, "results" | "periods" | "scenario">): Ending {
  const { results, periods, scenario } = inputs;
  const { endings, lastRunning } = results;
  const ended = (replication: number) => endings[replication] !== 0;
  const lastPeriods = lastRunning.filter((_, replication) => ended(replication)).sort();
  const causes = endingCauses
    .map((cause, i) => ({ cause, probability: portionEstimate(results, (r) => endings[r] === i) }))
    .filter(({ cause, probability }) => cause !== "none" && probability.value > 0)
    .sort((a, b) => b.probability.value - a.probability.value);
  return {
    probability: portionEstimate(results, ended),
    cause: causes[0]?.cause ?? null,
    date: lastPeriods.length > 0 ? periods[lastPeriods[(lastPeriods.length - 1) >> 1]].date : null,
    possible: possibleCauses(scenario),
    causes,
    survival: makeSurvival(inputs),
  };
}

function makeSurvival({ results, periods }: Pick<ReportInputs, "results" | "periods">): Ending["survival"] {
  const running = kaplanMeier(results.lastRunning, results.endings, periods.length, results);
  return periods
    .map(({ date, beyond }, period) => ({ date, beyond, probability: reportEstimate(running[period]) }))
    .filter(({ beyond }) => !beyond)
    .map(({ date, probability }) => ({ date, probability }));
}

function possibleCauses({ stages }: Scenario): EndingCause[] {
  const rules = stages.map(({ ending }) => ending);
  const possible: Partial<Record<EndingCause, boolean>> = {
    closing: rules.some(({ closing }) => closing !== null),
    minimumMembers: rules.some(({ minimumMembers }) => minimumMembers !== null),
    hazard: rules.some(({ hazard }) => hazard !== 0),
  };
  return endingCauses.filter((cause) => possible[cause]);
}
