import type { Figure } from "../../statistics/figure.ts";
import { formatMoney, formatNumber } from "../format.ts";
import type { Report, ReportYear } from "../report.ts";
import { areNear } from "../steady.ts";
import { mainYears } from "../wording.ts";

/** What a member is asked to pay, and how it changes from the first to the last year that can be compared. */
export function shareFinding(report: Report): string {
  const { currency } = report.scenario;
  const paying = mainYears(report).filter(({ complete, share }) => complete && share.q50 > 0);
  const compared = report.costGrowth;
  const running = paying.filter((year) => year.running.value >= 0.5);
  const first = paying.find(({ year }) => year === compared?.from) ?? running[0] ?? paying[0];
  const last = paying.find(({ year }) => year === compared?.to) ?? running.at(-1) ?? first;
  if (!first || !last) return wholeRun(report);
  const median = `In ${last.year} a member is asked for ${formatMoney(last.share.q50, currency)} in the median replication`;
  const what = first === last ? median : change(first, last, currency);
  return `${what}; ${spread(last.share)}${endedToo(last)}.`;
}

function wholeRun({ total: { share }, scenario: { currency } }: Report): string {
  if (!share || share.mean === 0) return "No share is asked of any member.";
  if (share.q95 === 0)
    return `In more than nine of ten replications no share is asked; the mean over all is ${formatMoney(share.mean, currency)}.`;
  const median = formatMoney(share.q50, currency);
  return `Over the whole run a member is asked for ${median} in the median replication; ${spread(share)}.`;
}

function change(first: ReportYear, last: ReportYear, currency: string): string {
  const before = formatMoney(first.share.q50, currency);
  const after = formatMoney(last.share.q50, currency);
  const times = last.share.q50 / first.share.q50;
  if (Math.abs(times - 1) < 0.05)
    return `A member’s yearly share hardly changes from ${first.year} (${before}) to ${last.year} (${after}), by the medians`;
  if (areNear(first.share, last.share))
    return `A member’s yearly share does not clearly change from ${first.year} (${before}) to ${last.year} (${after}), by the medians`;
  const verb = times > 1 ? "grows" : "falls";
  return `A member’s yearly share ${verb} from ${before} (${first.year}) to ${after} (${last.year}), by the medians ${timesInWords(times)}`;
}

/** `timesInWords(3.02)` is "threefold", `timesInWords(3.4)` "3.4 times as much", `timesInWords(0.6)` "by 40 %". */
export function timesInWords(times: number): string {
  const words = ["", "", "twofold", "threefold", "fourfold", "fivefold", "sixfold", "sevenfold", "eightfold"];
  const nearest = Math.round(times);
  if (words[nearest] && Math.abs(times / nearest - 1) <= 0.025) return words[nearest];
  if (times < 1.5) return `by ${formatNumber(Math.abs(1 - times) * 100, 2)} %`;
  return `${formatNumber(times, 2)} times as much`;
}

function spread({ q05, q25, q75, q95 }: Figure): string {
  if (q95 - q05 <= 1e-9 * Math.abs(q95)) return "at least nine of ten replications agree on it";
  const half = `half of all replications lie between ${formatNumber(q25)} and ${formatNumber(q75)}`;
  return `${half}, nine in ten between ${formatNumber(q05)} and ${formatNumber(q95)}`;
}

/** A replication that ended within or before the year counts with what it asked for until then. */
function endedToo({ running }: ReportYear): string {
  return running.value < 1 ? ", where those that ended count with what they had asked for until then" : "";
}
