import type { Estimate } from "../../statistics/figure.ts";
import { meanOf } from "../../statistics/standardError.ts";
import type { Sharing } from "../report.ts";
import { keep, meanEstimate } from "./estimate.ts";
import type { Subject } from "./subject.ts";

/** Who pays for whom: what one of each class is asked for over the whole run, beside the aid it could expect. */
export function makeSharing(plan: Subject): Sharing {
  const { pools, classes } = plan.inputs;
  return {
    rules: pools.map(({ name, rule }) => ({
      pool: name,
      rule: rule.kind,
      increasingInTotal: rule.increasingInTotal,
    })),
    classes: classes.flatMap(({ name }, classIndex) => {
      const row = classRow(plan, classIndex);
      return row ? [{ name, ...row }] : [];
    }),
  };
}

function classRow({ inputs, lookup }: Subject, classIndex: number) {
  const column = (metric: "share" | "expectedAid") =>
    lookup.find({ kind: "classSum", year: null, classIndex, metric });
  const figure = (metric: "share" | "expectedAid") =>
    lookup.figure({ kind: "classSum", year: null, classIndex, metric });
  const [share, aid] = [column("share"), column("expectedAid")];
  if (!share || !aid) return null;
  const estimate = (at: (replication: number) => number) => meanEstimate(keep(inputs.results, at));
  return {
    share: figure("share"),
    expectedAid: figure("expectedAid"),
    ratio: ratioOfMeans(share.values, aid.values, estimate),
    difference: estimate((r) => share.values[r] - aid.values[r]),
  };
}

/** mean(above) / mean(below); its standard error by the delta method: that of the mean of (above - ratio below) / mean(below). */
function ratioOfMeans(
  above: Float64Array,
  below: Float64Array,
  estimate: (at: (replication: number) => number) => Estimate,
): Estimate | null {
  const mean = meanOf(below);
  if (!(mean > 0)) return null;
  const value = meanOf(above) / mean;
  return { value, se: estimate((r) => (above[r] - value * below[r]) / mean).se };
}
