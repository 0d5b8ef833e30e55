import type { Figure } from "../statistics/figure.ts";
import type { ReportPeriod } from "./report.ts";

/** Those whose mean relative risk is told of a settlement; null where nobody is, on average. */
export const riskGroups: readonly {
  readonly key: "members" | "leavers" | "joiners";
  readonly label: string;
  readonly of: (period: ReportPeriod) => Figure | null;
}[] = [
  { key: "members", label: "members", of: ({ riskOfMembers }) => riskOfMembers },
  {
    key: "leavers",
    label: "who leaves",
    of: (period) => (leaversOf(period) > 0 ? period.riskOfLeavers : null),
  },
  {
    key: "joiners",
    label: "who joins",
    of: ({ joiners, riskOfJoiners }) => ((joiners?.mean ?? 0) > 0 ? riskOfJoiners : null),
  },
];

/** Who lapsed or defaulted, on average. */
export function leaversOf({ lapsed, defaulted }: ReportPeriod): number {
  return (lapsed?.mean ?? 0) + (defaulted?.mean ?? 0);
}
