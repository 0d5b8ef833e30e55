import { endingCauses } from "../../plan/metrics.ts";
import { kaplanMeier } from "../../statistics/kaplanMeier.ts";
import type { Ending } from "../report.ts";
import { makeAftermath } from "./aftermath.ts";
import { endedBy } from "./endedBy.ts";
import { portionEstimate } from "./estimate.ts";
import { possibleEndings } from "./possibleEndings.ts";
import { reportEstimate } from "./reportFigure.ts";
import type { Subject } from "./subject.ts";

/** When and why it ended, over the replications, and what that left behind. */
export function makeEnding(subject: Subject): Ending {
  const { results } = subject.inputs;
  const { endings } = subject.series;
  const causes = endingCauses
    .map((cause, i) => ({ cause, i, probability: portionEstimate(results, (r) => endings[r] === i) }))
    .filter(({ cause, probability }) => cause !== "none" && probability.value > 0)
    .sort((a, b) => b.probability.value - a.probability.value);
  return {
    probability: portionEstimate(results, (r) => endings[r] !== 0),
    cause: causes[0]?.cause ?? null,
    date: datesOf(subject, (ending) => ending !== 0)?.q50 ?? null,
    possible: possibleEndings(subject.pools),
    causes: causes.flatMap(({ cause, i, probability }) => {
      const dates = datesOf(subject, (ending) => ending === i);
      return dates ? [{ cause, probability, dates }] : [];
    }),
    survival: makeSurvival(subject),
    byCause: causes.map(({ cause, i }) => ({ cause, ended: makeIncidence(subject, i) })),
    aftermath: makeAftermath(subject),
  };
}

type Dates = { readonly q05: string; readonly q50: string; readonly q95: string };

/** Days of the last settlement of those replications whose ending is meant; null: there are none. */
function datesOf({ inputs, series }: Subject, isMeant: (ending: EndingIndex) => boolean): Dates | null {
  const lasts = series.lastRunning.filter((_, replication) => isMeant(series.endings[replication])).sort();
  if (lasts.length === 0) return null;
  const dateAt = (p: number) => inputs.periods[lasts[Math.max(0, Math.ceil(p * lasts.length) - 1)]].date;
  return { q05: dateAt(0.05), q50: dateAt(0.5), q95: dateAt(0.95) };
}

/** Into `endingCauses`. */
type EndingIndex = number;

function makeSurvival({ inputs, series }: Subject): Ending["survival"] {
  const { results, periods } = inputs;
  const running = kaplanMeier(series.lastRunning, series.endings, periods.length, results);
  return onCalendar(inputs.periods, (period) => reportEstimate(running[period]));
}

function makeIncidence({ inputs, series }: Subject, ending: EndingIndex): Ending["survival"] {
  const ended = endedBy(series, ending, inputs.periods.length, inputs.results);
  return onCalendar(inputs.periods, (period) => ended[period]);
}

function onCalendar(
  periods: readonly { readonly date: string; readonly beyond: boolean }[],
  probabilityAt: (period: number) => Ending["probability"],
): Ending["survival"] {
  return periods
    .map(({ date, beyond }, period) => ({ date, beyond, probability: probabilityAt(period) }))
    .filter(({ beyond }) => !beyond)
    .map(({ date, probability }) => ({ date, probability }));
}
