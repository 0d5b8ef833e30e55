/** How many claims a member has in a period, around a mean number (or probability). */
export type ClaimsLaw =
  | { readonly kind: "atMostOne" }
  | { readonly kind: "poisson" }
  | { readonly kind: "negativeBinomial"; readonly shape: number };

/**
 * What is known of a random amount of money, such as the total of what a member's claims will cost: enough to know the same of sums and
 * choices. Two are used: mean and variance, and the Fourier transform of the whole distribution.
 */
export interface Algebra<Known> {
  /** Of an amount that is 0 for sure. */
  readonly nothing: Known;
  /** By payment: of what one claim costs. */
  readonly payments: readonly Known[];
  /** One of several amounts, each with a probability; these sum to one. */
  readonly choice: (of: readonly (readonly [number, Known])[]) => Known;
  /** The sum of two independent amounts. */
  readonly sum: (a: Known, b: Known) => Known;
  /** The sum over so many independent claims, alike. */
  readonly counted: (law: ClaimsLaw, mean: number, claim: Known) => Known;
  /** The sum over so many independent persons, alike; a whole number, >= 0. */
  readonly times: (of: Known, persons: number) => Known;
}
