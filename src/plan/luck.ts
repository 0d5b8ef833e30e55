/**
 * The seeds of the three kinds of luck. A run has one seed for all; replications that differ from others by one kind only, which
 * tells how much of the variance that kind brings, have another seed for it.
 */
export interface Luck {
  /** Numbers of the scenario that are drawn. */
  readonly parameters: string;
  /** What befalls all members together: yearly levels of incidence, events, closing from outside. */
  readonly shocks: string;
  /** What befalls each: claims and their amounts; in the exact engine also who joins, leaves and dies. */
  readonly claims: string;
}

/** One seed for all. */
export function luckOf(seed: string): Luck {
  return { parameters: seed, shocks: seed, claims: seed };
}
