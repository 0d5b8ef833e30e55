import { formatDate, formatErrorOf, formatMoney, formatNumber, formatPortionWithError } from "../format.ts";
import type { AdverseSelection, Report } from "../report.ts";
import { mostRunInYear } from "../wording.ts";

/** "By the end of 2021 those who stay have 1.12 ± 0.003 times the risk that ..."; null where it is clearly neither. */
export function multipleFinding({ adverseSelection, years }: Report): string | null {
  const last = adverseSelection.years.findLast(({ year }) => mostRunInYear(years, year));
  if (!last) return null;
  const { mean, se } = last.multipleOfStayers;
  const than = "what it would be had the same people left at base lapse only";
  if (Math.abs(mean - 1) <= Math.max(0.0005, 2 * se))
    return `Leaving does not select by risk: by the end of ${last.year} the risk of who stays is ${than}.`;
  const error = se > 0 ? ` ± ${formatErrorOf(mean, se)}` : "";
  return `By the end of ${last.year} the risk of who stays is ${formatNumber(mean)}${error} times ${than}.`;
}

type ByAge = AdverseSelection["byAge"][number];

/**
 * "In 2020 members aged 18–29 bear 85 yuan of expected aid each and can expect 30 yuan, those aged 50–59 ...": of the pool in which most
 * money passes. null where nothing does.
 */
export function ageFinding({ adverseSelection, scenario: { currency } }: Report): string | null {
  const [most] = [...adverseSelection.byAge].sort((a, b) => b.passed - a.passed);
  if (most === undefined) return null;
  const { pool, year, groups, passed } = most;
  const bands = bandsOf(groups).sort((a, b) => a.passed - b.passed);
  const [taker, giver] = [bands[0], bands[bands.length - 1]];
  if (bands.length < 2 || !(giver.passed > 0) || !(taker.passed < 0)) return null;
  const money = (value: number) => formatMoney(value, currency);
  const where = pool === "" ? "" : ` in pool “${pool}”`;
  const each = ({ ages, asked, expectedAid }: typeof giver, of: string) =>
    `aged ${ages} bear ${money(asked)}${of} and can expect ${money(expectedAid)}`;
  return `In ${year}${where} members ${each(giver, " of expected aid each")}, those ${each(taker, "")}: by age and sex ${money(passed)} a year pass from who bears more than to expect, most from ${giver.ages}, to the others, most to ${taker.ages} (central values).`;
}

/** Men and women together; per head, and what all of a band pass to others. */
function bandsOf(groups: ByAge["groups"]) {
  return [...new Set(groups.map(({ ages }) => ages))].map((ages) => {
    const both = groups.filter((group) => group.ages === ages);
    const sum = (of: (group: ByAge["groups"][number]) => number) =>
      both.reduce((total, group) => total + group.members * of(group), 0);
    const members = sum(() => 1);
    return {
      ages,
      asked: sum(({ asked }) => asked) / members,
      expectedAid: sum(({ expectedAid }) => expectedAid) / members,
      passed: sum(({ difference }) => difference),
    };
  });
}

/** How often what the scenario calls a spiral happens; null where it calls nothing so. */
export function spiralOftenFinding({ adverseSelection: { spiral } }: Report): string | null {
  if (spiral === null) return null;
  const when = spiral.dates ? `, in half of these by ${formatDate(spiral.dates.q50)}` : "";
  return `A spiral (${spiral.definition}) happens in ${formatPortionWithError(spiral.probability)} of the replications${when}.`;
}
