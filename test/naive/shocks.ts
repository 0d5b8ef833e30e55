import { normalProbability } from "../../src/random/normalProbability.ts";
import { quantile } from "../../src/random/quantileOf.ts";
import type { Scenario, ShockEvent } from "../../src/scenario/scenario.ts";
import { type Period, partWithin } from "./clock.ts";
import type { Luck } from "./luck.ts";
import type { Known } from "./values.ts";

/** What hits all members at once in this replication. */
export interface Shocks {
  /** The factor on the incidence of each calendar year. */
  readonly yearly: ReadonlyMap<number, number>;
  /** The events that happen. */
  readonly events: readonly ShockEvent[];
}

/** Draws the years' factors and which events happen. */
export function drawShocks(
  { shocks }: Scenario,
  periods: readonly Period[],
  luck: Luck,
  known: Known,
): Shocks {
  const events = shocks.events.filter(({ probability }) => luck.chance(known(probability)));
  return { yearly: yearlyFactors(shocks.yearly, periods, luck, known), events };
}

/** Normal numbers, each correlated with the year's before, turned into factors with mean 1 and the given sd. */
function yearlyFactors(
  yearly: Scenario["shocks"]["yearly"],
  periods: readonly Period[],
  luck: Luck,
  known: Known,
) {
  const factors = new Map<number, number>();
  if (yearly === null) return factors;
  const sd = known(yearly.sd);
  const correlation = known(yearly.autocorrelation);
  let before: number | null = null;
  for (let year = periods[0].year; year <= periods[periods.length - 1].year; year++) {
    const fresh = luck.draw({ kind: "normal", mean: 0, sd: 1 });
    const z: number =
      before === null ? fresh : correlation * before + Math.sqrt(1 - correlation ** 2) * fresh;
    factors.set(year, meanOneFactor(yearly.kind, sd, z));
    before = z;
  }
  return factors;
}

function meanOneFactor(kind: "lognormal" | "gamma", sd: number, z: number): number {
  if (sd === 0) return 1;
  if (kind === "gamma")
    return quantile({ kind: "gamma", shape: 1 / sd ** 2, scale: sd ** 2 }, normalProbability(z));
  const variance = Math.log(1 + sd ** 2);
  return Math.exp(Math.sqrt(variance) * z - variance / 2);
}

/** The factor on incidence in a period: the year's, and the mean of every event's. */
export function incidenceIn(period: Period, shocks: Shocks, known: Known): number {
  return (shocks.yearly.get(period.year) ?? 1) * meanFactor("incidence", shocks, period, known);
}

/** The mean over a period of the factors on incidence, lapse or joining. */
export function meanFactor(
  of: "incidence" | "lapse" | "joining",
  { events }: Shocks,
  period: Period,
  known: Known,
): number {
  return events.reduce(
    (product, event) => product * (1 + (known(event[of]) - 1) * partWithin(period, event.from, event.to)),
    1,
  );
}
