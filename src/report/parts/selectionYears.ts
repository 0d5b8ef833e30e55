import { columnFigure } from "../../statistics/columnFigure.ts";
import type { Figure } from "../../statistics/figure.ts";
import type { AdverseSelection } from "../report.ts";
import { keep, meanEstimate } from "./estimate.ts";
import type { Subject } from "./subject.ts";
import { lastPeriodOf } from "./years.ts";

type SelectionYear = AdverseSelection["years"][number];

/**
 * What leaving and joining do to the members' mean relative risk, year by year, over the replications that ran to the year's last
 * settlement; in each of these the terms add up to the change. Years without such replications are left out, and all where the
 * plan records no such terms, being of one class.
 */
export function makeSelectionYears(plan: Subject): SelectionYear[] {
  return plan.inputs.years.flatMap(({ year }) => {
    const found = selectionYear(plan, year);
    return found === null ? [] : [found];
  });
}

function selectionYear({ inputs, lookup, series }: Subject, year: number): SelectionYear | null {
  const end = (of: number, metric: "riskOfMembers" | "multipleOfStayers") =>
    lookup.find({ kind: "yearEnd", year: of, metric })?.values;
  const term = (metric: "selectionByLeaving" | "selectionByJoining") =>
    lookup.find({ kind: "yearSum", year, metric })?.values;
  const [risk, multiple] = [end(year, "riskOfMembers"), end(year, "multipleOfStayers")];
  const [leaving, joining] = [term("selectionByLeaving"), term("selectionByJoining")];
  if (!risk || !multiple || !leaving || !joining) return null;
  const before = end(year - 1, "riskOfMembers");
  const last = lastPeriodOf(inputs, year);
  const kept = (valueAt: (r: number) => number) =>
    keep(inputs.results, (r) => (series.lastRunning[r] >= last ? valueAt(r) : null));
  const figure = (values: Float64Array): Figure | null => {
    const ofKept = kept((r) => values[r]);
    return columnFigure(ofKept.values, ofKept.sampling);
  };
  const [riskOfMembers, multipleOfStayers] = [figure(risk), figure(multiple)];
  if (last < 0 || riskOfMembers === null || multipleOfStayers === null) return null;
  // Joiners at the start have a mean of 1.
  const change = (r: number) => risk[r] - (before?.[r] ?? 1);
  const estimate = (valueAt: (r: number) => number) => meanEstimate(kept(valueAt));
  return {
    year,
    replications: kept(() => 0).values.length,
    riskOfMembers,
    change: estimate(change),
    byLeaving: estimate((r) => leaving[r]),
    byJoining: estimate((r) => joining[r]),
    byRest: estimate((r) => change(r) - leaving[r] - joining[r]),
    multipleOfStayers,
  };
}
