import { isoDate } from "../../../scenario/day.ts";
import type { Ending, ShockEvent, Shocks } from "../../../scenario/scenario.ts";
import { formatDate, formatNumber } from "../../format.ts";
import type { Words } from "./context.ts";
import { duration, listed, money, percent, plain, quantity, type Write } from "./quantities.ts";

const date = (day: number) => formatDate(isoDate(day));

/** How the plan may end, and what happens then. */
export const endingInWords: Words = ({ subject: { stage, scenario } }) => {
  const { ending } = stage;
  const write = money(scenario.currency);
  const ways = waysToEnd(ending, write);
  return [
    ...(ways.length === 0 ? ["Nothing ends the plan but the calendar, and that nobody is left."] : ways),
    ...(ending.start === null
      ? []
      : [
          `It starts once it has ${quantity(ending.start.members, plain)} members${ending.start.withinDays === null ? "" : `, if that is within ${duration(ending.start.withinDays)}`}.`,
        ]),
    runOffInWords(ending),
  ];
};

function waysToEnd(
  { minimumMembers, closing, hazard, shareCeiling, operator }: Ending,
  write: Write,
): string[] {
  return [
    ...(minimumMembers === null
      ? []
      : [
          `It ends ${minimumMembers.graceDays === 0 ? "as soon as" : `${duration(minimumMembers.graceDays)} after`} membership, having once been higher, falls below ${quantity(minimumMembers.members, plain)}.`,
        ]),
    ...(closing === null
      ? []
      : [
          `It closes by decision on ${date(closing.on)}, announced on ${date(closing.announced)}${closing.sharingStops ? ", when sharing stops" : ""}.`,
        ]),
    ...(hazard === 0
      ? []
      : [`It is closed from outside with a probability of ${quantity(hazard, percent)} a year.`]),
    ...(shareCeiling === null
      ? []
      : [
          `It ends after ${formatNumber(shareCeiling.periods)} settlements in a row with a share above ${quantity(shareCeiling.share, write)}.`,
        ]),
    ...(operator === null
      ? []
      : [
          `The operator, who pays ${quantity(operator.costsPerYear, write)} a year and ${quantity(operator.costsPerMember, write)} a member and year, gives up when ${duration(operator.patienceDays)} have cost more than ${quantity(operator.mostLoss, write)}.`,
        ]),
  ];
}

const payers = { operator: "the operator pays", members: "members pay", nobody: "nobody pays" } as const;

function runOffInWords({ runOff, refund, membersMoveTo }: Ending): string {
  const { claimWindowDays, paidBy, remaining, atOnce } = runOff;
  const claims =
    claimWindowDays === 0 || paidBy === "nobody"
      ? "What is not approved when it ends is not paid"
      : `What is approved within ${duration(claimWindowDays)} after the end is still paid: ${payers[paidBy]}${paidBy === "members" && remaining !== 1 ? `, as far as they can still be asked (${quantity(remaining, percent)})` : ""}${atOnce ? ", in one last settlement" : ""}`;
  const back = refund === 0 ? "" : `; ${quantity(refund, percent)} of all contributions is given back`;
  return `${claims}${back}${membersMoveTo === null ? "" : `; members move into the pool “${membersMoveTo}”`}.`;
}

/** What hits all members at once; the same for all pools. */
export function shocksInWords({ yearly, events }: Shocks): string[] {
  const levels =
    yearly === null || yearly.sd === 0
      ? "All calendar years are alike."
      : `Incidence has good and bad calendar years: a ${yearly.kind} factor of mean 1 with a standard deviation of ${quantity(yearly.sd, percent)}${yearly.autocorrelation === 0 ? "" : `, correlated by ${quantity(yearly.autocorrelation, plain)} with the year before`}.`;
  return [levels, ...events.map(eventInWords)];
}

function eventInWords({
  name,
  from,
  to,
  probability,
  incidence,
  lapse,
  joining,
  putsOff,
  lost,
  catchUpDays,
}: ShockEvent): string {
  const effects = [
    ...(incidence === 1 ? [] : [`incidence is ${quantity(incidence, plain)} times as high`]),
    ...(lapse === 1 ? [] : [`lapse ${quantity(lapse, plain)} times`]),
    ...(joining === 1 ? [] : [`joining ${quantity(joining, plain)} times`]),
    ...(putsOff === 0
      ? []
      : [
          `${quantity(putsOff, percent)} of the claims are put off, of which ${quantity(lost, percent)} never come and the others within ${duration(catchUpDays)}`,
        ]),
  ];
  const sure = probability === 1 ? "" : `, with a probability of ${quantity(probability, percent)}`;
  return `“${name}”, ${date(from)} to ${date(to)}${sure}: ${effects.length === 0 ? "nothing changes" : listed(effects)}.`;
}
