import type { Cause } from "../scenario/causes.ts";
import type { Estimate } from "./figure.ts";
import { meanOf, type Sampling, standardError } from "./standardError.ts";

/** The yearly shares of a plan, by year in order, one per replication. */
export type YearlyShares = readonly Float64Array[];

/**
 * One way to switch causes on: the shares without any of them, with the first, with the first two, and so on up to all. Replication
 * by replication the same luck.
 */
export interface CauseOrder {
  readonly causes: readonly Cause[];
  /** One more than causes. */
  readonly shares: readonly YearlyShares[];
}

/** What one cause did to the growth from one year to another. */
export interface CauseFactor {
  readonly cause: Cause;
  /** Growth of the expected share with it over that without it: geometric mean over the orders. */
  readonly factor: Estimate;
  /** The least and the most of the orders that were simulated. */
  readonly least: number;
  readonly most: number;
}

/** The growth of the expected yearly share from one year to another, split; `factors` times `rest` is `ratio`. */
export interface GrowthSpan {
  /** Indices of the years. */
  readonly from: number;
  readonly to: number;
  readonly ratio: Estimate;
  readonly factors: readonly CauseFactor[];
  /** The growth with all causes switched off. */
  readonly rest: Estimate;
}

/** Where the growth of the yearly share comes from, as far as it was looked into. */
export type GrowthCauses =
  /** It was not looked into, or the run was stopped before. */
  | { readonly kind: "leftOut" }
  | {
      readonly kind: "split";
      /** Replications of each simulation. */
      readonly replications: number;
      /** Further simulations that it took. */
      readonly simulations: number;
      readonly causes: readonly Cause[];
      /** The whole plan; then, if it has several pools, each of them. null: fewer than two years can be compared. */
      readonly series: readonly (SeriesGrowth | null)[];
    };

export interface SeriesGrowth {
  /** Years that can be compared, ascending; spans index into them. */
  readonly years: readonly number[];
  /** Replications that ran through all of them, in every simulation. */
  readonly kept: number;
  /** From the first year to the last; and, where there are more than two, from each to the next. */
  readonly whole: GrowthSpan;
  readonly steps: readonly GrowthSpan[];
}

export const notSplitByCauses: GrowthCauses = { kind: "leftOut" };

/**
 * Splits the growth of the expected yearly share s(y) into factors of causes, from simulations with some of them switched off:
 *
 *     factor of a cause = (s(to) / s(from), with it) / (s(to) / s(from), without it),   both with the causes before it in the order
 *
 * Along an order these telescope, so they multiply to s(to) / s(from), the growth with all, over the growth with none; so do their
 * geometric means over orders. With all orders that would be the Shapley value of the logarithm (Shapley 1953; Shorrocks 2013, Journal of
 * Economic Inequality 11:99); an order and its reverse give the same for causes of which at most two act together.
 *
 * Standard errors by the delta method, paired replication by replication.
 *
 * @param orders of the same causes; at least one
 */
export function splitGrowth(
  orders: readonly CauseOrder[],
  { from, to }: { readonly from: number; readonly to: number },
  sampling: Sampling,
): GrowthSpan {
  const [{ causes, shares }] = orders;
  const none = shares[0];
  const all = shares[shares.length - 1];
  const growthOf = (of: YearlyShares) => minus(logMean(of[to]), logMean(of[from]));
  return {
    from,
    to,
    ratio: exponential(growthOf(all), sampling),
    rest: exponential(growthOf(none), sampling),
    factors: causes.map((cause) => {
      const byOrder = orders.map((order) => {
        const at = order.causes.indexOf(cause);
        return minus(growthOf(order.shares[at + 1]), growthOf(order.shares[at]));
      });
      const factors = byOrder.map(({ value }) => Math.exp(value));
      return {
        cause,
        factor: exponential(average(byOrder), sampling),
        least: Math.min(...factors),
        most: Math.max(...factors),
      };
    }),
  };
}

/** A number, and what each replication adds to its deviation. */
interface Linear {
  readonly value: number;
  readonly influence: Float64Array;
}

function logMean(values: Float64Array): Linear {
  const mean = meanOf(values);
  return { value: Math.log(mean), influence: values.map((value) => value / mean - 1) };
}

const minus = (one: Linear, other: Linear): Linear => ({
  value: one.value - other.value,
  influence: one.influence.map((of, i) => of - other.influence[i]),
});

function average(all: readonly Linear[]): Linear {
  return {
    value: all.reduce((sum, { value }) => sum + value, 0) / all.length,
    influence: all[0].influence.map(
      (_, i) => all.reduce((sum, { influence }) => sum + influence[i], 0) / all.length,
    ),
  };
}

function exponential({ value, influence }: Linear, sampling: Sampling): Estimate {
  return { value: Math.exp(value), se: Math.exp(value) * standardError(influence, sampling) };
}
