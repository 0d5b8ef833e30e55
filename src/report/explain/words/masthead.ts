import { formatDate, formatNumber } from "../../format.ts";
import type { Masthead } from "../../html/mastheadHtml.ts";
import { countOf, inBrackets } from "../../wording.ts";
import type { Explained } from "../explained.ts";
import { listed, money } from "./quantities.ts";

/** The top of an explanation: what can be expected by the tables alone, and how much of it is in doubt. */
export function mastheadOf(explained: Explained): Masthead {
  const { scenario, calendar, uncertain, warnings } = explained;
  return {
    kicker: `${formatDate(calendar.from)} to ${formatDate(calendar.to)} · what is assumed; nothing is simulated`,
    title: scenario.title,
    headline: headlineOf(explained),
    lead: scenario.purpose,
    tiles: [
      ...explained.pools.slice(0, 3).map((pool) => tileOf(pool, scenario.currency)),
      {
        label: "Uncertain numbers",
        value: formatNumber(uncertain.length),
        range: uncertain.length === 0 ? "all is taken as known" : `least known: ${uncertain[0].path}`,
      },
      {
        label: "Hardly plausible",
        value: formatNumber(warnings.length),
        range: warnings.length === 0 ? "nothing looks odd" : "see below, with their places",
      },
    ],
    findings: [
      "Shares are what the tables lead to, of members as old as joiners, once waiting is over: nobody ages, nobody leaves, nothing is late and no cap binds. A simulation tells the rest.",
    ],
  };
}

function tileOf(pool: Explained["pools"][number], currency: string): Masthead["tiles"][number] {
  const { first, later } = shareOf(pool);
  return {
    label: `Share of a year by the tables${pool.name === "" ? "" : `, ${pool.name}`}`,
    value: money(currency)(Number(first.toPrecision(3))),
    range: `${formatNumber(later)} when the calendar ends; ${formatNumber(pool.mostMembers)} members at most`,
  };
}

/** By the rules at the start, and at the end. */
function shareOf({ expected }: Explained["pools"][number]): { first: number; later: number } {
  return { first: expected[0].firstShare, later: expected[expected.length - 1].laterShare };
}

/** How the tables' shares change, how many numbers are uncertain, and what is hardly plausible. */
export function headlineOf({ pools, uncertain, warnings, scenario }: Explained): string {
  const shares = pools.map((pool) => {
    const { first, later } = shareOf(pool);
    const whose = inBrackets(pool.name);
    const share = `${money(scenario.currency)(Number(first.toPrecision(3)))} a year`;
    const end = formatNumber(later);
    return formatNumber(first) === end
      ? `${share}${whose}`
      : `${share} at first and ${end} in the end${whose}`;
  });
  const known =
    uncertain.length === 0
      ? "No number is uncertain"
      : `${countOf(uncertain.length, "number is", "numbers are")} uncertain`;
  const doubts =
    warnings.length === 0
      ? "nothing looks implausible"
      : `${countOf(warnings.length, "thing looks", "things look")} implausible`;
  return `By the tables a member is asked for ${listed(shares)}. ${known}; ${doubts}.`;
}
