import type { Reaction } from "../../src/scenario/reaction.ts";
import type { Quantity } from "../../src/scenario/scenario.ts";
import type { Known } from "./values.ts";

/** What a class looks at: what its members were lately asked for, and what they may expect to receive, both per year. */
export interface Outlook {
  readonly share: number;
  readonly expectedAid: number;
}

/** The annual probability to lapse, given what one sees. */
export function annualLapse(base: number, to: Reaction<Quantity>, sees: Outlook, known: Known): number {
  const { share } = sees;
  switch (to.kind) {
    case "none":
      return base;
    case "power": {
      const times = (share / referenceOf(to.reference, sees, known)) ** known(to.elasticity);
      return 1 - (1 - base) ** Math.max(1, times);
    }
    case "band":
      return Math.min(1, base + inBand(to, sees, known));
    case "logit": {
      const most = known(to.most);
      return base + (most - base) / (1 + Math.exp(-(share - known(to.value)) / known(to.scale)));
    }
    case "threshold":
      return share > known(to.willingness) ? 1 : base;
  }
}

/** The part of the joiners that come nevertheless; where a low share attracts them, more than come without. */
export function comingPart(to: Reaction<Quantity>, sees: Outlook, known: Known): number {
  const { share } = sees;
  switch (to.kind) {
    case "none":
      return 1;
    case "power": {
      const reference = referenceOf(to.reference, sees, known);
      const most = known(to.most ?? 1);
      const elasticity = known(to.elasticity);
      if (reference === Number.POSITIVE_INFINITY || elasticity === 0) return 1;
      return share === 0 ? most : Math.min(most, (share / reference) ** -elasticity);
    }
    case "band":
      return 1 - inBand(to, sees, known);
    case "logit":
      return 1 - 1 / (1 + Math.exp(-(share - known(to.value)) / known(to.scale)));
    case "threshold":
      return share > known(to.willingness) ? 0 : 1;
  }
}

type Band = Extract<Reaction<Quantity>, { kind: "band" }>;

function inBand(band: Band, sees: Outlook, known: Known): number {
  const [from, to] = [known(band.from), known(band.to)];
  const [low, high] = [known(band.lapseFrom), known(band.lapseTo)];
  const increase = sees.share / referenceOf(band.reference, sees, known) - 1;
  if (increase < from) return 0;
  if (increase >= to) return high;
  return low + ((high - low) * (increase - from)) / (to - from);
}

function referenceOf(reference: Quantity | "expectedAid", sees: Outlook, known: Known): number {
  return reference === "expectedAid" ? sees.expectedAid : known(reference);
}
