import { meanRisk } from "../../../explain/expected.ts";
import { isoDate } from "../../../scenario/day.ts";
import type { Members } from "../../../scenario/scenario.ts";
import { formatDate, formatNumber } from "../../format.ts";
import { inBrackets } from "../../wording.ts";
import type { Words } from "./context.ts";
import { amountInWords, duration, listed, percent, plain, quantity } from "./quantities.ts";

/** Who may join, and of what ages and classes joiners are. */
export const membersInWords: Words = (told) => {
  const { members } = told.subject.stage;
  return members === null
    ? groupInWords(told)
    : [agesInWords(members), ...mixInWords(members), classesInWords(told, members)];
};

function agesInWords({ joinFrom, joinTo, leaveAt, movesTo }: Members): string {
  const may = `Who is from ${joinFrom < 1 && joinFrom > 0 ? duration(joinFrom * 365.25) : formatNumber(joinFrom)} to ${joinTo} years old may join`;
  if (!Number.isFinite(leaveAt)) return `${may}; nobody leaves for age.`;
  const leaves = `${may}; who turns ${formatNumber(leaveAt)}`;
  if (movesTo === null) return `${leaves} leaves.`;
  return `${leaves} moves into the pool “${movesTo.pool}” without a new waiting period${movesTo.portion === 1 ? "" : `, ${quantity(movesTo.portion, percent)} of them; the others leave`}.`;
}

function mixInWords({ mix }: Members): string[] {
  const isSaid = mix.length > 1 || mix.some(({ male }) => male !== 0.5);
  if (!isSaid) return [];
  const bands = mix.map(({ ages, portion, male }) => {
    const men = male === 0.5 ? "" : inBrackets(`${quantity(male, percent)} men`);
    return `${quantity(portion, percent)} are ${ages.from}${ages.to === ages.from ? "" : ` – ${ages.to}`}${men}`;
  });
  return [`Of those who join, ${listed(bands)}; half are men where nothing else is said.`];
}

function classesInWords({ subject }: Parameters<Words>[0], { classes }: Members): string {
  if (classes.length === 1)
    return `All are alike: one class, with a relative risk of ${quantity(classes[0].relativeRisk, plain)}.`;
  const each = classes.map(
    ({ name, portion, relativeRisk }) =>
      `${quantity(portion, percent)} are “${name}” with ${quantity(relativeRisk, plain)} times the incidence`,
  );
  return `They differ in what nobody sees: ${listed(each)}. The mean relative risk of joiners is ${plain(meanRisk(subject))}.`;
}

const mostRows = 12;

/** The rows of a closed group. */
const groupInWords: Words = ({ subject: { pool, scenario } }) => {
  const rows = pool.group ?? [];
  const told = rows.slice(0, mostRows).map(({ className, number, claims, benefit, endsMembership }) => {
    const often =
      claims.kind === "atMostOne"
        ? `claims with a probability of ${quantity(claims.probability, percent)} a period`
        : `${quantity(claims.mean, plain)} claims a period on average (${claims.kind === "negativeBinomial" ? "negative binomial" : claims.kind})`;
    return `${formatNumber(number, 6)} “${className}”: ${often}, each paid ${amountInWords(benefit, scenario.currency)}${endsMembership ? ", and ends membership" : ""}.`;
  });
  return [
    "A closed group: nobody joins.",
    ...told,
    ...(rows.length > mostRows ? [`And ${rows.length - mostRows} rows more.`] : []),
    pool.dependence === null
      ? "Losses are independent of each other."
      : "Losses hang together: a Gaussian copula with the correlations given.",
  ];
};

/** How many join, and when. */
export const joiningInWords: Words = ({ subject: { pool } }) => {
  const { initial, schedule, target, bass, rejoin } = pool.joining;
  if (pool.group !== null) return [];
  const date = (day: number) => formatDate(isoDate(day));
  return [
    initial === 0
      ? "Nobody is a member on the first day."
      : `${quantity(initial, plain)} members are there on the first day, past their waiting period.`,
    ...schedule.map(
      ({ from, to, perYear }) => `${quantity(perYear, plain)} a year join from ${date(from)} to ${date(to)}.`,
    ),
    ...(target.length === 0
      ? []
      : [
          `As many join as are missing to a membership that is given from ${date(target[0].day)} (${plain(target[0].members)}) to ${date(target[target.length - 1].day)} (${plain(target[target.length - 1].members)}), at most ${plain(Math.max(...target.map(({ members }) => members)))}.`,
        ]),
    ...(bass === null
      ? []
      : [
          `Word of mouth (Bass 1969): of ${quantity(bass.potential, plain)} who may ever join, ${quantity(bass.innovation, percent)} a year come by themselves, and ${quantity(bass.imitation, plain)} a year times the part that has joined already.`,
        ]),
    ...(rejoin === 0
      ? []
      : [`Of former members ${quantity(rejoin, percent)} a year come back, and wait anew.`]),
    ...(pool.copies > 1
      ? [`There are ${formatNumber(pool.copies, 6)} such pools, each with members and luck of its own.`]
      : []),
  ];
};
