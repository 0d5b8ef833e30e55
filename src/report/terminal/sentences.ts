import { mostErrors } from "../../statistics/published/published.ts";
import { formatCount, formatNumber, formatWithError } from "../format.ts";
import type { Report } from "../report.ts";
import { differenceInWords, exactLabel } from "../tables/exactTable.ts";

/* What has a table of its own on a page, and on a terminal a line. */

/** What `--precision` asked for, and what was reached: "years.2020.share: 101.2 ± 0.5, as sure as asked for, after 5,120 replications". */
export function goalsInWords({ certainty: { goals, limit }, replications }: Report): string[] {
  return goals.map(({ ask, value, se, isReached }) => {
    const figure = value === null || se === null ? "no finite answer" : formatWithError(value, se);
    const reached = isReached ? "as sure as asked for" : "not as sure as asked for";
    const why = isReached || replications !== limit ? "" : ` (the limit; -n allows more)`;
    return `${ask}: ${figure}, ${reached}, after ${formatCount(replications)} replications${why}.`;
  });
}

/** The mean share, or cost, of the whole run; null where it is not known without simulation. */
export function exactInWords({ exact: { rows }, scenario: { currency } }: Report): string | null {
  const found = ["total.share", "total.cost"].flatMap((name) =>
    rows.filter(({ figure, of }) => figure === name && of === "mean"),
  );
  if (found.length === 0) return null;
  const [{ exact, simulated, difference }] = found;
  const off = difference === null ? "" : ` (${differenceInWords(difference)} standard errors off)`;
  return `Known without simulation: ${exactLabel(found[0], currency)} ${formatNumber(exact, 5)}; simulated ${formatNumber(simulated.value, 5)}${off}.`;
}

/** How many of the published numbers ours agree with, and which they do not; nothing where there are none. */
export function publishedInWords({ published }: Report): string[] {
  if (published.length === 0) return [];
  const differing = published.filter(({ verdict }) => verdict !== "agrees");
  const agreeing = `${published.length - differing.length} of ${formatCount(published.length)} published numbers agree with ours, within ${mostErrors} standard errors`;
  return [
    `${agreeing}${differing.length === 0 ? "" : `; not ${differing.map(({ quantity }) => quantity).join(", ")}`}.`,
  ];
}
