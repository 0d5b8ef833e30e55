import type { Distribution } from "../../../src/random/distribution.ts";
import type { Amount, ClaimCount, GroupRow } from "../../../src/scenario/scenario.ts";

/** A row of a closed group of which only its losses matter. */
export function groupRow(className: string, number: number, claims: ClaimCount, benefit: Amount): GroupRow {
  return {
    className,
    number,
    claims,
    benefit,
    endsMembership: false,
    lapse: 0,
    reaction: { kind: "none" },
  };
}

export function atMostOne(probability: number): ClaimCount {
  return { kind: "atMostOne", probability };
}

export function poisson(mean: number): ClaimCount {
  return { kind: "poisson", mean };
}

/** A peer with one lognormal loss in every period. */
export function lognormalPeer(className: string, median: number, sigma: number): GroupRow {
  return groupRow(className, 1, atMostOne(1), { perClaim: { kind: "lognormal", median, sigma } });
}

/** An amount of 1, 2, 3... times the step, with these probabilities. */
export function multiples(step: number, probabilities: readonly number[]): { perClaim: Distribution } {
  return {
    perClaim: { kind: "discrete", values: probabilities.map((_, i) => step * (i + 1)), probabilities },
  };
}
