import type { LossDistribution } from "./lossDistribution.ts";
import { sharersOf } from "./payments.ts";
import { type PlanInWorlds, type Total, totalOf } from "./total.ts";

/**
 * The cost or share of a plan of one period in which something is rounded: the fee to the nearest unit (where persons are counted one by
 * one), the share up to the next. Value by value of the aid.
 *
 * @returns null where the distribution of the aid is not to be had, or not fine enough to be rounded
 */
export function inOnePeriod(of: PlanInWorlds, kind: "cost" | "share", effort: number): Total | null {
  const aid = totalOf(of, { from: 0, to: 1, of: "aid" }, { variance: true, effort }).distribution;
  if (aid === null) return null;
  const [first] = of.worlds[0].pools;
  const { sharing } = first.pool.rules[first.pool.periods[0].stage];
  const valueIn = first.world.valueIn;
  const sharers = sharersOf(first, 0);
  const fee = valueIn(sharing.fee);
  const perHead = valueIn(sharing.feePerHead);
  const unit = sharing.roundUpTo;
  const smallest = kind === "share" ? unit * sharers : unit / fee;
  if (aid.width > smallest / 20 && smallest > 0) return null;
  const feeOn = (amount: number) =>
    first.pool.engine.kind === "exact" ? nearest(fee * amount, unit) : fee * amount;
  const costOf = (amount: number) => amount + feeOn(amount) + perHead * sharers;
  return summed({
    values: aid.values.map((amount) =>
      kind === "cost" ? costOf(amount) : up(costOf(amount) / sharers, unit),
    ),
    probabilities: aid.probabilities,
    width: kind === "cost" ? aid.width * (1 + fee) : 0,
  });
}

function summed(distribution: LossDistribution): Total {
  const { values, probabilities } = distribution;
  const meanOf = (of: (value: number) => number) =>
    values.reduce((sum, value, i) => sum + probabilities[i] * of(value), 0);
  const mean = meanOf((value) => value);
  return { mean, variance: meanOf((value) => (value - mean) * (value - mean)), distribution };
}

const nearest = (amount: number, unit: number) => (unit === 0 ? amount : Math.round(amount / unit) * unit);

/** What is a multiple but for rounding errors stays as it is. */
const up = (amount: number, unit: number) =>
  unit === 0 ? amount : Math.max(0, Math.ceil(amount / unit - 1e-9)) * unit;
