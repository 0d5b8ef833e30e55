import type { AdverseSelection } from "../report.ts";
import { keep, meanEstimate } from "./estimate.ts";
import type { Subject } from "./subject.ts";

type Transfer = AdverseSelection["transfers"][number];

/**
 * What each class was asked for in a year, beside the aid it could expect. Had all been asked in proportion to that aid, a class
 * with E of the classes' expected aid and A of what they were asked for would have been asked for A E_class / E: what it was asked for
 * beyond passes to other classes, and adds up to 0 over the classes in each replication.
 */
export function makeTransfers(plan: Subject): Transfer[] {
  const { inputs } = plan;
  if (inputs.classes.length < 2) return [];
  return inputs.years.flatMap(({ year }) => transfersOf(plan, year));
}

function transfersOf({ inputs, lookup }: Subject, year: number): Transfer[] {
  const { results, classes } = inputs;
  const money = (metric: "asked" | "expectedAid") =>
    classes.flatMap(
      (_, classIndex) => lookup.find({ kind: "classMoney", year, classIndex, metric })?.values ?? [],
    );
  const [asked, aid] = [money("asked"), money("expectedAid")];
  if (asked.length < classes.length || aid.length < classes.length) return [];
  const [allAsked, allAid] = [sumOf(asked, results.replications), sumOf(aid, results.replications)];
  if (!allAsked.some((sum) => sum > 0)) return [];
  const estimate = (valueAt: (r: number) => number) => meanEstimate(keep(results, valueAt));
  return classes.map(({ name }, k) => {
    const perHead = (metric: "share" | "expectedAid") => {
      const values = lookup.find({ kind: "classSum", year, classIndex: k, metric })?.values;
      return (r: number) => values?.[r] ?? 0;
    };
    const [share, expected] = [perHead("share"), perHead("expectedAid")];
    return {
      year,
      name,
      asked: estimate((r) => asked[k][r]),
      expectedAid: estimate((r) => aid[k][r]),
      transfer: estimate((r) => (allAid[r] > 0 ? asked[k][r] - allAsked[r] * (aid[k][r] / allAid[r]) : 0)),
      askedPerHead: estimate(share),
      expectedAidPerHead: estimate(expected),
      differencePerHead: estimate((r) => share(r) - expected(r)),
    };
  });
}

function sumOf(columns: readonly Float64Array[], length: number): Float64Array {
  return Float64Array.from({ length }, (_, r) => columns.reduce((sum, values) => sum + values[r], 0));
}
