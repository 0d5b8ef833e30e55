import { largestClaimProbability } from "./largestClaimProbability.ts";
import { central } from "./parameters.ts";
import type { Engine, PoolPlan } from "./plan.ts";

/** Pools up to this many members run exactly: there the chance of who leaves matters. */
const smallPool = 20_000;

/** Above this probability of a claim in a period Poisson counts are no longer as good as exact ones. */
const rare = 1e-3;

type Compiled = Parameters<typeof largestClaimProbability>[0] & Pick<PoolPlan, "joining">;

/** Takes what the scenario asks for; `auto` takes the exact engine for small pools, frequent claims and laws of groups. */
export function chooseEngine(wish: "auto" | "exact" | "fast", pools: readonly Compiled[]): Engine {
  const members = Math.max(...pools.map(largestPool));
  const largest = Math.max(...pools.map(largestClaimProbability));
  const exact = (why: string): Engine => ({ kind: "exact", why, largestClaimProbability: largest });
  const fast = (why: string): Engine => ({ kind: "fast", why, largestClaimProbability: largest });
  if (wish !== "auto") return (wish === "exact" ? exact : fast)("asked for");
  if (pools.some(isCounted))
    return exact("who has which losses matters to the group's rule or law of claims");
  const of = `a member's claim probability in a period is at most ${largest.toPrecision(2)}`;
  if (largest > rare) return exact(`claims are not rare: ${of}`);
  if (members <= smallPool) return exact(`the pool is small: at most about ${inWords(members)} members`);
  return fast(`the pool is large (up to about ${inWords(members)} members) and claims are rare: ${of}`);
}

/** `inWords(2_300_000)` is "2.3 million". Made when needed: a number format takes 10 ms. */
function inWords(members: number): string {
  const format = { maximumSignificantDigits: 3, notation: "compact", compactDisplay: "long" } as const;
  return new Intl.NumberFormat("en", format).format(members);
}

/** For the exact engine only: claims that are no Poisson total, or a share that depends on each row's losses. */
export function isCounted({ rules }: Pick<PoolPlan, "rules">): boolean {
  return rules.some(
    ({ counts, sharing }) =>
      sharing.weights.kind === "group" || counts.some(({ kind }) => kind === "negativeBinomial"),
  );
}

/** The most members that the pool may have, roughly: the target's peak, or all who may join. */
function largestPool({ joining, draws }: Compiled): number {
  const valueAt = (param: typeof joining.initial) => central(param, draws);
  const scheduled = joining.scheduled.reduce(
    (sum, { perYear, years }) => sum + valueAt(perYear) * years.reduce((a, b) => a + b, 0),
    0,
  );
  const bass = joining.bass ? valueAt(joining.bass.potential) : 0;
  return Math.max(...joining.target, valueAt(joining.initial) + scheduled + bass);
}
