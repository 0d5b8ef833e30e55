import type { Delay } from "../../../scenario/scenario.ts";
import { countOf } from "../../wording.ts";
import type { Words } from "./context.ts";
import { duration, listed, percent, quantity } from "./quantities.ts";

/** How late claims are approved, and which are refused. */
export const claimsInWords: Words = ({ subject: { stage } }) => {
  const { delay, denied, jury } = stage.claims;
  const refused =
    denied === 0
      ? "No claim is refused."
      : `${quantity(denied, percent)} of the claims are refused at first.`;
  return [
    delayInWords(delay),
    refused,
    jury === null
      ? "There is no jury."
      : `A jury of members: ${quantity(jury.disputed, percent)} of the refused dispute it, ${quantity(jury.granted, percent)} of these are granted, ${duration(jury.days)} later.`,
  ];
};

function delayInWords(delay: Delay): string {
  switch (delay.kind) {
    case "none":
      return "Claims are approved in the period of the illness.";
    case "periods":
      return `Of the claims ${listed(delay.probabilities.map((part, j) => `${percent(part)} are approved ${later(j)}`))}.`;
    default:
      return `From the illness to the approved claim it takes ${quantity(delay.meanDays, duration)} on average, with a standard deviation of ${quantity(delay.sdDays, duration)} (${delay.kind}).`;
  }
}

function later(periods: number): string {
  return periods === 0 ? "in the period of the illness" : `${countOf(periods, "settlement")} later`;
}
