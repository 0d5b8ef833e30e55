import { formatCount, formatMoney, formatNumber } from "../format.ts";
import type { Copies, Report } from "../report.ts";
import { inBrackets, nineInTen } from "../wording.ts";

/** How many pools alike differ; null where there are none. */
export function copiesFinding({ copies, scenario: { currency } }: Report): string | null {
  const [largest] = [...copies].sort((a, b) => b.copies - a.copies);
  if (!largest) return null;
  const of = largest.pool === "" ? "pools" : `pools “${largest.pool}”`;
  const spread = `over the whole run a sharer is asked for ${formatMoney(largest.shareQ50.q50, currency)} in the median pool, but for ${formatMoney(largest.shareQ95.q50, currency)} and more in one of twenty`;
  return `Of ${formatCount(largest.copies)} ${of} alike, ${troubled(largest)}; ${spread}, by the medians over replications.`;
}

/** "3 (5 – 95 %: 1 – 7) end and 12 cut aid". */
function troubled({ ended, cut }: Copies): string {
  const parts = [
    ...(ended.q95 > 0 ? [`${formatNumber(ended.q50)}${inBrackets(nineInTen(ended, ""))} end`] : []),
    ...(cut.q95 > 0
      ? [`${formatNumber(cut.q50)}${inBrackets(nineInTen(cut, ""))} pay less aid than they owe`]
      : []),
  ];
  return parts.length === 0 ? "none ends and none cuts aid in nearly all replications" : parts.join(" and ");
}
