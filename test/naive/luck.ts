import seedrandom from "seedrandom";
import type { Distribution } from "../../src/random/distribution.ts";
import { quantile } from "../../src/random/quantileOf.ts";

/** Where all that is random comes from: one number for each member and event, as they come. */
export interface Luck {
  /** Between 0 and 1, both excluded. */
  uniform(): number;
  chance(probability: number): boolean;
  /** One draw from a distribution. */
  draw(from: Distribution): number;
  /** One of several, with probabilities in proportion to their weights. */
  pick<Item>(items: readonly Item[], weight: (item: Item) => number): Item;
  /** A whole number with this mean: the one below or the one above. */
  whole(mean: number): number;
}

/** The luck of a seed: `luckOf("one")` is always the same. */
export function luckOf(seed: string): Luck {
  const random = seedrandom.alea(seed);
  const uniform = () => Math.max(random(), Number.MIN_VALUE);
  const chance = (probability: number) => uniform() < probability;
  return {
    uniform,
    chance,
    draw: (from) => quantile(from, uniform()),
    pick: (items, weight) => pickWith(uniform(), items, weight),
    whole: (mean) => Math.floor(mean) + (chance(mean - Math.floor(mean)) ? 1 : 0),
  };
}

function pickWith<Item>(u: number, items: readonly Item[], weight: (item: Item) => number): Item {
  let left = u * items.reduce((sum, item) => sum + weight(item), 0);
  for (const item of items) {
    left -= weight(item);
    if (left < 0) return item;
  }
  return items[items.length - 1];
}
