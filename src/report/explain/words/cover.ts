import type { Cover, Illness } from "../../../scenario/scenario.ts";
import type { Words } from "./context.ts";
import { amountInWords, duration, listed, percent, plain, quantity } from "./quantities.ts";

/** From when on illness is covered, how often it comes and what it pays. */
export const coverInWords: Words = ({ subject: { stage, scenario } }) => {
  const { cover } = stage;
  if (cover === null) return [];
  return [
    waitingInWords(cover),
    ...cover.illnesses.map((illness) => illnessInWords(illness, scenario.currency)),
    levelInWords(cover),
    selectInWords(cover),
    growthInWords(cover),
    cover.mortality === null ? "Nobody dies otherwise." : `Members die as ${cover.mortality.name} says.`,
  ];
};

function waitingInWords({ waitingDays, waitingIllness }: Cover): string {
  if (waitingDays === 0) return "There is no waiting period: who joins is covered at once.";
  const ill =
    waitingIllness === "refunded"
      ? "who falls ill before gets the contributions back and is out for good"
      : "who falls ill before has no cover for it";
  return `Illness is covered ${quantity(waitingDays, duration)} after joining; ${ill}.`;
}

function illnessInWords(
  { name, incidence, level, waitingDays, endsMembership, movesTo, paidBy, benefits }: Illness,
  currency: string,
): string {
  const often = `“${name}” comes as often as ${incidence.name} says${level === 1 ? "" : `, times ${quantity(level, plain)}`}`;
  const waiting = waitingDays === null ? "" : `, is covered after ${quantity(waitingDays, duration)}`;
  const paid = benefits.map(({ ages, amount }) => {
    const whom = ages.from === 0 && ages.to >= 120 ? "" : ` at ages ${ages.from} – ${ages.to}`;
    return `${amountInWords(amount, currency)}${whom}`;
  });
  const then =
    movesTo !== null
      ? `; it moves the member into the class “${movesTo}”`
      : endsMembership
        ? "; it ends membership"
        : "; who had it stays a member";
  return `${often}${waiting}, and pays ${listed(paid)}${paidBy === "operator" ? ", at the operator’s cost" : ""}${then}.`;
}

function levelInWords({ level }: Cover): string {
  return level === 1
    ? "Members are as ill as the tables say."
    : `Members are ${quantity(level, plain)} times as ill as the tables say.`;
}

function selectInWords({ select }: Cover): string {
  switch (select.kind) {
    case "none":
      return "It does not matter how long ago somebody joined.";
    case "exponential":
      return `Who has just joined is ${quantity(select.start, plain)} times as likely to fall ill as the tables say; of what is missing, 63 % comes back in ${quantity(select.timeConstantDays, duration)}.`;
    case "years":
      return `By year of membership incidence is ${listed(select.factors.map((factor) => quantity(factor, plain)))} times that of the tables; the last holds for ever.`;
  }
}

function growthInWords({ trend, inflation }: Cover): string {
  const grows = (of: Cover["trend"], what: string, still: string) =>
    of === 0 ? still : `${what} by ${quantity(of, percent)} a year`;
  return `${grows(trend, "Incidence changes", "Incidence has no trend")}; ${grows(inflation, "amounts grow", "amounts do not grow")}.`;
}
