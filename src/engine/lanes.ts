import type { Luck } from "../plan/luck.ts";
import type { Draw, Param } from "../plan/plan.ts";
import { purposes } from "../random/purpose.ts";
import { quantile } from "../random/quantileOf.ts";
import { type SeedKey, seedKey } from "../random/seedKey.ts";
import { stratifiedUniforms } from "../random/stratifiedUniform.ts";
import { type Arena, newArena } from "./fast/kernel/arena.ts";

/**
 * Some replications simulated side by side: lane `l` is replication `first + l`. What differs between them is held in
 * arrays of one number per lane, so that the inner loops run over contiguous lanes.
 */
export interface Lanes {
  /** Of what befalls each member, and of what befalls all together. */
  readonly claimsKey: SeedKey;
  readonly shocksKey: SeedKey;
  readonly first: number;
  /** Replications of a block, over which what is common to all members is spread evenly; 1: it is not. */
  readonly strata: number;
  readonly count: number;
  /** By draw of the plan, then lane. */
  readonly drawn: readonly Float64Array[];
  /** Where the arrays of these lanes are. */
  readonly arena: Arena;
}

/** Draws the uncertain numbers of each replication. */
export function openLanes(
  draws: readonly Draw[],
  luck: Luck,
  first: number,
  count: number,
  strata = 1,
  arena = newArena(),
): Lanes {
  const key = seedKey(luck.parameters);
  const drawn = draws.map(({ path, distribution, scale }) => {
    const uniforms = stratifiedUniforms(key, first, count, strata, purposes.parameter(path), 0);
    return uniforms.map((u) => scale * quantile(distribution, u));
  });
  const [claimsKey, shocksKey] = [seedKey(luck.claims), seedKey(luck.shocks)];
  return { claimsKey, shocksKey, first, count, strata, drawn, arena };
}

/** A parameter's value in every lane. */
export function inLanes(param: Param, { drawn, count, arena }: Lanes): Float64Array {
  return typeof param === "number" ? arena.floats(count).fill(param) : drawn[param.draw];
}

/** A function of parameters, evaluated in every lane; the same in all lanes is computed once. */
export function computeInLanes(
  lanes: Lanes,
  params: readonly Param[],
  compute: (valueAt: (param: Param) => number) => number,
): Float64Array {
  const out = lanes.arena.floats(lanes.count);
  if (params.every((param) => typeof param === "number"))
    return out.fill(compute((param) => valueIn(param, lanes, 0)));
  for (let lane = 0; lane < lanes.count; lane++) out[lane] = compute((param) => valueIn(param, lanes, lane));
  return out;
}

export function valueIn(param: Param, { drawn }: Lanes, lane: number): number {
  return typeof param === "number" ? param : drawn[param.draw][lane];
}
